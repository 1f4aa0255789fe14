// Hands out the report of the present text, as a copy or a file, and nowhere else. Loaded with what
// makes it when a reader asks for one, so that a first visit does not carry it.
// @ts-check
import { documentOf } from './export_document.mjs';
import { htmlOf } from './export_html.mjs';
import { markdownOf } from './export_markdown.mjs';
import { Way } from './exports.mjs';
import { Told } from './wire.mjs';

/** In the order of ReportFormat in src/app/dialogs.h. */
const kFormats = /** @type {const} */ ([
  { id: 'markdown', ending: 'md', type: 'text/markdown' },
  { id: 'html', ending: 'html', type: 'text/html' },
  { id: 'json', ending: 'json', type: 'application/json' },
]);
const kPatienceMs = 10_000;

/** Asked for in the task of the press, because a later write is refused by some browsers. @param {Promise<string>} text */
async function copy(text) {
  try {
    const blob = text.then((value) => new Blob([value], { type: 'text/plain' }));
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
  } catch {
    await navigator.clipboard.writeText(await text);
  }
}

/** @param {string} text @param {{ ending: string, type: string }} format */
function save(text, { ending, type }) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = `unfeigned-report.${ending}`;
  link.click();
  // The browser reads it after the press.
  setTimeout(() => URL.revokeObjectURL(link.href), kPatienceMs);
}

export class Exporter {
  /** @param {import('./page.mjs').Page} page */
  constructor(page) {
    this.page = page;
  }

  /** @param {typeof kFormats[number]} format @returns {Promise<string>} */
  async #content({ id }) {
    const { session, auditor, strings } = this.page;
    if (id === 'json') return auditor.raw();
    const { answer, asides, text } = session;
    if (!answer) throw new Error('there is no report yet');
    const report = documentOf({ text, report: answer.report, asides: asides.list, strings, lang: document.documentElement.lang });
    return id === 'html' ? htmlOf(report) : markdownOf(report);
  }

  /** @param {number} index of a format @param {number} way */
  async run(index, way) {
    if (way === Way.prepare) return;
    const format = kFormats[index];
    try {
      const content = this.#content(format);
      if (way === Way.copy) await copy(content);
      else save(await content, format);
      this.page.told(Told.exported, way === Way.copy ? 0 : 1);
    } catch {
      this.page.told(Told.exportFailed);
    }
  }
}
