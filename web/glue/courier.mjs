// Carries messages to ui.wasm, and what it answers with to whoever takes it. What is taken may send
// again: that waits its turn, so that the mirror is told everything in order.
// @ts-check

export class Courier {
  #isBusy = false;

  /** While the mirror waits for a frame to be shown: what is done then. @type {(() => void) | null} */
  #held = null;

  /**
   * @param {import('./ui_module.mjs').UiModule} ui
   * @param {(kind: number, body: any) => void} take each record
   * @param {() => void} onNews after records were taken
   */
  constructor(ui, take, onNews) {
    this.ui = ui;
    this.take = take;
    this.onNews = onNews;
  }

  /** @param {Uint8Array} bytes */
  send(bytes) {
    if (!this.#isBusy) this.#release();
    this.ui.send(bytes);
    this.fetch();
  }

  /**
   * Several messages whose view is wanted once, now or with whatever comes next.
   * @param {() => void} work sends @param {boolean} [isForLater]
   */
  together(work, isForLater = false) {
    const wasBusy = this.#isBusy;
    this.#isBusy = true;
    work();
    this.#isBusy = wasBusy;
    if (!isForLater) this.fetch();
  }

  /**
   * What the mirror is told by this work waits until the browser has shown what it paints: to lay a list
   * out anew takes longer than to paint it. Whatever is sent later finds the mirror told.
   * @param {() => void} work @param {boolean} paints @param {() => void} then another function each time
   */
  beforeMirror(work, paints, then) {
    this.#release();
    this.#held = then;
    work();
    const release = () => {
      if (this.#held === then) this.#release();
    };
    // Nothing is shown of a page that is not in sight.
    if (paints && !document.hidden) requestAnimationFrame(() => setTimeout(release));
    else release();
  }

  #release() {
    if (!this.#held) return;
    const then = this.#held;
    this.#held = null;
    this.fetch(true);
    then();
  }

  /**
   * Effects first, then what the mirror has to show; an effect may send, and so fill it again.
   * @param {boolean} [isPainted] what is taken asks for no frame any more
   */
  fetch(isPainted = false) {
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (;;) {
      const records = this.ui.takeOutbox(this.#held !== null);
      for (const { kind, body } of records) this.take(kind, body);
      if (records.length === 0) break;
      if (!isPainted) this.onNews();
    }
    this.#isBusy = false;
  }
}
