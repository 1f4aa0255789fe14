// The accessible mirror: the tree of the view as real elements that lie exactly on what is painted.
// Keyboards, screen readers, pointers and tests all use these elements; the painter only paints.
// @ts-check
import { entryOf, updateElement, kTags, Role } from './mirror_nodes.mjs';

/** @typedef {import('./wire.mjs').ViewNode} ViewNode */
/** @typedef {import('./wire.mjs').Box} Box */
/** @typedef {import('./mirror_nodes.mjs').Entry} Entry */

const kDialog = kTags.indexOf('dialog');
/** As the region tags in src/app/view.h. @type {Record<number, string>} */
const kRegions = { 2: 'sem-bar', 3: 'sem-foot', 4: 'sem-head', 5: 'sem-panel', [kDialog]: 'sem-dialog' };

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

export class Mirror {
  /**
   * @param {(node: number, value: string) => void} onPress
   * @param {(node: number) => void} onFocus 0 when the focus ring goes
   */
  constructor(onPress, onFocus) {
    /** @type {Map<number, Entry>} */
    this.entries = new Map();
    /** @type {Map<number, Box>} */
    this.boxes = new Map();
    this.isPlain = false;
    this.dialog = /** @type {HTMLDialogElement} */ (byId('sem-dialog'));
    this.press = onPress;
    this.#listenToDialog(onPress);
    for (const id of Object.values(kRegions)) {
      const region = byId(id);
      region.addEventListener('click', (event) => {
        const target = /** @type {Element} */ (event.target).closest('button[data-node]');
        if (target) onPress(Mirror.idOf(target), '');
      });
      region.addEventListener('change', (event) => {
        const field = /** @type {HTMLInputElement} */ (event.target);
        if (field.type === 'text') return;
        const value = field.type === 'checkbox' ? String(Number(field.checked)) : field.value;
        const id = Mirror.idOf(/** @type {Element} */ (field.closest('[data-node]')));
        onPress(id, value);
        // A choice that only asks for something leaves the select as it was.
        const entry = this.entries.get(id);
        if (entry) updateElement(entry.element, entry.node);
      });
      region.addEventListener('focusin', (event) => {
        const target = /** @type {Element} */ (event.target);
        const owner = target.closest('[data-node]');
        onFocus(owner && target.matches(':focus-visible') ? Mirror.idOf(owner) : 0);
      });
      region.addEventListener('focusout', () => onFocus(0));
    }
  }

