// A report as people read it, before it is Markdown or HTML: sections of items, every text as it is,
// nothing escaped yet.
// @ts-check
import { isRule } from './asides.mjs';
import { Words } from './export_words.mjs';

/**
 * @typedef {import('./report.mjs').Report} Report
 * @typedef {import('./report.mjs').Finding} Finding
 * @typedef {{ text: string, report: Report, asides: import('./asides.mjs').Aside[],
 *   strings: Record<string, string>, lang: string }} Source
 * @typedef {{ head: string, lang: string, meta: string, facts: [string, string][] }} Item
 * @typedef {{ title: string, about: string, items: Item[] }} Section
 */

/** As AsideKind in src/app/records.h. */
const kAsideNames = ['here', 'rule', 'quoted', 'kept'];

/** @param {{ guards: { guard: string }[] }} finding */
const isSetAside = ({ guards }) => guards.some(({ guard }) => guard === 'set-aside');

/** @param {Words} words @param {Report} report @returns {[string, string][]} as terms_of in src/app/receipt.cpp */
function receiptOf(words, { score, receipt, missing }) {
  if (score === null || !receipt) return [];
  /** @type {[string, number][]} */
  const terms = [[words.say('receipt.phrases'), -receipt.phrase_loss]];
  for (const { component, points } of missing) {
    terms.push([words.say('receipt.missing', { component: words.name('component', component) }), -points]);
  }
  terms.push([words.say('receipt.facts'), receipt.recovery], [words.say('receipt.worst'), -receipt.ceiling_loss]);
  return [
    [words.say('receipt.start'), words.tenths(receipt.start)],
    ...terms.filter(([, amount]) => amount !== 0)
      .map(([name, amount]) => /** @type {[string, string]} */ ([name, words.signed(amount)])),
    [words.say('plainness'), words.tenths(score)],
  ];
}

/** @param {Words} words @param {Report} report @returns {string[]} */
function summaryOf(words, report) {
  const isScored = report.score !== null;
  const genre = words.name('genre', report.genre);
  return [
    isScored
      ? `${words.say('plainness')}: ${words.say('plainness.value', { score: words.tenths(Number(report.score)), band: words.name('band', report.band ?? '') })}`
      : words.name('reason', report.score_reason ?? 'nothing'),
    words.say(report.genre_source === 'given' ? 'genre.chosen' : 'genre.read-as', { genre }),
  ];
}

/** @param {Words} words @param {Finding} finding */
function metaOf(words, { category, severity, points, certainty, status }) {
  const values = { category: words.name('category', category) };
  if (status === 'noted') return words.say('card.noted', values);
  if (certainty === 'unsure') return words.say('card.question', values);
  return words.say('card.finding', { ...values, severity: words.name('severity', severity), points: words.tenths(points) });
}

/** @param {Words} words @param {Finding} finding @param {string} lang @returns {Item} */
function itemOf(words, finding, lang) {
  const isNoted = finding.status === 'noted';
  const guards = finding.guards.map(({ guard }) => guard);
  const because = isNoted && guards.length === 0 ? ['trial'] : guards;
  /** @type {[string, string][]} */
  const facts = [...new Set(because)].map((guard) => [words.say('fact.because'), words.name('guard', guard)]);
  facts.push([words.say('fact.why'), finding.observed], [words.say('fact.effect'), finding.effect]);
  if (!isNoted) facts.push([words.say('fact.missing'), finding.missing]);
  for (const { title, text } of isNoted ? [] : finding.suggestions) {
    facts.push([title, text || words.say('rewrite.delete')]);
  }
  return { head: words.say('card.words', { words: finding.words }), lang, meta: metaOf(words, finding), facts: facts.filter(([, text]) => text) };
}

/** @param {Words} words @param {Source} source @returns {Item[]} */
function asideItems(words, { asides, report }) {
  const places = (/** @type {string} */ rule) => report.noted.filter((one) => one.rule === rule && isSetAside(one)).length;
  return asides.map((aside) => {
    const { kind, rule, why } = aside;
    const category = words.name('category', rule.split('.')[0]);
    const how = `aside.${kAsideNames[kind]}`;
    const isWhole = isRule(aside);
    return {
      head: isWhole ? words.say('aside.rule-name', { category, rule }) : words.say('card.words', { words: aside.words }),
      lang: isWhole ? '' : report.language ?? '',
      meta: isWhole ? words.count(how, places(rule)) : words.say(how),
      facts: /** @type {[string, string][]} */ (why ? [[words.say('report.reason'), why]] : []),
    };
  });
}

/** @param {Words} words @param {Report} report @returns {Item[]} */
function missingItems(words, report) {
  return report.missing.map(({ component, points, suggestion }) => ({
    head: words.name('component', component),
    lang: '',
    meta: points ? words.say('missing.cost', { points: words.tenths(points) }) : '',
    facts: suggestion ? [[suggestion.title, suggestion.text.trim()]] : [],
  }));
}

/** @param {Source} source */
export function documentOf(source) {
  const { text, report, strings, lang } = source;
  const words = new Words(strings, lang);
  const spoken = report.language ?? '';
  const items = (/** @type {Finding[]} */ all) => all.filter((one) => !isSetAside(one)).map((one) => itemOf(words, one, spoken));
  /** @type {(key: string, all: Item[]) => Section} */
  const section = (key, all) => ({ title: words.say(key), about: words.strings[`${key}.about`] ?? '', items: all });
  const sections = [
    section('list.findings', items(report.findings)),
    section('list.questions', items(report.unsure)),
    section('missing', missingItems(words, report)),
    section('list.noted', items(report.noted)),
    section('asides', asideItems(words, source)),
  ].filter(({ items: all }, i) => all.length > 0 || i === 0);
  if (sections[0].items.length === 0) sections[0].about = words.say('list.none');
  const look = (/** @type {Finding} */ { severity, certainty, start, end }) => ({ start, end, look: certainty === 'unsure' ? 'question' : severity });
  return {
    lang,
    title: words.say('report.title'),
    summary: summaryOf(words, report),
    textTitle: words.say('report.text'),
    text,
    spoken,
    marks: [...report.findings, ...report.unsure].map(look),
    sections,
    receiptTitle: words.say('receipt'),
    receipt: receiptOf(words, report),
    limits: words.say('report.limits'),
    made: words.say('report.made', { version: report.tool.version, packs: report.packs.map(({ id, version }) => `${id} ${version}`).join(', ') }),
  };
}
/** @typedef {ReturnType<typeof documentOf>} ReportDocument */
