// Highlights without a canvas: the mirror shows them behind the text, as marks whose colour and
// underline tell the severity.
// @ts-check

/** @typedef {{ start: number, end: number, look: string }} Mark */

/**
 * Marks that do not overlap, in order; of two that overlap the first one wins.
 * @param {Mark[]} marks
 */
export function disjoint(marks) {
  const sorted = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
  /** @type {Mark[]} */
  const out = [];
  for (const mark of sorted) {
    if (mark.start < mark.end && (out.at(-1)?.end ?? 0) <= mark.start) out.push(mark);
  }
  return out;
}

/** @param {HTMLElement} mirror @param {string} text @param {Mark[]} marks */
export function paintMarks(mirror, text, marks) {
  const parts = [];
  let at = 0;
  for (const { start, end, look } of disjoint(marks)) {
    if (end > text.length) break;
    const mark = document.createElement('mark');
    mark.className = look;
    mark.textContent = text.slice(start, end);
    parts.push(text.slice(at, start), mark);
    at = end;
  }
  parts.push(`${text.slice(at)}\n`);
  mirror.replaceChildren(...parts);
}
