// A report of core.wasm as the message that ui.wasm takes: records without offsets. The report
// itself, with its UTF-16 offsets, stays with the glue beside the revision it belongs to.
// @ts-check
import { Message, Writer } from './wire.mjs';

/**
 * @typedef {{ start: number, end: number }} Range
 * @typedef {{ title: string, applicability: string, start: number, end: number, text: string,
 *   slots: Range[] }} Suggestion
 * @typedef {Range & { id: string, rule: string, category: string, severity: string,
 *   certainty: string, status: string, points: number, observed: string, effect: string,
 *   missing: string, words: string, guards: { guard: string }[], suggestions: Suggestion[] }} Finding
 * @typedef {{ language: string | null, genre: string, genre_source: string, score: number | null,
 *   score_reason: string | null, band: string | null, receipt: Record<string, number> | null,
 *   findings: Finding[], unsure: Finding[], noted: Finding[], offset_unit: string,
 *   notices: { kind: string, places: Range[] }[] }} Report
 */

/** The findings in the order that both sides count them in. @param {Report} report */
export function allFindings(report) {
  return [...report.findings, ...report.unsure, ...report.noted];
}

/** @param {number | undefined} points */
const tenths = (points) => Math.round((points ?? 0) * 10);

/** @param {Writer} w @param {number} list @param {Finding} finding */
function writeFinding(w, list, finding) {
  w.u32(list).text(finding.rule).text(finding.category).text(finding.severity);
  w.u32(tenths(finding.points)).text(finding.words).text(finding.observed).text(finding.effect)
    .text(finding.missing);
  const guards = [...new Set(finding.guards.map((hit) => hit.guard))];
  w.list(guards, (guard) => w.text(guard));
  w.list(finding.suggestions, (suggestion) => {
    w.text(suggestion.title).text(suggestion.applicability).text(suggestion.text)
      .u32(suggestion.slots.length);
  });
}

/** @param {number} revision @param {Report} report */
export function reportMessage(revision, report) {
  const w = new Writer().u32(Message.report).u32(revision);
  w.text(report.language ?? '').text(report.genre).u32(report.genre_source === 'given' ? 1 : 0);
  w.u32(report.score === null ? 0 : 1).u32(tenths(report.score ?? 0));
  w.text(report.score_reason ?? '').text(report.band ?? '');
  const receipt = report.receipt ?? {};
  for (const key of ['phrase_loss', 'structure_loss', 'recovery', 'ceiling_loss', 'ceiling']) w.u32(tenths(receipt[key]));
  w.u32(report.findings.length + report.unsure.length + report.noted.length);
  for (const finding of report.findings) writeFinding(w, 0, finding);
  for (const finding of report.unsure) writeFinding(w, 1, finding);
  for (const finding of report.noted) writeFinding(w, 2, finding);
  w.list(report.notices, (notice) => w.text(notice.kind).u32(notice.places.length));
  return w.done();
}
