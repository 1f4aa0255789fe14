// What the reader chooses for good: colours, draft, marks of browser extensions. Each is kept where the
// browser lets it, and holds all the same where not.
// @ts-check
import { Draft } from './draft.mjs';
import { themeOf, wear } from './theme.mjs';
import { Message, Writer } from './wire.mjs';

/** As SettingKind in src/app/action.h. */
const Which = Object.freeze({ theme: 0, keepDraft: 1, marks: 2 });
/** By which two writing assistants see that they are not wanted. */
const kForbidding = ['data-gramm', 'data-enable-grammarly'];

export class Settings {
  /** @param {import('./store.mjs').Store} store @param {import('./editor.mjs').Editor} editor */
  constructor(store, editor) {
    this.store = store;
    this.editor = editor;
    this.draft = new Draft(store, editor);
    this.theme = themeOf(store.read('theme'));
    this.hasMarks = store.read('marks') === '1';
    this.#show();
  }

  /** Paper is light. @param {boolean} isOnPaper */
  wear(isOnPaper) {
    wear(isOnPaper ? 'light' : this.theme);
  }

  #show() {
    this.wear(false);
    for (const name of kForbidding) {
      if (this.hasMarks) this.editor.element.removeAttribute(name);
      else this.editor.element.setAttribute(name, 'false');
    }
  }

  /** @param {number} which @param {boolean} isOn @param {string} text */
  set(which, isOn, text) {
    if (which === Which.theme) {
      this.theme = themeOf(text);
      if (this.theme === 'system') this.store.remove('theme');
      else this.store.write('theme', this.theme);
    }
    if (which === Which.marks) {
      this.hasMarks = isOn;
      this.store.flag('marks', isOn);
    }
    if (which === Which.keepDraft) this.draft.keep(isOn);
    this.#show();
  }

  /** The page is as on a first visit; the text in the box stays. */
  forget() {
    this.draft.keep(false);
    this.theme = 'system';
    this.hasMarks = false;
    this.#show();
    this.store.clear();
  }

  message() {
    return new Writer().u32(Message.settings).text(this.theme).u32(Number(this.draft.isKept))
      .u32(Number(this.hasMarks)).done();
  }
}
