// Texts that come from outside: a file that is dropped or chosen, and rich text without a plain form.
// What reads them is fetched with the first of them. Nothing is changed before it is read. It listens
// before the rest of the page is there: a file that falls on a page without it takes its place.
// @ts-check
import { addressOf, assets } from './assets.mjs';
import { Told } from './wire.mjs';

const kAccepted = '.txt,.text,.md,.markdown,.html,.htm,.docx,.json,text/plain,text/html,text/markdown';

export class Inlets {
  /** @type {import('./page.mjs').Page | undefined} */
  page = undefined;

  /** Called with the page once it is there. @type {(page: import('./page.mjs').Page) => void} */
  join;

  /** @type {Promise<import('./page.mjs').Page>} */
  #joined = new Promise((resolve) => { this.join = resolve; });

  /** @param {import('./editor.mjs').Editor} editor @param {Promise<import('./languages.mjs').Spoken>} spoken */
  constructor(editor, spoken) {
    this.editor = editor;
    this.spoken = spoken;
    document.addEventListener('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    });
    document.addEventListener('drop', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      this.take([...event.dataTransfer.files]);
    });
    editor.element.addEventListener('paste', (event) => this.#paste(event));
  }

  /** In the task of the press, because browsers open no dialog later. */
  choose() {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = kAccepted;
    input.addEventListener('change', () => this.take([...(input.files ?? [])]));
    input.click();
  }

  /** @param {File[]} files */
  async take(files) {
    if (files.length === 0 || this.page?.mirror.dialog.open || this.editor.composing) return;
    try {
      const { readFile, note } = await import(addressOf(assets.files));
      const { text, pack, told } = await readFile(files[0], addressOf(assets.unzip));
      if (pack) return await this.#tryOut(files[0].name, pack);
      if (text !== undefined) this.editor.load(text);
      const { strings } = await this.spoken;
      if (!this.page) note(strings, told);
      this.#tell(told ?? Told.fileOpened, files.length - 1);
    } catch {
      this.#tell(Told.fileUnreadable, 0);
    }
    return undefined;
  }

  /** @param {string} name @param {Uint8Array} pack */
  async #tryOut(name, pack) {
    const page = await this.#joined;
    await page.whole;
    return page.later ? page.later.team.tryOut(name, pack) : this.#tell(Told.notFetched, 0);
  }

  /** @param {ClipboardEvent} event */
  async #paste(event) {
    const data = event.clipboardData;
    if (!data || data.types.includes('text/plain')) return;
    const files = [...data.files];
    // Readable in the task of the event alone.
    const html = data.getData('text/html');
    if (!html && files.length === 0) return;
    event.preventDefault();
    if (!html) {
      await this.take(files);
      return;
    }
    const { textOfHtml } = await import(addressOf(assets.files));
    const { element } = this.editor;
    this.editor.replace(element.selectionStart, element.selectionEnd, textOfHtml(html));
  }

  /** @param {number} what @param {number} others */
  async #tell(what, others) {
    (await this.#joined).told(what, what === Told.fileOpened ? others : 0);
  }
}
