// How one node of the view becomes an element that keyboards, screen readers and tests can use.
// Native elements wherever there is one.
// @ts-check

/** @typedef {import('./wire.mjs').ViewNode} ViewNode */

/** As Role in src/app/view.h. */
export const Role = Object.freeze({
  region: 1, heading: 2, paragraph: 3, quote: 4, button: 5, checkbox: 6, select: 7, meter: 8,
  status: 9, live: 10, alert: 11, list: 12, item: 13, group: 14, label: 15, link: 16, table: 17, row: 18, rowHead: 19, columnHead: 20, cell: 21, field: 22,
});

/** As Tag in src/app/view.h; these are class names of the style sheet. */
export const kTags = [
  '', '', 'bar', 'foot', 'head', 'panel', 'title', 'primary', 'quiet', 'choice', 'gauge', 'band',
  'counts', 'receipt', 'message', 'section', 'cards', 'card', 'cardhead', 'words', 'meta', 'fact',
  'factlabel', 'facttext', 'factwanted', 'rewrite', 'preview', 'apply', 'lead', 'body', 'samples',
  'sample', 'notice', 'problem', 'small', 'receiptrow', 'amount', 'total', 'gaps', 'gap', 'gapname',
  'gapcost', 'fill', 'entries', 'entry', 'entryname', 'claims', 'claim', 'tool', 'dialog', 'buttons',
  'close', 'wish', 'answer', 'openslot', 'offer', 'foldhead', 'foldtoggle', 'fold', 'peek', 'popover',
  'menuitem', 'grip',
];
/** As Look in src/app/view.h. */
export const kLooks = [
  'look-note', 'look-minor', 'look-notable', 'look-major', 'look-grave', 'look-question',
  'look-noted',
];
/** @type {Record<number, string>} */
const kElements = {
  [Role.paragraph]: 'p', [Role.quote]: 'blockquote', [Role.button]: 'button',
  [Role.checkbox]: 'label', [Role.select]: 'label', [Role.meter]: 'div', [Role.status]: 'p',
  [Role.live]: 'p', [Role.alert]: 'div', [Role.list]: 'ul', [Role.item]: 'li', [Role.group]: 'div',
  [Role.label]: 'span', [Role.link]: 'a', [Role.table]: 'table', [Role.row]: 'tr', [Role.rowHead]: 'th',
  [Role.columnHead]: 'th', [Role.cell]: 'td', [Role.field]: 'label',
};
/** Said aloud: a style that is not a table's, or not a list's, takes the role away. @type {Record<number, string>} */
const kRoles = {
  [Role.list]: 'list', [Role.status]: 'status', [Role.alert]: 'alert', [Role.table]: 'table', [Role.row]: 'row',
  [Role.rowHead]: 'rowheader', [Role.columnHead]: 'columnheader', [Role.cell]: 'cell',
};

/** @param {string} name @param {string} [className] */
function make(name, className = '') {
  const element = document.createElement(name);
  if (className) element.className = className;
  return element;
}

