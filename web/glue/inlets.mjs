// Texts that come from outside: a file that is dropped or chosen, and rich text without a plain form.
// What reads them is fetched with the first of them. Nothing is changed before it is read.
// @ts-check
import { Message, Told, Writer } from './wire.mjs';

const kAccepted = '.txt,.text,.md,.markdown,.html,.htm,.docx,.json,text/plain,text/html,text/markdown';

export class Inlets {
  /**
   * @param {import('./page.mjs').Page} page @param {import('./team.mjs').Team} team
   * @param {{ files: string, unzip: string }} addresses
   */
  constructor(page, team, addresses) {
    this.page = page;
    this.team = team;
    this.addresses = addresses;
    // Otherwise the browser would leave the page for the file, and the text with it.
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
    page.editor.element.addEventListener('paste', (event) => this.#paste(event));
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
    const { page } = this;
    if (files.length === 0 || page.mirror.dialog.open || page.editor.composing) return;
    try {
      const { readFile } = await import(this.addresses.files);
      const { text, pack, told } = await readFile(files[0], this.addresses.unzip);
      if (pack) return await this.team.tryOut(files[0].name, pack);
      if (text !== undefined) page.editor.load(text);
      this.#tell(told ?? Told.fileOpened, files.length - 1);
    } catch {
      this.#tell(Told.fileUnreadable, 0);
    }
    return undefined;
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
    const { textOfHtml } = await import(this.addresses.files);
    const { element } = this.page.editor;
    this.page.editor.replace(element.selectionStart, element.selectionEnd, textOfHtml(html));
  }

  /** @param {number} what @param {number} others */
  #tell(what, others) {
    this.page.send(new Writer().u32(Message.done).u32(what).u32(what === Told.fileOpened ? others : 0).done());
  }
}
