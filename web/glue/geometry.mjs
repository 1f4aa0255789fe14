// Where words of the editor stand on the screen. The browser lays the same text out in an invisible
// mirror of the same box, and its rectangles are read; where the textarea can be asked itself
// (createValueRange), it is asked. When the mirror does not agree with the editor, nothing is said.
// @ts-check

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

export class Geometry {
  /** @param {HTMLTextAreaElement} editor @param {HTMLElement} mirror */
  constructor(editor, mirror) {
    this.editor = editor;
    this.mirror = mirror;
    this.node = document.createTextNode('');
    this.range = document.createRange();
    /** @type {any} */
    this.asked = editor;
  }

  #sync() {
    const wanted = `${this.editor.value}\n`;
    if (this.node.parentNode !== this.mirror) this.mirror.replaceChildren(this.node);
    if (this.node.data !== wanted) this.node.data = wanted;
    this.mirror.scrollTop = this.editor.scrollTop;
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
    this.range.setStart(this.node, range.start);
    this.range.setEnd(this.node, range.end);
    return [...this.range.getClientRects()];
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
    const pieces = [];
    for (const { key, range } of wanted) {
      if (range.end > size || range.start >= range.end) continue;
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
