// What the reader has set aside: which findings, which rules, which words as a quotation, and why.
// Only the names of rules that shall hold in later texts are kept; places and reasons live as long as
// the text does.
// @ts-check
import { shiftRanges } from './ranges.mjs';
import { Message, Writer } from './wire.mjs';

/** As AsideKind in src/app/records.h; keptRule as in src/app/reduce_aside.cpp. */
export const Kind = Object.freeze({ here: 0, rule: 1, quoted: 2, keptRule: 3 });
const kKey = 'rules-aside';
/** As kMaxSetAside in src/audit/set_aside.h; the oldest go first. */
const kMost = 1000;

/** @typedef {import('./ranges.mjs').Range} Range */
/** @typedef {{ kind: number, rule: string, words: string, why: string, range: Range | null }} Aside */

/** Holds for every finding of its rule. @param {{ kind: number }} aside */
export const isRule = ({ kind }) => kind === Kind.rule || kind === Kind.keptRule;

export class Asides {
  /** @param {import('./store.mjs').Store} store */
  constructor(store) {
    this.store = store;
    /** @type {Aside[]} */
    this.list = store.list(kKey).slice(-kMost)
      .map((rule) => ({ kind: Kind.keptRule, rule, words: '', why: '', range: null }));
  }

  /** @param {Aside} aside */
  add(aside) {
    this.list = [...this.list, aside].slice(-kMost);
    this.#keep();
  }

  /** @param {number} index */
  takeBack(index) {
    this.list = this.list.filter((_, i) => i !== index);
    this.#keep();
  }

  #keep() {
    const rules = this.list.filter(({ kind }) => kind === Kind.keptRule).map(({ rule }) => rule);
    if (rules.length > 0) this.store.write(kKey, JSON.stringify(rules));
    else this.store.remove(kKey);
  }

  /** Kept rules stay for this text, and are kept no more. */
  forgetKept() {
    this.list = this.list.map((one) => (one.kind === Kind.keptRule ? { ...one, kind: Kind.rule } : one));
  }

  /**
   * The text was edited: words that were touched are no longer set aside.
   * @param {{ start: number, removed: number, inserted: number }[]} edits one after the other
   * @returns {boolean} whether something was dropped
   */
  shift(edits) {
    const ranges = edits.reduce(shiftRanges, this.list.map(({ range }) => range));
    const all = this.list.length;
    this.list = this.list.map((one, i) => ({ ...one, range: ranges[i] }))
      .filter((one) => isRule(one) || one.range);
    return this.list.length !== all;
  }

  /** Another text: what was decided about the old one is over. @returns {boolean} as shift */
  startAnew() {
    const all = this.list.length;
    this.list = this.list.filter(({ kind }) => kind === Kind.keptRule);
    return this.list.length !== all;
  }

  /** As core.wasm takes them. */
  options() {
    return this.list.map((one) => {
      if (isRule(one)) return { rule: one.rule };
      return one.kind === Kind.quoted ? { ...one.range, quoted: true } : { rule: one.rule, ...one.range };
    });
  }

  message() {
    const w = new Writer().u32(Message.asides);
    w.list(this.list, (one) => {
      const isKept = one.kind === Kind.keptRule;
      w.u32(isKept ? Kind.rule : one.kind).u32(isKept ? 1 : 0).text(one.rule).text(one.words).text(one.why);
    });
    return w.done();
  }
}
