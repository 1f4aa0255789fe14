// Where findings stand after an edit that the checker has not seen yet: what the edit did not touch
// moves with the text, what it touched is gone. Pure.
// @ts-check

/** @typedef {{ start: number, end: number }} Range */

/**
 * What an edit leaves of a list, at its beginning and at its end.
 * @template T @param {T[]} before @param {T[]} after @param {(a: T, b: T) => boolean} [isAlike]
 */
export function kept(before, after, isAlike = (a, b) => a === b) {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && isAlike(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < most - head && isAlike(before[before.length - 1 - tail], after[after.length - 1 - tail])) tail += 1;
  return { head, tail };
}

/** How much of two texts is compared at once, in UTF-16 units: a long text differs in one place. */
const kStrides = [4096, 64, 1];

/**
 * The one replacement that turns `before` into `after`.
 * @param {string} before @param {string} after
 * @returns {{ start: number, removed: number, inserted: number }}
 */
export function editBetween(before, after) {
  const most = Math.min(before.length, after.length);
  const [b, a] = [before.length, after.length];
  let start = 0;
  let tail = 0;
  for (const n of kStrides) {
    while (start + n <= most && before.slice(start, start + n) === after.slice(start, start + n)) start += n;
  }
  for (const n of kStrides) {
    while (tail + n <= most - start && before.slice(b - tail - n, b - tail) === after.slice(a - tail - n, a - tail)) tail += n;
  }
  return { start, removed: b - start - tail, inserted: a - start - tail };
}

/**
 * Several edits of one text as the one replacement that has the same result.
 * @param {string} text @param {(Range & { text: string })[]} edits in order, none over another; at least one
 */
export function joined(text, edits) {
  const [{ start }] = edits;
  let at = start;
  let out = '';
  for (const edit of edits) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return { start, end: at, text: out };
}

/**
 * @param {(Range | null)[]} ranges null is a range that was touched before
 * @param {{ start: number, removed: number, inserted: number }} edit
 * @returns {(Range | null)[]}
 */
export function shiftRanges(ranges, edit) {
  const end = edit.start + edit.removed;
  const by = edit.inserted - edit.removed;
  return ranges.map((range) => {
    if (!range || range.end <= edit.start) return range;
    if (range.start >= end) return { start: range.start + by, end: range.end + by };
    return null;
  });
}