/** @param {Element} element @param {string} name @param {string | null} value */
function attribute(element, name, value) {
  if (value === null || value === '') element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** @param {Element} element @param {string} text */
function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** @param {ViewNode} node */
function elementName(node) {
  return node.role === Role.heading ? `h${node.value}` : kElements[node.role];
}

/** @param {ViewNode} node @returns {HTMLElement} */
function createElement(node) {
  const element = make(elementName(node));
  if (node.role === Role.button) element.setAttribute('type', 'button');
  if (kRoles[node.role]) element.setAttribute('role', kRoles[node.role]);
  if (node.role === Role.live) element.setAttribute('aria-live', 'polite');
  if (node.role === Role.checkbox) {
    const input = make('input');
    input.setAttribute('type', 'checkbox');
    element.append(input, make('span'));
  }
  if (node.role === Role.select) element.append(make('span'), make('select'));
  if (node.role === Role.field) {
    const input = make('input');
    input.setAttribute('type', 'text');
    input.setAttribute('autocomplete', 'off');
    element.append(make('span'), input);
  }
  if (node.role === Role.meter) {
    const meter = make('meter');
    meter.setAttribute('min', '0');
    meter.setAttribute('max', '100');
    const parts = [make('span', 'gauge-name'), make('span', 'gauge-number')];
    parts.forEach((part) => part.setAttribute('aria-hidden', 'true'));
    element.append(...parts, meter);
  }
  return element;
}

/** @param {HTMLElement} element @param {ViewNode} node */
function updateSelect(element, node) {
  const [name, select] = /** @type {[HTMLElement, HTMLSelectElement]} */ (
    /** @type {unknown} */ ([...element.children]));
  say(name, node.text);
  node.options.forEach((option, i) => {
    const existing = select.options[i] ?? select.appendChild(document.createElement('option'));
    if (existing.value !== option.value) existing.value = option.value;
    say(existing, option.text);
  });
  while (select.options.length > node.options.length) select.options[node.options.length].remove();
  if (select.value !== node.value) select.value = node.value;
}

/** @param {HTMLElement} element @param {ViewNode} node */
function updateField(element, node) {
  const [name, input] = /** @type {[HTMLElement, HTMLInputElement]} */ (
    /** @type {unknown} */ ([...element.children]));
  say(name, node.text);
  if (input.value !== node.value) input.value = node.value;
  attribute(input, 'inputmode', node.label);
  attribute(input, 'aria-invalid', (node.flags & 4) !== 0 ? 'true' : null);
}

/** @param {HTMLElement} element @param {ViewNode} node */
function updateMeter(element, node) {
  const [name, number, meter] = element.children;
  say(name, node.text);
  say(number, node.value || '\u2013');
  attribute(meter, 'aria-label', node.text);
  // Without a number there is no value, only the text that says why. Shown with a comma or a point,
  // an attribute knows the point alone.
  const value = node.value.replace(',', '.');
  attribute(meter, 'value', value);
  attribute(meter, 'aria-valuenow', value);
  attribute(meter, 'aria-valuetext', node.label);
  say(meter, node.label);
}

/** @param {HTMLElement} element @param {ViewNode} node */
export function updateElement(element, node) {
  const disabled = (node.flags & 1) !== 0;
  const checked = (node.flags & 2) !== 0;
  const active = (node.flags & 4) !== 0;
  const looks = node.role === Role.item ? ` ${kLooks[node.look]}` : '';
  attribute(element, 'class', `${kTags[node.tag] ?? ''}${looks}${active ? ' active' : ''}`.trim());
  attribute(element, 'lang', node.lang);
  if (node.role === Role.select) return updateSelect(element, node);
  if (node.role === Role.field) return updateField(element, node);
  if (node.role === Role.meter) return updateMeter(element, node);
  if (node.role === Role.checkbox) {
    const input = /** @type {HTMLInputElement} */ (element.firstElementChild);
    input.checked = checked;
    return say(/** @type {Element} */ (element.lastElementChild), node.text);
  }
  attribute(element, 'aria-label', node.label);
  if (node.label && node.role === Role.group) element.setAttribute('role', 'group');
  if (node.role === Role.item) attribute(element, 'aria-current', active ? 'true' : null);
  if (node.role === Role.button) /** @type {HTMLButtonElement} */ (element).disabled = disabled;
  attribute(element, 'aria-expanded', (node.flags & 8) !== 0 ? String(active) : null);
  if (node.role === Role.link) attribute(element, 'href', node.value);
  if (node.text || element.childElementCount === 0) say(element, node.text);
  return undefined;
}

/** A reader may have put another value in than the view has. */
const kFields = /** @type {number[]} */ ([Role.checkbox, Role.select, Role.field]);

/** `placed` is where it was placed last. @typedef {{ element: HTMLElement, node: ViewNode, placed: string }} Entry */

/**
 * The element of a node: the one it had, as far as that fits.
 * @param {number} id @param {ViewNode} node @param {Entry | undefined} before @returns {Entry}
 */
export function entryOf(id, node, before) {
  if (before?.node === node && !kFields.includes(node.role)) return before;
  const fits = before && before.node.role === node.role && elementName(before.node) === elementName(node);
  const element = fits ? before.element : createElement(node);
  element.dataset.node = String(id);
  updateElement(element, node);
  return { element, node, placed: fits ? before.placed : '' };
}
