// A report of core.wasm as the message that ui.wasm takes: records without offsets. The report
// itself, with its UTF-16 offsets, stays with the glue beside the revision it belongs to.
// @ts-check
import { kept } from './ranges.mjs';
import { Message, Writer } from './wire.mjs';

/**
 * @typedef {{ start: number, end: number }} Range
 * @typedef {{ title: string, applicability: string, start: number, end: number, text: string,
 *   slots: (Range & { id: string, label: string })[] }} Suggestion
 * @typedef {Range & { id: string, rule: string, category: string, severity: string,
 *   certainty: string, status: string, points: number, observed: string, effect: string,
 *   missing: string, words: string, sentence: Range, guards: { guard: string }[], suggestions: Suggestion[] }} Finding
 * @typedef {{ language: string | null, genre: string, genre_source: string, score: number | null,
 *   score_reason: string | null, band: string | null, receipt: Record<string, number> | null,
 *   findings: Finding[], unsure: Finding[], noted: Finding[], offset_unit: string,
 *   notices: { kind: string, places: Range[] }[],
 *   genre_reasons: Range[], evidence: (Range & { type: string, credited: boolean })[],
 *   components: (Range & { component: string, level: number, sentence: Range })[],
 *   missing: { component: string, points: number, suggestion: Suggestion | null }[] }} Report
 */

/** How much of a text it is known by, and how far that is looked for: space may be wide. */
const kBeginning = 60;
const kNearBeginning = 1000;

/** The findings in the order that both sides count them in. @param {Report} report */
export function allFindings(report) {
  return [...report.findings, ...report.unsure, ...report.noted];
}

/** What can carry a suggestion: findings, then what is missing. @param {Report} report */
export function allSuggestions(report) {
  const asked = report.missing.map(({ suggestion }) => (suggestion ? [suggestion] : []));
  return [...allFindings(report).map(({ suggestions }) => suggestions), ...asked];
}

/**
 * The rewrites that can be applied at once: of each finding the first that asks for nothing, and of two
 * that overlap the earlier one.
 * @param {Report} report
 */
export function readyEdits(report) {
  const isReady = (/** @type {Suggestion} */ one) => one.applicability === 'ready' && one.slots.length === 0;
  let at = 0;
  return report.findings.flatMap(({ suggestions }) => suggestions.find(isReady) ?? [])
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      const isFree = start >= at;
      if (isFree) at = end;
      return isFree;
    });
}

/** What the text shows: components, then the facts that count. @param {Report} report */
export function allShown(report) {
  const facts = report.evidence.filter(({ credited }) => credited);
  return [
    ...report.components.map((one) => ({ ...one, id: one.component })),
    ...facts.map((one) => ({ ...one, id: one.type, level: 2 })),
  ];
}

/** The facts inside a range that do not overlap another one. @param {Report} report @param {Range} range */
function factsIn({ evidence }, { start, end }) {
  let first = 0;
  for (let last = evidence.length; first < last;) {
    const middle = (first + last) >> 1;
    if (evidence[middle].start < start) first = middle + 1;
    else last = middle;
  }
  const facts = [];
  let at = start;
  for (let i = first; i < evidence.length && evidence[i].start < end; i += 1) {
    if (evidence[i].start < at || evidence[i].end > end) continue;
    facts.push(evidence[i]);
    at = evidence[i].end;
  }
  return facts;
}

/** @param {number | undefined} points */
const tenths = (points) => Math.round((points ?? 0) * 10);

/** @typedef {(string | number)[]} Told texts and numbers in the order that src/app/read_report.cpp reads them in */

/** @param {Suggestion[]} suggestions @returns {Told} */
const toldSuggestions = (suggestions) => [suggestions.length, ...suggestions.flatMap(
  ({ title, applicability, text, slots }) => [title, applicability, text, slots.length, ...slots.flatMap(
    (slot) => [slot.label, slot.id === 'keep' ? 1 : 0])])];

/** @param {string[]} texts @returns {Told} */
const toldTexts = (texts) => [texts.length, ...texts];

/** @param {number} list @param {Finding} finding @param {string[]} beside @returns {Told} */
const toldFinding = (list, finding, beside) => [
  list, finding.rule, finding.category, finding.severity, tenths(finding.points), finding.words,
  finding.observed, finding.effect, finding.missing,
  ...toldTexts([...new Set(finding.guards.map((hit) => hit.guard))]),
  ...toldSuggestions(finding.suggestions), ...toldTexts(beside)];

/** @param {Told} a @param {Told} b */
const readsAlike = (a, b) => a.length === b.length && a.every((part, i) => part === b[i]);

/** @param {Writer} w @param {Report} report @param {(ranges: Range[]) => string[]} wordsOf */
function writeShown(w, report, wordsOf) {
  const shown = allShown(report);
  const count = report.components.length;
  for (const part of [shown.slice(0, count), shown.slice(count)]) {
    w.list(part, (one) => {
      w.text(one.id).u32(one.level).text(wordsOf([one])[0]);
      // A fact is its own; beside a component stand those of its sentence.
      const beside = 'sentence' in one ? factsIn(report, one.sentence) : [];
      w.all(toldTexts(wordsOf(beside)));
    });
  }
}

/** Each message tells what its report changes of the one before. */
export class ReportWriter {
  /** The findings as they were told last: a key changes few of them. @type {Told[]} */
  #told = [];

  /**
   * @param {number} revision @param {Report} report @param {string} text what was audited
   * @param {Range[]} reasons the words for which the genre was detected
   */
  message(revision, report, text, reasons) {
    const wordsOf = (/** @type {Range[]} */ ranges) => ranges.map(({ start, end }) => text.slice(start, end));
    const beginning = text.trimStart().slice(0, kNearBeginning).trimEnd().replace(/\s+/g, ' ');
    const receipt = report.receipt ?? {};
    const w = new Writer().u32(Message.report).u32(revision);
    w.text(beginning.length > kBeginning ? `${beginning.slice(0, kBeginning)}\u2026` : beginning);
    w.text(report.language ?? '').text(report.genre).u32(report.genre_source === 'given' ? 1 : 0);
    w.all(toldTexts(wordsOf(reasons)));
    w.u32(report.score === null ? 0 : 1).u32(tenths(report.score ?? 0));
    w.text(report.score_reason ?? '').text(report.band ?? '');
    for (const key of ['phrase_loss', 'structure_loss', 'recovery', 'ceiling_loss', 'ceiling']) w.u32(tenths(receipt[key]));
    this.#writeFindings(w, [report.findings, report.unsure, report.noted].flatMap((findings, list) => (
      findings.map((finding) => toldFinding(list, finding, wordsOf(factsIn(report, finding.sentence)))))));
    w.list(report.missing, ({ component, points, suggestion }) => {
      w.text(component).u32(tenths(points)).all(toldSuggestions(suggestion ? [suggestion] : []));
    });
    writeShown(w, report, wordsOf);
    w.list(report.notices, (notice) => w.text(notice.kind).u32(notice.places.length));
    w.u32(readyEdits(report).length);
    return w.done();
  }

  /** @param {Writer} w @param {Told[]} findings */
  #writeFindings(w, findings) {
    const { head, tail } = kept(this.#told, findings, readsAlike);
    w.u32(head).u32(tail).list(findings.slice(head, findings.length - tail), (one) => w.all(one));
    this.#told = findings;
  }
}