  /** @param {(node: number, value: string) => void} onPress */
  #listenToDialog(onPress) {
    const { dialog } = this;
    dialog.addEventListener('input', (event) => {
      const field = /** @type {HTMLInputElement} */ (event.target);
      if (field.type === 'text') onPress(Mirror.idOf(/** @type {Element} */ (field.closest('[data-node]'))), field.value);
    });
    dialog.addEventListener('keydown', (event) => {
      const at = /** @type {HTMLElement} */ (event.target);
      if (event.key !== 'Enter' || event.isComposing || at.tagName !== 'INPUT') return;
      event.preventDefault();
      const stops = /** @type {HTMLElement[]} */ ([...dialog.querySelectorAll('input, button')]);
      stops[stops.indexOf(at) + 1]?.focus();
    });
    // By Escape, told before it closes, so that a quick press after it finds it closed; or by the browser's own way back.
    const leave = (/** @type {Event} */ { type }) => {
      const way = dialog.querySelector('button.close');
      if (way && (type === 'cancel' || !dialog.open)) onPress(Mirror.idOf(way), '');
    };
    for (const type of ['cancel', 'close']) dialog.addEventListener(type, leave);
  }

  closeDialog() {
    if (this.dialog.open) this.dialog.close();
  }

  #showDialog() {
    const entry = [...this.entries.values()].find(({ node }) => node.tag === kDialog);
    if (!entry) return this.closeDialog();
    // One that follows another begins like any: at its top, with the focus in it.
    if (this.dialog.ariaLabel !== entry.node.label) this.closeDialog();
    this.dialog.ariaLabel = entry.node.label;
    if (this.dialog.open) return undefined;
    this.dialog.showModal();
    // A text is read from its top, not from its first link.
    const title = this.dialog.querySelector('h2');
    if (title && document.activeElement?.tagName === 'A') {
      title.tabIndex = -1;
      title.focus();
    }
    return undefined;
  }

  /** @param {Element} element */
  static idOf(element) {
    return Number(/** @type {HTMLElement} */ (element).dataset.node);
  }

  /** @param {import('./wire.mjs').ToldNode[]} nodes */
  update(nodes) {
    const old = this.entries;
    // What the page said before there was a view.
    if (old.size === 0) for (const id of Object.values(kRegions)) byId(id).replaceChildren();
    this.entries = new Map();
    /** The element after which the next child of each parent goes. @type {Map<Element, Element>} */
    const lastChild = new Map();
    for (const { id, told } of nodes) {
      const before = old.get(id);
      const node = told ?? /** @type {Entry} */ (before).node;
      const region = node.role === Role.region ? byId(kRegions[node.tag]) : null;
      const entry = region ? { element: region, node, placed: '' } : entryOf(id, node, before);
      const { element } = entry;
      this.entries.set(id, entry);
      if (region) continue;
      const parent = this.entries.get(node.parent)?.element;
      if (!parent) continue;
      const previous = lastChild.get(parent);
      const next = previous ? previous.nextSibling : parent.firstChild;
      // Moving an element would take the focus from it, so it is moved only when it has to be.
      if (next !== element) parent.insertBefore(element, next);
      lastChild.set(parent, element);
    }
    this.#keepFocus(old);
    for (const [id, { element, node }] of old) {
      if (node.role !== Role.region && this.entries.get(id)?.element !== element) element.remove();
    }
    this.#showDialog();
    if (!this.isPlain) this.#place();
  }

  /**
   * A button or choice that goes away hands the focus to the next button that stays: otherwise it would be lost.
   * @param {Map<number, Entry>} old
   */
  #keepFocus(old) {
    const at = document.activeElement?.closest('[data-node]');
    const stays = (/** @type {HTMLElement} */ element) => this.entries.get(Mirror.idOf(element))?.element === element;
    const buttons = [...old.values()].map(({ element }) => element)
      .filter((element) => element.tagName === 'BUTTON' || element === at);
    const from = buttons.indexOf(/** @type {HTMLElement} */ (at));
    if (from < 0 || stays(buttons[from])) return;
    const next = [...buttons.slice(from), ...buttons.slice(0, from).reverse()]
      .find((element) => stays(element) && element.matches(':enabled') && !this.dialog.contains(element));
    next?.focus({ preventScroll: true });
  }

  /** @param {Box[]} boxes */
  place(boxes) {
    this.boxes = new Map(boxes.map((box) => [box.id, box]));
    if (!this.isPlain) this.#place();
  }

  #place() {
    for (const [id, entry] of this.entries) {
      const { element, node } = entry;
      if (node.role === Role.region) continue;
      const box = this.boxes.get(id);
      const origin = this.#origin(node.parent);
      const place = box ? `left: ${box.x - origin.x}px; top: ${box.y - origin.y}px; width: ${box.width}px; height: ${box.height}px;` : '';
      if (place === entry.placed) continue;
      element.style.cssText = place;
      entry.placed = place;
    }
  }

  /** @param {number} parent @returns {{ x: number, y: number }} */
  #origin(parent) {
    return this.boxes.get(parent) ?? { x: 0, y: 0 };
  }

  /** @param {boolean} isPlain */
  setPlain(isPlain) {
    this.isPlain = isPlain;
    if (!isPlain) return this.#place();
    for (const entry of this.entries.values()) {
      if (entry.node.role !== Role.region) entry.element.style.cssText = '';
      entry.placed = '';
    }
    return undefined;
  }

  /** Brings the card that the reader is at into sight, and nothing else. */
  revealActive() {
    const panel = byId('sem-panel');
    const card = panel.querySelector('.card.active');
    if (!card) return;
    const view = panel.getBoundingClientRect();
    const box = card.getBoundingClientRect();
    if (box.top < view.top + 8 || box.height > view.height) panel.scrollTop += box.top - view.top - 12;
    else if (box.bottom > view.bottom - 8) panel.scrollTop += box.bottom - view.bottom + 12;
  }
}
