// Carries out what the view asks for. Every edit is checked against the revision it was meant for.
// @ts-check
import { addressOf, assets } from './assets.mjs';
import { Effect, Message, Told, Writer } from './wire.mjs';

export class Effects {
  /**
   * @param {{ editor: import('./editor.mjs').Editor, session: import('./session.mjs').Session,
   *   geometry: import('./geometry.mjs').Geometry, send(bytes: Uint8Array): void,
   *   choosePlain(isPlain: boolean): void, retry(): void, wake(): void }} page
   */
  constructor(page) {
    this.page = page;
  }

  /** @param {number} what @param {number} [slots] */
  #told(what, slots = 0) {
    this.page.send(new Writer().u32(Message.done).u32(what).u32(slots).done());
  }

  /** @param {{ effect: number, first: number, second: number, revision: number, language: string, genre: string }} effect */
  run(effect) {
    const { page } = this;
    switch (effect.effect) {
      case Effect.apply: return this.#apply(effect);
      case Effect.focus: return this.#focus(effect.first);
      case Effect.copy: return this.#copy();
      case Effect.clear:
        page.editor.clear();
        return this.#told(Told.cleared);
      case Effect.setOptions:
        page.session.choice = {
          language: effect.language, genre: effect.genre, template: effect.first === 1,
        };
        return page.wake();
      case Effect.setPlain: return page.choosePlain(effect.first === 1);
      case Effect.loadSample: return this.#sample(effect.first);
      case Effect.retry: return page.retry();
      default: return undefined;
    }
  }

  /** @param {{ first: number, second: number, revision: number }} effect */
  #apply({ first, second, revision }) {
    const { editor, session, geometry } = this.page;
    const suggestion = session.findings[first]?.suggestions[second];
    const isCurrent = session.isCurrent() && session.answer?.revision === revision;
    if (!suggestion || !isCurrent || editor.composing) return this.#told(Told.stale);
    editor.replace(suggestion.start, suggestion.end, suggestion.text);
    const end = suggestion.start + suggestion.text.length;
    const slots = editor.openSlots(suggestion.start, end);
    if (slots.length > 0) editor.select(slots[0]);
    geometry.reveal(slots[0] ?? { start: suggestion.start, end });
    return this.#told(Told.applied, slots.length);
  }

  /** @param {number} finding */
  #focus(finding) {
    const { editor, session, geometry } = this.page;
    const range = session.ranges[finding];
    if (!range) return;
    session.at = finding;
    editor.select(range);
    geometry.reveal(range);
  }

  #copy() {
    const { editor, geometry } = this.page;
    const slots = editor.openSlots();
    editor.copy().then((ok) => {
      if (ok && slots.length > 0) {
        editor.select(slots[0]);
        geometry.reveal(slots[0]);
      }
      this.#told(ok ? Told.copied : Told.copyFailed, slots.length);
    });
  }

  /** @param {number} index */
  async #sample(index) {
    const path = Object.values(assets.samples)[index];
    if (!path) return;
    const response = await fetch(addressOf(path)).catch(() => null);
    if (!response?.ok) return;
    const { text } = await response.json();
    this.page.editor.load(text);
    this.#told(Told.sampleLoaded);
  }
}
