// Carries out what the view asks for. Every edit is checked against the revision it was meant for.
// @ts-check
import { addressOf, assets } from './assets.mjs';
import { loadLanguage } from './languages.mjs';
import { joined } from './ranges.mjs';
import { readyEdits } from './report.mjs';
import { Effect, Told } from './wire.mjs';

/** What is chosen in a dialog that stays open. */
const kInDialog = /** @type {number[]} */ ([
  Effect.setPlain, Effect.setSetting, Effect.forgetAll, Effect.export, Effect.setInterface]);

export class Effects {
  /** The language that was asked for last. */
  #asked = '';

  /**
   * @param {{ editor: import('./editor.mjs').Editor, session: import('./session.mjs').Session,
   *   dress: import('./dress.mjs').Dress, mirror: import('./mirror.mjs').Mirror,
   *   later: import('./later.mjs').Later | undefined, inlets: import('./inlets.mjs').Inlets,
   *   exports: import('./exports.mjs').Exports,
   *   settings: import('./settings.mjs').Settings,
   *   speak(spoken: import('./languages.mjs').Spoken): void,
   *   told(what: number, count?: number): void, settingsChanged(): void, forgetAll(): void,
   *   retry(): void, wake(): void }} page
   */
  constructor(page) {
    this.page = page;
  }

  /** @param {{ effect: number, first: number, second: number, revision: number, language: string, genre: string, text: string }} effect */
  run(effect) {
    const { page } = this;
    // Behind an open dialog the editor cannot have the focus.
    if (!kInDialog.includes(effect.effect)) page.mirror.closeDialog();
    switch (effect.effect) {
      case Effect.apply: return this.#apply(effect);
      case Effect.applyAll: return this.#applyAll(effect.revision);
      case Effect.putIn: return this.#apply(effect, effect.text);
      case Effect.focus: return this.#focus(effect.first);
      case Effect.select: return this.#show(page.session.shown[effect.first]);
      case Effect.goToSlot: return this.#show(page.editor.openSlots()[0]);
      case Effect.copy: return this.#copy();
      case Effect.clear:
        page.editor.clear();
        return this.page.told(Told.cleared);
      case Effect.setOptions:
        if (effect.second === 1) page.session.forgetGenre();
        page.session.choice = {
          language: effect.language, genre: effect.genre, template: effect.first === 1,
        };
        return page.wake();
      case Effect.setPlain: return page.dress.choice.choose(effect.first === 1);
      case Effect.setSetting:
        page.settings.set(effect.first, effect.second === 1, effect.text);
        return page.settingsChanged();
      case Effect.export: return page.exports.run(effect.first, effect.second);
      case Effect.forgetAll: return page.forgetAll();
      case Effect.loadSample: return this.#sample(effect.language, effect.first);
      case Effect.setInterface: return this.#speak(effect.language);
      case Effect.retry: return page.retry();
      case Effect.setAside: return this.#setAside(effect);
      case Effect.takeBack:
        page.session.takeBack(effect.first);
        return page.wake();
      case Effect.showAside: return this.#show(page.session.asides.list[effect.first]?.range);
      case Effect.update: return page.later ? page.later.offline.update() : globalThis.unfeignedBoot.reload();
      case Effect.loadTeamSample: return page.later?.team.loadSample(effect.first);
      case Effect.stopTrying: return page.later?.team.stop();
      case Effect.openFile: return page.inlets.choose();
      default: return undefined;
    }
  }

  /**
   * @param {{ first: number, second: number, revision: number }} effect
   * @param {string} [sentence] what a form made of the suggestion
   */
  #apply({ first, second, revision }, sentence) {
    const { editor, session, dress } = this.page;
    const suggestion = session.suggestion(first, second);
    const isCurrent = session.isCurrent() && session.answer?.revision === revision;
    if (!suggestion || !isCurrent || editor.composing) return this.page.told(Told.stale);
    const text = sentence ?? suggestion.text;
    editor.replace(suggestion.start, suggestion.end, text);
    const end = suggestion.start + text.length;
    const slots = editor.openSlots(suggestion.start, end);
    if (slots.length > 0) editor.select(slots[0]);
    dress.reveal(slots[0] ?? { start: suggestion.start, end });
    return this.page.told(sentence === undefined ? Told.applied : Told.putIn, slots.length);
  }

  /** All ready rewrites as one edit, so that one undo takes them back. @param {number} revision */
  #applyAll(revision) {
    const { editor, session, dress } = this.page;
    const { answer } = session;
    const edits = answer && session.isCurrent() && answer.revision === revision ? readyEdits(answer.report) : [];
    if (edits.length === 0 || editor.composing) return this.page.told(Told.stale);
    const { start, end, text } = joined(editor.text, edits);
    session.expect(edits);
    editor.replace(start, end, text);
    session.expect([]);
    dress.reveal({ start, end: start + text.length });
    return this.page.told(Told.appliedAll, edits.length);
  }

  /** @param {{ first: number, second: number, revision: number, text: string }} effect */
  #setAside({ first, second, revision, text }) {
    const { session } = this.page;
    const isCurrent = session.isCurrent() && session.answer?.revision === revision;
    if (!isCurrent || !session.setAside(first, second, text)) return this.page.told(Told.stale);
    return this.page.wake();
  }

  /** @param {number} finding */
  #focus(finding) {
    const { session } = this.page;
    if (session.ranges[finding]) session.at = finding;
    this.#show(session.ranges[finding]);
  }

  /** @param {import('./ranges.mjs').Range | null | undefined} range */
  #show(range) {
    if (!range) return;
    this.page.editor.select(range);
    this.page.dress.reveal(range);
  }

  #copy() {
    const { editor } = this.page;
    const slots = editor.openSlots();
    editor.copy().then((ok) => {
      if (ok) this.#show(slots[0]);
      this.page.told(ok ? Told.copied : Told.copyFailed, slots.length);
    });
  }

  /** @param {string} language of the page @param {number} index */
  async #sample(language, index) {
    const path = Object.values(assets.samples[language] ?? {})[index];
    const response = path ? await fetch(addressOf(path)).catch(() => null) : null;
    if (!response?.ok) return this.page.told(Told.notFetched);
    const { text } = await response.json();
    this.page.editor.load(text);
    return this.page.told(Told.sampleLoaded);
  }

  /** Of two choices the later one counts, whichever is fetched first. @param {string} id */
  async #speak(id) {
    this.#asked = id;
    const spoken = await loadLanguage(id).catch(() => null);
    if (this.#asked !== id) return undefined;
    if (!spoken) return this.page.told(Told.notFetched);
    this.page.settings.store.write('interface', id);
    return this.page.speak(spoken);
  }
}
