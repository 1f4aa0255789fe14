// A report as Markdown. The user's words are escaped, so that they read as they were written.
// @ts-check

/** On one line, and none of it markup. @param {string} text */
function inline(text) {
  return text.replace(/\s+/g, ' ').trim().replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&');
}

/** A fence that nothing in the text can close. @param {string} text */
function fenced(text) {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}${text.endsWith('\n') ? '' : '\n'}${fence}`;
}

/** @param {import('./export_document.mjs').Item} item */
function itemText({ head, meta, facts }) {
  const lines = facts.map(([label, text]) => `- **${inline(label)}:** ${inline(text)}`);
  return [`### ${inline(head)}`, inline(meta), lines.join('\n')].filter(Boolean).join('\n\n');
}

/** @param {import('./export_document.mjs').Section} section */
function sectionText({ title, about, items }) {
  return [`## ${inline(title)}`, inline(about), ...items.map(itemText)].filter(Boolean).join('\n\n');
}

/** @param {[string, string][]} receipt @param {string} title */
function receiptText(receipt, title) {
  const rows = receipt.map(([name, amount]) => `| ${inline(name)} | ${inline(amount)} |`);
  return [`## ${inline(title)}`, ['| | |', '|---|---:|', ...rows].join('\n')].join('\n\n');
}

/** @param {import('./export_document.mjs').ReportDocument} report */
export function markdownOf(report) {
  return [
    `# ${inline(report.title)}`,
    report.summary.map((line) => `- ${inline(line)}`).join('\n'),
    `## ${inline(report.textTitle)}`,
    fenced(report.text),
    ...report.sections.map(sectionText),
    ...(report.receipt.length > 0 ? [receiptText(report.receipt, report.receiptTitle)] : []),
    inline(report.limits),
    inline(report.made),
  ].join('\n\n').concat('\n');
}
