// The draft, kept in this browser only while the reader wants it: the key is there, or nothing is.
// @ts-check

const kKey = 'draft';
const kPauseMs = 400;

export class Draft {
  #timer = 0;

  /** @param {import('./store.mjs').Store} store @param {import('./editor.mjs').Editor} editor */
  constructor(store, editor) {
    this.store = store;
    this.editor = editor;
    this.isKept = store.read(kKey) !== null;
    editor.onChange(() => this.#later());
    // The last chance: a page that is left may never come back.
    addEventListener('pagehide', () => this.#save());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.#save();
    });
  }

  /** Puts what was kept into the empty box. @returns {boolean} whether there was something */
  restore() {
    const text = this.store.read(kKey) ?? '';
    if (text === '' || text === this.editor.text) return false;
    // A page that is loaded again has its text from the browser, which is as new as the draft. What
    // was typed before the page was ready stays below the draft.
    const [entry] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
    const isLoadedAgain = entry && entry.type !== 'navigate';
    if (this.editor.text !== '' && isLoadedAgain) return false;
    this.editor.begin([text, this.editor.text].filter(Boolean).join('\n\n'));
    return true;
  }

  /** @param {boolean} isKept */
  keep(isKept) {
    if (!isKept) {
      this.store.remove(kKey);
      this.isKept = false;
      this.editor.isSafe(false);
      return;
    }
    this.isKept = this.store.write(kKey, this.editor.text);
    if (this.isKept) this.editor.isSafe(true);
  }

  #later() {
    if (!this.isKept || this.#timer) return;
    this.#timer = Number(setTimeout(() => this.#save(), kPauseMs));
  }

  #save() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (!this.isKept) return;
    if (this.store.write(kKey, this.editor.text)) this.editor.isSafe(true);
  }
}
