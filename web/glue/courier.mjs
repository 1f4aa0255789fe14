// Carries messages to ui.wasm, and what it answers with to whoever takes it. What is taken may send
// again: that waits its turn, so that the mirror is told everything in order.
// @ts-check

export class Courier {
  #isBusy = false;

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

  /** Effects first, then what the mirror has to show; an effect may send, and so fill it again. */
  fetch() {
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (let records = this.ui.takeOutbox(); records.length > 0; records = this.ui.takeOutbox()) {
      for (const { kind, body } of records) this.take(kind, body);
      this.onNews();
    }
    this.#isBusy = false;
  }
}
