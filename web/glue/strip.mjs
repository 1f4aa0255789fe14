// The strip beside the text: where findings and facts lie in the whole of it. Rows are counted, not
// measured: a long text costs a count of its lines. The lists say the same in words, so it is for the eye alone.
// @ts-check

/** As the style sheet has them for the text box. */
const kRow = 27.2;
const kPadding = 20;
/** How wide a letter is, about. */
const kLetter = 8.3;
const kHan = 17;
/** As Highlight in src/ui/painter.h. */
const kFact = 0xFFFFFFFE;
/** How far from a mark, in pixels, a press still means it. */
const kReach = 10;

/** Of what lies in one row the gravest is seen. */
const kOrder = ['fact', 'look-noted', 'look-note', 'look-question', 'look-minor', 'look-notable', 'look-major', 'look-grave'];

/** @typedef {import('./ranges.mjs').Range} Range */
/** @typedef {{ key: number, look: string, range: Range, at: number, extent: number }} Mark */

/**
 * In which row each place of the text is, and how many rows there are, where `letters` go into one.
 * @param {string} text @param {number} letters
 */
function rowsOf(text, letters) {
  /** @type {number[]} */
  const starts = [];
  /** @type {number[]} */
  const rows = [];
  let row = 0;
  for (let at = 0, end = 0; end >= 0; at = end + 1) {
    end = text.indexOf('\n', at);
    starts.push(at);
    rows.push(row);
    row += Math.max(1, Math.ceil(((end < 0 ? text.length : end) - at) / letters));
  }
  const rowAt = (/** @type {number} */ offset) => {
    let low = 0;
    for (let high = starts.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle;
    }
    return rows[low] + (offset - starts[low]) / letters;
  };
  return { rowAt, count: row };
}

export class Strip {
  /** @type {Mark[]} */
  marks = [];

  /** @param {import('./page.mjs').Page} page */
  constructor(page) {
    this.page = page;
    this.box = /** @type {HTMLElement} */ (document.getElementById('strip'));
    this.box.addEventListener('click', ({ clientY }) => this.#go(clientY));
    this.box.addEventListener('pointerenter', () => { this.box.title = page.strings['page.strip']; });
    this.box.addEventListener('wheel', ({ deltaY }) => { page.editor.element.scrollTop += deltaY; }, { passive: true });
    this.refresh();
  }

  /** What lies where, in the order of painting. @returns {Mark[]} */
  #placed() {
    const { editor: { element, text }, session } = this.page;
    const letter = session.answer?.report.language === 'zh' ? kHan : kLetter;
    const { rowAt, count } = rowsOf(text, Math.max(1, (element.clientWidth - 48) / letter));
    const whole = Math.max(element.clientHeight, count * kRow + 2 * kPadding);
    const looks = session.marks();
    const found = session.highlights().map(({ key, range }, i) => ({ key, range, look: looks[i].look }))
      .filter(({ key }) => key >= 0);
    const facts = session.shown.flatMap((range) => (range ? [{ key: kFact, range, look: 'fact' }] : []));
    const all = [...facts, ...found].sort((a, b) => kOrder.indexOf(a.look) - kOrder.indexOf(b.look));
    return all.map((one) => {
      const row = rowAt(one.range.start);
      return { ...one, at: (kPadding + Math.floor(row) * kRow) / whole, extent: (Math.floor(rowAt(one.range.end)) - Math.floor(row) + 0.8) * kRow / whole };
    });
  }

  /** There is another report, or another view. */
  refresh() {
    const { page, box } = this;
    const { element } = page.editor;
    this.marks = page.session.isCurrent() ? this.#placed() : [];
    box.hidden = this.marks.length === 0;
    box.style.marginInlineEnd = `${element.offsetWidth - element.clientWidth + 2}px`;
    if (page.dress.isPlain) return this.#show();
    box.replaceChildren();
    page.ui.strip(this.marks.map(({ key, at, extent }) => ({ finding: key, x: 0, y: at, width: 0, height: extent })));
    return page.surface.kick(2);
  }

  /** Without a canvas. */
  #show() {
    this.box.replaceChildren(...this.marks.map(({ look, at, extent }) => {
      const mark = document.createElement('i');
      mark.className = look;
      mark.style.top = `${at * 100}%`;
      mark.style.height = `${extent * 100}%`;
      return mark;
    }));
  }

  /** To the words that the press is next to, or to that part of the text. @param {number} y */
  #go(y) {
    const { editor, dress } = this.page;
    const { top, height } = this.box.getBoundingClientRect();
    const at = (y - top) / height;
    const far = (/** @type {Mark} */ mark) => Math.max(mark.at - at, at - mark.at - mark.extent, 0) * height;
    const near = this.marks.reduce((best, mark) => (best && far(best) < far(mark) ? best : mark), this.marks[0]);
    if (!near || far(near) > kReach) {
      editor.element.scrollTop = at * editor.element.scrollHeight - editor.element.clientHeight / 2;
      return;
    }
    editor.select(near.range);
    dress.reveal(near.range);
  }
}
