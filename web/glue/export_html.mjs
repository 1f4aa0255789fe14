// A report as one HTML file that needs nothing else: its style is inside, a script is nowhere, and its
// own policy forbids what somebody might put into it.
// @ts-check
import { disjoint } from './marks.mjs';

const kEscapes = /** @type {Record<string, string>} */ ({
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;',
});
/** @param {string} text */
const safe = (text) => text.replace(/[&<>"']/g, (mark) => kEscapes[mark]);
/** @param {string} lang */
const langOf = (lang) => (lang ? ` lang="${safe(lang)}"` : '');

const kPolicy = "default-src 'none'; style-src 'unsafe-inline'";
const kStyle = `
:root { color-scheme: light dark; --line: #8886; --note: #5f6b7a; --minor: #2f6690; --notable: #8a6100; --major: #a8480c; --grave: #8a2456; --question: #5b4fa3; }
@media (prefers-color-scheme: dark) { :root { --note: #9aa7b8; --minor: #7db4dd; --notable: #e0b04a; --major: #f08a4b; --grave: #ee7fb0; --question: #b3a7f5; } }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; }
h3 { margin: 1.2rem 0 0; font-size: 1rem; }
.text { padding: .8rem 1rem; border: 1px solid var(--line); border-radius: 8px; white-space: pre-wrap; overflow-wrap: anywhere; }
mark { background: none; color: inherit; text-decoration: underline 2px; text-underline-offset: 4px; }
.note, .minor { text-decoration-style: dotted; }
.notable, .question { text-decoration-style: dashed; }
.grave { text-decoration-style: double; }
.note { text-decoration-color: var(--note); } .minor { text-decoration-color: var(--minor); }
.notable { text-decoration-color: var(--notable); } .major { text-decoration-color: var(--major); }
.grave { text-decoration-color: var(--grave); } .question { text-decoration-color: var(--question); }
dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: .2rem 1rem; margin: .3rem 0 0; }
dt { max-width: 12rem; } dt, .meta, footer { opacity: .75; font-size: .9em; } dd { margin: 0; overflow-wrap: anywhere; }
.meta { margin: 0; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; } th { font-weight: 400; text-align: start; } td { padding-inline-start: 2rem; text-align: end; }
tr:last-child > * { border-top: 1px solid var(--line); font-weight: 600; }
footer { margin-top: 2rem; border-top: 1px solid var(--line); }
@media print { body { margin: 0; max-width: none; } article { break-inside: avoid; } }
`;

/** @param {string} text @param {import('./marks.mjs').Mark[]} marks */
function markedText(text, marks) {
  let at = 0;
  let out = '';
  for (const { start, end, look } of disjoint(marks)) {
    out += `${safe(text.slice(at, start))}<mark class="${safe(look)}">${safe(text.slice(start, end))}</mark>`;
    at = end;
  }
  return out + safe(text.slice(at));
}

/** @param {import('./export_document.mjs').Item} item */
function itemHtml({ head, lang, meta, facts }) {
  const rows = facts.map(([label, text]) => `<dt>${safe(label)}</dt><dd>${safe(text)}</dd>`).join('\n');
  return [`<article>\n<h3${langOf(lang)}>${safe(head)}</h3>`, meta && `<p class="meta">${safe(meta)}</p>`,
    rows && `<dl>\n${rows}\n</dl>`, '</article>'].filter(Boolean).join('\n');
}

/** @param {import('./export_document.mjs').Section} section */
function sectionHtml({ title, about, items }) {
  return [`<section>\n<h2>${safe(title)}</h2>`, about && `<p class="meta">${safe(about)}</p>`,
    ...items.map(itemHtml), '</section>'].filter(Boolean).join('\n');
}

/** @param {[string, string][]} receipt @param {string} title */
function receiptHtml(receipt, title) {
  const rows = receipt.map(([name, amount]) => `<tr><th scope="row">${safe(name)}</th><td>${safe(amount)}</td></tr>`);
  return `<section>\n<h2>${safe(title)}</h2>\n<table>\n${rows.join('\n')}\n</table>\n</section>`;
}

/** @param {import('./export_document.mjs').ReportDocument} report */
export function htmlOf(report) {
  return [
    '<!doctype html>',
    `<html${langOf(report.lang)}>`,
    `<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${kPolicy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${safe(report.title)}</title>\n<style>${kStyle}</style>\n</head>\n<body>`,
    `<h1>${safe(report.title)}</h1>`,
    ...report.summary.map((line) => `<p>${safe(line)}</p>`),
    `<h2>${safe(report.textTitle)}</h2>`,
    `<div class="text" dir="auto"${langOf(report.spoken)}>${markedText(report.text, report.marks)}</div>`,
    ...report.sections.map(sectionHtml),
    report.receipt.length > 0 ? receiptHtml(report.receipt, report.receiptTitle) : '',
    `<footer>\n<p>${safe(report.limits)}</p>\n<p>${safe(report.made)}</p>\n</footer>\n</body>\n</html>\n`,
  ].filter(Boolean).join('\n');
}
