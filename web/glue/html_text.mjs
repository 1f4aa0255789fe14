// The words of a page or of pasted rich text: paragraphs as paragraphs, items and rows as lines.
// Nothing of it is shown or run; the parser makes a document that no window has.
// @ts-check

const kDropped = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'HEAD', 'TITLE', 'SVG', 'IFRAME', 'OBJECT',
  'SELECT', 'TEXTAREA', 'BUTTON', 'AUDIO', 'VIDEO', 'CANVAS']);
/** With an empty line around them. */
const kParagraphs = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'BLOCKQUOTE', 'PRE', 'UL', 'OL', 'DL', 'TABLE',
  'FIGURE', 'HR', 'SECTION', 'ARTICLE', 'HEADER', 'FOOTER', 'MAIN', 'ASIDE', 'NAV', 'FORM']);
/** On lines of their own. */
const kLines = new Set(['DIV', 'LI', 'DT', 'DD', 'TR', 'CAPTION', 'FIGCAPTION', 'ADDRESS', 'DETAILS', 'SUMMARY']);

class Lines {
  text = '';

  /** Line ends to come before the next word. */
  breaks = 0;

  isMarked = false;

  /** A paragraph inside an item begins behind the item's mark. @param {number} n */
  end(n) {
    if (!this.isMarked) this.breaks = Math.max(this.breaks, n);
  }

  mark() {
    this.add('- ', true);
    this.isMarked = true;
  }

  /** @param {string} words @param {boolean} isAsWritten */
  add(words, isAsWritten) {
    const flat = isAsWritten ? words : words.replace(/[\t\n\f\r ]+/g, ' ');
    if (flat === '' || (flat === ' ' && (this.breaks > 0 || /(^|\s)$/.test(this.text)))) return;
    if (this.breaks > 0) {
      this.text = this.text.replace(/ +$/, '') + (this.text ? '\n'.repeat(this.breaks) : '');
      this.breaks = 0;
    }
    this.isMarked = false;
    this.text += /(^|\s)$/.test(this.text) && !isAsWritten ? flat.trimStart() : flat;
  }
}

/** Deep trees are walked with a list of what is still to do. @param {Element} root */
function walk(root) {
  const lines = new Lines();
  /** @type {(Node | number)[]} */
  const todo = [root];
  while (todo.length > 0) {
    const next = /** @type {Node | number} */ (todo.pop());
    if (typeof next === 'number') {
      lines.end(next);
      continue;
    }
    if (next.nodeType === Node.TEXT_NODE) {
      lines.add(next.nodeValue ?? '', next.parentElement?.closest('pre') !== null);
      continue;
    }
    if (!(next instanceof Element)) continue;
    const name = next.tagName.toUpperCase();
    if (kDropped.has(name) || next.hasAttribute('hidden')) continue;
    const gap = kParagraphs.has(name) ? 2 : Number(kLines.has(name));
    lines.end(gap);
    // Two of them make an empty line.
    if (name === 'BR') lines.breaks = Math.min(2, lines.breaks + 1);
    if (name === 'LI') lines.mark();
    if (name === 'TD' || name === 'TH') lines.add(' ', false);
    if (gap > 0) todo.push(gap);
    todo.push(...[...next.childNodes].reverse());
  }
  return lines.text.trim();
}

/** @param {string} html */
export function textOfHtml(html) {
  return walk(new DOMParser().parseFromString(html, 'text/html').body);
}
