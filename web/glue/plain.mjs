// Whether the page is painted or plain: plain where nothing can be painted or the reader's system
// asks for its own colours, and wherever the reader prefers it.
// @ts-check

const kKey = 'unfeigned.plain';

/** Storage may be forbidden; then the choice lasts as long as the page. */
function remembered() {
  try {
    return localStorage.getItem(kKey) === '1';
  } catch {
    return false;
  }
}

/** @param {boolean} isPlain */
function remember(isPlain) {
  try {
    if (isPlain) localStorage.setItem(kKey, '1');
    else localStorage.removeItem(kKey);
  } catch {
    // See remembered().
  }
}

export class PlainChoice {
  /** @param {(isPlain: boolean, isForced: boolean) => void} onChange */
  constructor(onChange) {
    this.onChange = onChange;
    this.chosen = remembered();
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
    remember(isPlain);
    this.#tell();
  }

  /** @param {boolean} canPaint */
  setCanPaint(canPaint) {
    this.canPaint = canPaint;
    this.#tell();
  }
}
