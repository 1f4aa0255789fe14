// The text under audit and its newest report: which offsets hold now, which options the checker
// gets, and what the two sides have to be told when either changes.
// @ts-check
import { editBetween, shiftRanges } from './ranges.mjs';
import { allFindings, allShown, allSuggestions, ReportWriter } from './report.mjs';
import { Message, Writer } from './wire.mjs';

/** @typedef {import('./report.mjs').Report} Report */

export class Session {
  /**
   * @param {import('./editor.mjs').Editor} editor @param {import('./asides.mjs').Asides} asides
   * @param {(bytes: Uint8Array) => void} send
   */
  constructor(editor, asides, send) {
    this.asides = asides;
    this.editor = editor;
    this.send = send;
    this.choice = { language: 'auto', genre: 'auto', template: false };
    /** A genre that was detected once is kept until the whole text is another. */
    this.latchedGenre = '';
    /** The words it was detected by. @type {(import('./ranges.mjs').Range | null)[]} */
    this.reasons = [];
    /** @type {{ revision: number, report: Report } | null} */
    this.answer = null;
    /** @type {import('./report.mjs').Finding[]} */
    this.findings = [];
    /** Where each finding is now; null where the text was changed. @type {(import('./ranges.mjs').Range | null)[]} */
    this.ranges = [];
    /** The same for what the text shows. @type {(import('./ranges.mjs').Range | null)[]} */
    this.shown = [];
    this.writer = new ReportWriter();
    this.text = '';
    this.at = -1;
    /** The edits that the next change of the text is made of, last first, where that is known. */
    this.known = /** @type {{ start: number, removed: number, inserted: number }[]} */ ([]);
  }

  /** One replacement is about to make these edits: what stands between them is not touched. @param {import('./report.mjs').Suggestion[]} edits */
  expect(edits) {
    this.known = edits.map(({ start, end, text }) => ({ start, removed: end - start, inserted: text.length })).reverse();
  }

  /** What the checker should look at next, or null while somebody composes. */
  job() {
    const { editor, choice } = this;
    if (editor.composing) return null;
    const genre = choice.genre === 'auto' && this.latchedGenre ? this.latchedGenre : choice.genre;
    const set_aside = this.asides.options();
    return {
      revision: editor.revision,
      text: editor.text,
      options: { ...choice, genre, input: 'text', offsets: 'utf16', set_aside },
    };
  }

  /** @returns {Uint8Array[]} what the view has to be told; the checker is asked first, for it takes longer */
  textChanged() {
    const { text } = this.editor;
    const isKnown = this.known.length > 0;
    const edits = isKnown ? this.known : [editBetween(this.text, text)];
    this.known = [];
    for (const key of /** @type {const} */ (['ranges', 'shown', 'reasons'])) {
      this[key] = text === '' ? [] : edits.reduce(shiftRanges, this[key]);
    }
    const isAnew = text === '' || (!isKnown && (this.editor.isAnew || edits[0].removed === this.text.length));
    if (isAnew) this.forgetGenre();
    const isLess = isAnew ? this.asides.startAnew() : this.asides.shift(edits);
    this.text = text;
    const state = new Writer().u32(Message.text).u32(this.editor.revision).u32(text === '' ? 0 : 1)
      .u32(this.editor.openSlots().length).done();
    return isLess ? [this.asides.message(), state] : [state];
  }

  /** The next text may be of another genre, or the reader wants it looked at again. */
  forgetGenre() {
    this.latchedGenre = '';
    this.reasons = [];
  }

  /** @param {Report} report of the text as it is now */
  reportArrived(report) {
    const { revision } = this.editor;
    if (report.offset_unit !== 'utf16') throw new Error('the checker counts in another unit');
    this.answer = { revision, report };
    if (report.genre_source === 'detected') {
      this.latchedGenre = report.genre === 'general' ? '' : report.genre;
      this.reasons = report.genre_reasons;
    }
    this.findings = allFindings(report);
    // What is set aside is not highlighted either.
    this.ranges = this.findings.map(({ start, end, guards }) => (
      guards.some(({ guard }) => guard === 'set-aside') ? null : { start, end }));
    this.shown = allShown(report);
    this.at = -1;
    const reasons = this.reasons.flatMap((range) => range ?? []);
    this.send(this.writer.message(revision, report, this.editor.text, reasons));
  }

  /** @param {number} finding @param {number} kind @param {string} why @returns {boolean} whether it stands where it stood */
  setAside(finding, kind, why) {
    const range = this.ranges[finding];
    if (!range) return false;
    const { rule, words } = this.findings[finding];
    this.asides.add({ kind, rule, words, why: why.trim(), range });
    this.send(this.asides.message());
    return true;
  }

  /** @param {number} aside */
  takeBack(aside) {
    this.asides.takeBack(aside);
    this.send(this.asides.message());
  }

  isCurrent() {
    return this.answer?.revision === this.editor.revision;
  }

  /** @param {number} item @param {number} index */
  suggestion(item, index) {
    return this.answer ? allSuggestions(this.answer.report)[item]?.[index] : undefined;
  }

  /** Everything to be highlighted, and the open slots. */
  highlights() {
    const slots = this.editor.openSlots().map((range) => ({ key: -1, range }));
    const words = this.ranges.flatMap((range, key) => (range ? [{ key, range }] : []));
    return [...words, ...slots];
  }

  /** The same for the view without a canvas. */
  marks() {
    return this.highlights().map(({ key, range }) => ({ ...range, look: this.#look(key) }));
  }

  /** The class of a finding, as look_of of src/app/view_cards.cpp. @param {number} key */
  #look(key) {
    const { findings, unsure } = /** @type {{ report: Report }} */ (this.answer ?? {
      report: { findings: [], unsure: [] } }).report;
    if (key < 0) return 'slot';
    if (key >= findings.length + unsure.length) return 'look-noted';
    return key >= findings.length ? 'look-question' : `look-${findings[key].severity}`;
  }

  /** The caret moved: tells the view which finding it stands in. @returns {boolean} if that changed */
  caretMoved() {
    const { selectionStart: start, selectionEnd: end } = this.editor.element;
    let found = -1;
    this.ranges.forEach((range, i) => {
      if (!range || start < range.start || end > range.end) return;
      const best = this.ranges[found];
      if (!best || range.end - range.start < best.end - best.start) found = i;
    });
    if (found === this.at) return false;
    this.at = found;
    this.send(new Writer().u32(Message.caret).u32(found + 1).done());
    return found >= 0;
  }
}
