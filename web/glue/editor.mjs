// The text and everything that is done to it. Every change of ours is one native edit, so that one
// Ctrl+Z takes it back; the value is assigned only before there is anything to undo. Offsets are UTF-16, as in the reports.
// @ts-check

const kSlot = /\u27E8[^\u27E8\u27E9\n]{1,80}\u27E9/g;

/** @param {BeforeUnloadEvent} event */
const warn = (event) => event.preventDefault();

export class Editor {
  /** @param {HTMLTextAreaElement} element */
  constructor(element) {
    this.element = element;
    this.revision = 0;
    this.composing = false;
    /** Whether the last edit took all of the text and put another in its place. */
    this.isAnew = false;
    /** @type {(() => void)[]} */
    this.listeners = [];
    element.addEventListener('compositionstart', () => { this.composing = true; });
    element.addEventListener('compositionend', () => {
      this.composing = false;
      this.#changed();
    });
    element.addEventListener('beforeinput', () => {
      if (!this.#isReplacing) this.isAnew = this.#isWhole(element.selectionStart, element.selectionEnd);
    });
    element.addEventListener('input', () => { if (!this.#isReplacing) this.#changed(); });
  }

  #text = '';

  /** Browsers report one insertion of many lines as many; who listens hears of the whole. */
  #isReplacing = false;

  /** What was copied out, kept, or loaded as a sample; losing that is no loss. */
  #safeText = '';

  /** @param {number} start @param {number} end */
  #isWhole(start, end) {
    return start === 0 && end === this.element.value.length;
  }

  get text() {
    return this.element.value;
  }

  /** @param {() => void} listener called after each change of the text or of composition */
  onChange(listener) {
    this.listeners.push(listener);
  }

  #changed() {
    const { value } = this.element;
    if (value !== this.#text) {
      this.#text = value;
      this.revision += 1;
    }
    this.#guard();
    for (const listener of this.listeners) listener();
  }

  /** The browser restores the text of a reloaded page without an event. */
  noticeRestored() {
    if (this.element.value !== this.#text) this.#changed();
  }

  /**
   * One native edit: replaces the range and leaves the caret behind it.
   * @param {number} start @param {number} end @param {string} text
   */
  replace(start, end, text) {
    const { element } = this;
    element.focus({ preventScroll: true });
    element.setSelectionRange(start, end);
    const before = element.value;
    if (before.slice(start, end) === text) return;
    this.isAnew = this.#isWhole(start, end);
    this.#isReplacing = true;
    const ok = text === '' ? document.execCommand('delete')
      : document.execCommand('insertText', false, text);
    this.#isReplacing = false;
    // The browser has no such command: the edit is made all the same, without its undo.
    if (!ok || element.value === before) element.setRangeText(text, start, end, 'end');
    this.#changed();
  }

  /** The text that is there before anything can be undone. @param {string} text */
  begin(text) {
    this.element.value = text;
    this.#text = text;
    this.isSafe(true);
  }

  /** Whether the text, as it is now, is kept elsewhere. @param {boolean} isSafe */
  isSafe(isSafe) {
    this.#safeText = isSafe ? this.element.value : '';
    this.#guard();
  }

  clear() {
    this.replace(0, this.element.value.length, '');
  }

  /** @param {string} text */
  load(text) {
    this.#safeText = text;
    this.replace(0, this.element.value.length, text);
    this.element.setSelectionRange(0, 0);
    this.element.scrollTop = 0;
  }

  /** Places that still want a fact. @param {number} [from] @param {number} [to] */
  openSlots(from = 0, to = this.element.value.length) {
    const slots = [];
    for (const match of this.element.value.matchAll(kSlot)) {
      const end = match.index + match[0].length;
      if (match.index >= from && end <= to) slots.push({ start: match.index, end });
    }
    return slots;
  }

  /** @param {{ start: number, end: number }} range */
  select(range) {
    this.element.focus({ preventScroll: true });
    this.element.setSelectionRange(range.start, range.end);
  }

  /** Warns only while something would be lost, so that the page stays out of the way otherwise. */
  #guard() {
    const { value } = this.element;
    const isUnsaved = value.trim() !== '' && value !== this.#safeText;
    if (isUnsaved) addEventListener('beforeunload', warn);
    else removeEventListener('beforeunload', warn);
  }

  /** Written in the task of the press: a later write is refused by some browsers. */
  async copy() {
    const text = this.element.value;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      if (!this.#copyBySelection()) return false;
    }
    this.#safeText = text;
    this.#guard();
    return true;
  }

  #copyBySelection() {
    const { element } = this;
    const { selectionStart, selectionEnd } = element;
    element.focus({ preventScroll: true });
    element.select();
    const ok = document.execCommand('copy');
    element.setSelectionRange(selectionStart, selectionEnd);
    return ok;
  }
}
