// The door to the reports for taking away: what makes them is fetched when a reader asks for one.
// @ts-check
import { Told } from './wire.mjs';

/** As ExportWay in src/app/action.h. */
export const Way = Object.freeze({ prepare: 0, copy: 1, save: 2, print: 3 });

export class Exports {
  #tries = 0;

  /** @type {import('./exporter.mjs').Exporter | undefined} */
  #exporter;

  /** @param {import('./page.mjs').Page} page @param {string} address */
  constructor(page, address) {
    this.page = page;
    this.address = address;
  }

  /** A failure may be kept by the browser, so every further try asks under another name. */
  async #load() {
    const address = this.#tries === 0 ? this.address : `${this.address}?again=${this.#tries}`;
    this.#tries += 1;
    const { Exporter } = await import(address);
    this.#exporter ??= new Exporter(this.page);
    return this.#exporter;
  }

  /** @param {number} format @param {number} way */
  run(format, way) {
    // After this task, when the dialog is closed.
    if (way === Way.print) return Promise.resolve().then(() => print());
    // At once where that can be: some browsers refuse to copy in a later task than that of the press.
    if (this.#exporter) return this.#exporter.run(format, way);
    return this.#load().then((exporter) => exporter?.run(format, way), () => {
      if (way !== Way.prepare) this.page.told(Told.exportFailed);
    });
  }
}
