// How the page is dressed: painted on the canvas, or plain, where marks behind the text stand for what
// the canvas would show. On paper it is always plain.
// @ts-check
import { paintMarks } from './marks.mjs';
import { PlainChoice } from './plain.mjs';
import { Message, Writer } from './wire.mjs';

/** What stands in the bar, by the keys of its words, as src/app/view_bar.cpp has it. */
const kBar = ['title', 'compare.keep', 'scale.open', 'settings.title', 'report.open', 'about.open', 'file.open', 'clear', 'copy'];
/** What they take beside their words, with the choice of a language and the margins. */
const kAround = 155 + kBar.length * 38;

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

export class Dress {
  #marking = 0;

  #isOnPaper = false;

  /**
   * @param {import('./page.mjs').Page} page
   * @param {import('./store.mjs').Store} store
   */
  constructor(page, store) {
    this.page = page;
    this.box = byId('mirror');
    this.choice = new PlainChoice(store, () => this.#changed());
    // As the style sheet has it.
    this.narrow = matchMedia('(max-width: 699px)');
    this.narrow.onchange = () => this.#tell();
    this.tight = this.narrow;
    addEventListener('beforeprint', () => this.#print(true));
    addEventListener('afterprint', () => this.#print(false));
  }

  /** A bar whose words do not fit in one row has a menu. @param {Record<string, string>} words */
  speak(words) {
    const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
    pen.font = getComputedStyle(document.body).font;
    const { width } = pen.measureText(kBar.map((key) => words[key]).join(''));
    this.tight = matchMedia(`(max-width: ${width + kAround}px)`);
    this.tight.onchange = () => this.#tell();
    this.#tell();
  }

  get isPlain() {
    return this.#isOnPaper || this.choice.isPlain;
  }

  #wear() {
    const { classList } = byId('app');
    const { mirror, surface } = this.page;
    classList.toggle('plain', this.isPlain);
    classList.toggle('painted', !this.isPlain);
    mirror.setPlain(this.isPlain);
    surface.turn(!this.isPlain);
  }

  #changed() {
    this.#wear();
    this.#tell();
    this.refresh();
    this.page.later?.strip.refresh();
  }

  #tell() {
    const { isPlain, isForced } = this.choice;
    this.page.send(new Writer().u32(Message.plain).u32(Number(isPlain)).u32(Number(isForced))
      .u32(Number(this.narrow.matches)).u32(Number(this.tight.matches)).done());
  }

  /** The browser takes its picture right after the event: nothing may wait for a frame. @param {boolean} isOnPaper */
  #print(isOnPaper) {
    this.#isOnPaper = isOnPaper;
    this.page.settings.wear(isOnPaper);
    this.#wear();
    if (isOnPaper) this.#paintMarks();
    else this.refresh();
  }

  #paintMarks() {
    const { editor, session } = this.page;
    paintMarks(this.box, editor.text, session.marks());
    this.box.scrollTop = editor.element.scrollTop;
  }

  /** The editor was scrolled. */
  scrolled() {
    if (this.isPlain) this.box.scrollTop = this.page.editor.element.scrollTop;
    else this.page.surface.moved();
  }

  /** Brings words into sight. To measure where they are may take the marks out of the mirror. @param {import('./ranges.mjs').Range} range */
  reveal(range) {
    this.page.geometry.reveal(range);
    if (this.isPlain) this.refresh();
  }

  /** Words or boxes moved: shows the highlights anew, by canvas or by marks. */
  refresh() {
    if (!this.isPlain) {
      this.page.surface.moved();
      return;
    }
    // Once a frame is enough: browsers report one insertion of many lines as many.
    if (this.#marking) return;
    this.#marking = requestAnimationFrame(() => {
      this.#marking = 0;
      if (this.isPlain) this.#paintMarks();
    });
  }
}
