// Where words of the editor stand on the screen. The browser lays the same text out in an invisible
// mirror of the same box, and its rectangles are read; where the textarea can be asked itself
// (createValueRange), it is asked. When the mirror does not agree with the editor, nothing is said.
// @ts-check
import { kept } from './ranges.mjs';

/** @typedef {{ start: number, end: number }} Range */

/**
 * One rectangle a line: engines cut a line where they shape a space or an emoji on its own.
 * @param {DOMRect[]} rects
 */
export function lineRects(rects) {
  /** @type {{ x: number, y: number, width: number, height: number }[]} */
  const lines = [];
  for (const { x, y, width, height } of rects) {
    const last = lines.at(-1);
    const isSameLine = last && Math.abs(last.y - y) < height / 2
      && Math.abs(last.x + last.width - x) < 1;
    if (width > 0 && isSameLine) last.width = x + width - last.x;
    else if (width > 0) lines.push({ x, y, width, height });
  }
  return lines;
}

/**
 * Of ranges in order of their start, those that can be in sight. What starts later starts no higher, so
 * two searches by halves find them, and a long text costs no more than a short one.
 * @template {{ range: Range }} T
 * @param {T[]} wanted
 * @param {(range: Range) => { y: number, height: number } | undefined} firstLine
 * @param {{ top: number, bottom: number }} view
 */
export function inSight(wanted, firstLine, view) {
  /** The first whose beginning, or that of the next one that is laid out, fits. */
  const search = (/** @type {(line: { y: number, height: number }) => boolean} */ fits) => {
    let low = 0;
    for (let high = wanted.length; low < high;) {
      const middle = (low + high) >> 1;
      let line;
      for (let i = middle; i < wanted.length && !line; i += 1) line = firstLine(wanted[i].range);
      if (!line || fits(line)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const first = search(({ y, height }) => y + height >= view.top);
  const last = search(({ y }) => y > view.bottom);
  // A range that begins above may reach into sight only if it goes on past the last that does.
  const edge = wanted[first - 1]?.range.start ?? 0;
  return wanted.slice(0, last).filter(({ range }, i) => i >= first || range.end > edge);
}

export class Geometry {
  /** @param {HTMLTextAreaElement} editor @param {HTMLElement} mirror */
  constructor(editor, mirror) {
    this.editor = editor;
    this.mirror = mirror;
    this.text = '';
    /** Each has a box of its own in the mirror, so that an edit lays out those it touched. @type {string[]} */
    this.lines = [];
    /** Where each begins. @type {number[]} */
    this.starts = [];
    this.range = document.createRange();
    /** @type {any} */
    this.asked = editor;
    /** What is in the mirror, unless the view without a canvas put its marks there. @type {Element | null} */
    this.first = null;
  }

  #sync() {
    const { mirror, editor: { value } } = this;
    if (!this.first || this.first !== mirror.firstChild) {
      mirror.replaceChildren();
      this.lines = [];
    }
    if (value !== this.text || this.lines.length === 0) this.#write(value);
    mirror.scrollTop = this.editor.scrollTop;
  }

  /** @param {string} text */
  #write(text) {
    const { mirror } = this;
    const lines = text.split('\n');
    const { head, tail } = kept(this.lines, lines);
    for (let i = this.lines.length - tail; i > head; i -= 1) mirror.children[i - 1].remove();
    const boxes = lines.slice(head, lines.length - tail).map((line) => {
      const box = document.createElement('div');
      box.textContent = `${line}\n`;
      return box;
    });
    const next = mirror.children[head] ?? null;
    for (const box of boxes) mirror.insertBefore(box, next);
    let at = 0;
    this.starts = lines.map((line) => {
      at += line.length + 1;
      return at - line.length - 1;
    });
    Object.assign(this, { text, lines, first: mirror.firstElementChild });
  }

  /** The line that holds an offset. @param {number} offset */
  #lineOf(offset) {
    let low = 0;
    for (let high = this.starts.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Whether a rectangle of the mirror means something in the editor. */
  agrees() {
    return typeof this.asked.createValueRange === 'function'
      || Math.abs(this.mirror.scrollHeight - this.editor.scrollHeight) <= 1;
  }

  prepare() {
    if (typeof this.asked.createValueRange !== 'function') this.#sync();
  }

  /** @param {Range} range @returns {DOMRect[]} in the coordinates of the window */
  #rects(range) {
    if (typeof this.asked.createValueRange === 'function') {
      return [...this.asked.createValueRange(range.start, range.end).getClientRects()];
    }
    const rects = [];
    for (let i = this.#lineOf(range.start); i < this.lines.length && this.starts[i] < range.end; i += 1) {
      const text = /** @type {Text} */ (this.mirror.children[i].firstChild);
      this.range.setStart(text, Math.max(0, range.start - this.starts[i]));
      this.range.setEnd(text, Math.min(text.length, range.end - this.starts[i]));
      rects.push(...this.range.getClientRects());
    }
    return rects;
  }

  /**
   * Pieces of the ranges that are in sight, relative to the page's own box.
   * @param {{ key: number, range: Range }[]} wanted
   * @param {DOMRect} origin
   */
  pieces(wanted, origin) {
    this.prepare();
    if (!this.agrees()) return [];
    const view = this.editor.getBoundingClientRect();
    const size = this.editor.value.length;
    const sorted = wanted.filter(({ range }) => range.start < range.end && range.end <= size)
      .sort((a, b) => a.range.start - b.range.start);
    const seen = new Set(inSight(sorted, (one) => this.#rects(one)[0], view));
    const pieces = [];
    // In the order that they were given in: of two that overlap the later one is painted above.
    for (const one of wanted) {
      if (!seen.has(one)) continue;
      const { key, range } = one;
      for (const rect of lineRects(this.#rects(range))) {
        if (rect.y + rect.height < view.top || rect.y > view.bottom) continue;
        pieces.push({ ...rect, finding: key, x: rect.x - origin.x, y: rect.y - origin.y });
      }
    }
    return pieces;
  }

  /** Scrolls the editor so that the range is in sight. @param {Range} range */
  reveal(range) {
    this.prepare();
    const [first] = this.#rects(range);
    if (!first) return;
    const view = this.editor.getBoundingClientRect();
    const margin = Math.min(48, view.height / 4);
    if (first.top < view.top + margin || first.bottom > view.bottom - margin) {
      this.editor.scrollTop += first.top - view.top - view.height / 3;
    }
  }
}
