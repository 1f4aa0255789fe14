// Whether the page is painted or plain: plain where nothing can be painted or the reader's system
// asks for its own colours, and wherever the reader prefers it.
// @ts-check

const kKey = 'plain';

export class PlainChoice {
  /** @param {import('./store.mjs').Store} store @param {(isPlain: boolean, isForced: boolean) => void} onChange */
  constructor(store, onChange) {
    this.store = store;
    this.onChange = onChange;
    this.chosen = store.read(kKey) === '1';
    this.canPaint = false;
    this.forcedColors = matchMedia('(forced-colors: active)');
    this.forcedColors.addEventListener('change', () => this.#tell());
  }

  get isForced() {
    return !this.canPaint || this.forcedColors.matches;
  }

  get isPlain() {
    return this.isForced || this.chosen;
  }

  #tell() {
    this.onChange(this.isPlain, this.isForced);
  }

  /** @param {boolean} isPlain */
  choose(isPlain) {
    this.chosen = isPlain;
    this.store.flag(kKey, isPlain);
    this.#tell();
  }

  forget() {
    this.chosen = false;
    this.#tell();
  }

  /** @param {boolean} canPaint */
  setCanPaint(canPaint) {
    this.canPaint = canPaint;
    this.#tell();
  }
}
