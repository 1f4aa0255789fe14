// Stands in for core.mjs where only the page is under test: the same exports over a heap of its
// own, and reports that follow the report contract, made from a short list of phrases.
const kPhrases = [
  { words: 'any inconvenience', category: 'generic-inconvenience', severity: 'notable', points: 12.5,
    observed: 'This names no harm.', effect: 'A reader may feel that nobody looked.',
    missing: 'Say what went wrong, and for whom.',
    suggestions: [{ title: 'Name the harm', sentence: true, text: '\u27E8what happened\u27E9 on \u27E8date\u27E9, and you had to \u27E8what it cost you\u27E9.', slots: ['what happened', 'date', 'what it cost you'] }] },
  { words: 'sorry if you', category: 'conditional-apology', severity: 'major', points: 20.1,
    observed: 'This puts the hurt under an \u201cif\u201d.', effect: 'A reader who was hurt may feel doubted.',
    missing: 'Name what was done, and to whom.',
    suggestions: [{ title: 'Name the act', sentence: true, text: '\u27E8who\u27E9 \u27E8did what\u27E9. I am sorry.', slots: ['who', 'did what'] }] },
  { words: 'truly', category: 'intensifier-stacking', severity: 'minor', points: 3,
    observed: 'The word adds weight and no fact.', effect: 'A reader may hear a script.', missing: '',
    suggestions: [{ title: 'Leave it out', sentence: false, text: '', slots: [] }] },
  { words: 'mistakes were made', category: 'agency-deflection', severity: 'grave', points: 30,
    observed: 'Nobody did it in this sentence.', effect: 'A reader may ask who.', missing: 'Say who did what.',
    suggestions: [{ title: 'Say who', sentence: false, text: 'we \u27E8did what\u27E9', slots: ['did what'] }] },
  { words: '给您带来不便', category: 'generic-inconvenience', severity: 'notable', points: 11,
    observed: 'This names no harm.', effect: 'A reader may feel that nobody looked.',
    missing: 'Say what went wrong.', suggestions: [] },
];

/** What an incident owes, the words that give it, and the sentence that asks for it. */
const kOwed = [
  { component: 'harm', words: 'could not pay', points: 6.4, title: 'Say what happened, and to whom',
    text: 'On \u27E8when\u27E9 \u27E8whom\u27E9 could not \u27E8what\u27E9.', slots: ['when', 'whom', 'what'] },
  { component: 'repair', words: 'we refunded', points: 2.5, title: 'Say what is given back',
    text: 'We refunded \u27E8amount\u27E9.', slots: ['amount'] },
  { component: 'contact', words: 'Call', points: 1, title: 'Say how to reach a person',
    text: 'Call \u27E8whom\u27E9.', slots: ['whom'] },
];
const kFacts = [['date', /\b\d{1,2} (?:March|May)\b/g], ['amount', /€\d+/g]];

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function sentenceAround(text, start, end) {
  const before = Math.max(...['. ', '! ', '? ', '\n', '。'].map((mark) => {
    const at = text.lastIndexOf(mark, start - 1);
    return at < 0 ? 0 : at + mark.length;
  }));
  const after = /[.!?。](?=\s|$)|\n|。/g;
  after.lastIndex = end;
  const match = after.exec(text);
  return { start: before, end: match ? match.index + (match[0] === '\n' ? 0 : 1) : text.length };
}

function suggestionFor(spec, place, sentence) {
  const { start, end } = spec.sentence ? sentence : place;
  const slots = slotsOf(spec.text, spec.slots);
  return { title: spec.title, applicability: slots.length ? 'fill_in' : 'ready', start, end, text: spec.text, slots, keeps: [] };
}

function findingFor(phrase, text, start) {
  const end = start + phrase.words.length;
  const sentence = sentenceAround(text, start, end);
  const quoted = text[start - 1] === '\u201c';
  const rule = `${phrase.category}.en.test`;
  return {
    id: `${rule}@${start}`, start, end, rule, category: phrase.category, severity: phrase.severity,
    certainty: phrase.words === 'truly' ? 'likely' : 'firm', status: quoted ? 'noted' : 'flagged',
    points: quoted ? 0 : phrase.points, message: `${phrase.observed} ${phrase.effect}`,
    observed: phrase.observed, effect: phrase.effect, missing: phrase.missing, words: phrase.words, sentence,
    guards: quoted ? [{ guard: 'quotation', start: start - 1, end: start }] : [],
    suggestions: phrase.suggestions.map((spec) => suggestionFor(spec, { start, end }, sentence)),
  };
}

function slotsOf(text, labels) {
  return labels.map((label) => {
    const at = text.indexOf(`\u27E8${label}\u27E9`);
    return { id: label.replaceAll(' ', '-'), label, start: at, end: at + label.length + 2 };
  });
}

/** Only a text that speaks of an outage is an incident, and only that owes anything. */
function structureOf(text, genre) {
  const evidence = kFacts.flatMap(([type, pattern]) => [...text.matchAll(pattern)].map((match) => (
    { type, start: match.index, end: match.index + match[0].length, credited: true })));
  evidence.sort((a, b) => a.start - b.start);
  const components = [];
  const missing = [];
  for (const owed of genre === 'incident' ? kOwed : []) {
    const start = text.indexOf(owed.words);
    if (start >= 0) {
      const end = start + owed.words.length;
      const sentence = sentenceAround(text, start, end);
      const hasFact = evidence.some((fact) => fact.start >= sentence.start && fact.end <= sentence.end);
      components.push({ component: owed.component, level: hasFact ? 2 : 1, start, end, sentence });
      continue;
    }
    const at = text.trimEnd().length;
    const asked = ` ${owed.text}`;
    missing.push({ component: owed.component, permille: 100, points: owed.points,
      suggestion: { title: owed.title, applicability: 'fill_in', start: at, end: at, text: asked, slots: slotsOf(asked, owed.slots), keeps: [] } });
  }
  return { evidence, components, missing };
}

function genreOf(text, options) {
  if (options.genre !== 'auto') return { genre: options.genre, genre_source: 'given', genre_reasons: [] };
  const at = text.indexOf('outage');
  const isGeneral = text.includes('Dear diary');
  const reasons = at < 0 ? [] : [{ start: at, end: at + 6 }];
  return { genre: isGeneral ? 'general' : at < 0 ? 'support' : 'incident', genre_source: 'detected', genre_reasons: reasons };
}

export function fakeReport(text, options) {
  const all = [];
  for (const phrase of kPhrases) {
    for (let at = text.indexOf(phrase.words); at >= 0; at = text.indexOf(phrase.words, at + 1)) {
      all.push(findingFor(phrase, text, at));
    }
  }
  all.sort((a, b) => a.start - b.start);
  for (const finding of all) if (finding.status === 'flagged' && isSetAside(finding, options)) layAside(finding);
  const findings = all.filter((finding) => finding.status === 'flagged');
  const loss = findings.reduce((sum, finding) => sum + finding.points, 0);
  const tooShort = text.length < 60;
  const genre = genreOf(text, options);
  const structure = structureOf(text, genre.genre);
  const owing = structure.missing.reduce((sum, one) => sum + one.points, 0);
  const score = tooShort ? null : Math.max(0, Math.round((100 - loss - owing) * 10) / 10);
  const slots = [...text.matchAll(/\u27E8[^\u27E9\n]+\u27E9/g)];
  return {
    schema_version: 1, score_version: 1, offset_unit: 'utf16', tool: { name: 'unfeigned', version: '0.0.0' },
    packs: [], language: options.language === 'auto' ? 'en' : options.language,
    ...genre,
    score, score_reason: text === '' ? 'empty' : tooShort ? 'too-short' : null,
    band: score === null ? null : score > 80 ? 'plain-spoken' : score > 60 ? 'mixed' : 'formulaic',
    receipt: score === null ? null : { start: 100, phrase_loss: 100 - score - owing, structure_loss: owing, recovery: 0, ceiling_loss: 0, score, ceiling: 100, weight: 0, clean_length: 0, total_length: text.length },
    findings, unsure: text.includes('we understand') ? [questionFor(text)] : [],
    noted: all.filter((finding) => finding.status === 'noted'), ...structure,
    notices: slots.length ? [{ kind: 'open-slot', places: slots.map((slot) => ({ start: slot.index, end: slot.index + slot[0].length })) }] : [],
    text: { bytes: encoder.encode(text).length, blocks: 1, sentences: 1, tokens: 1 },
  };
}

/** As src/audit/set_aside.cpp. */
function isSetAside({ rule, start, end }, { set_aside: wishes = [] }) {
  return wishes.some((one) => (one.rule ?? rule) === rule
    && (one.start === undefined || (one.start < end && start < one.end)));
}

function layAside(finding) {
  Object.assign(finding, { status: 'noted', points: 0, suggestions: [], guards: [{ guard: 'set-aside', start: 0, end: 0 }] });
}

function questionFor(text) {
  const phrase = { words: 'we understand', category: 'formulaic-acknowledgement', severity: 'minor', points: 0,
    observed: 'Is there a place where it shows what was understood?', effect: 'A reader may wonder.',
    missing: 'Repeat the fact that was understood.', suggestions: [] };
  return { ...findingFor(phrase, text, text.indexOf('we understand')), certainty: 'unsure' };
}

export default async function create() {
  let next = 8;
  let result = encoder.encode('{"problem":"nothing was asked yet"}');
  const module = {
    HEAPU8: new Uint8Array(1 << 16),
    _uf_alloc(bytes) {
      if (next + bytes > module.HEAPU8.length) {
        // Grows as a real heap does: every older view is dead from now on.
        const grown = new Uint8Array((next + bytes) * 2);
        grown.set(module.HEAPU8);
        module.HEAPU8 = grown;
      }
      next += bytes;
      return next - bytes;
    },
    _uf_free() {},
    _uf_load_pack: () => 0,
    _uf_forget_pack: () => {},
    _uf_ready() {
      result = encoder.encode('{"packs":[],"samples":[]}');
      return 0;
    },
    _uf_audit(options, optionsSize, text, textSize) {
      const read = (start, size) => decoder.decode(module.HEAPU8.subarray(start, start + size));
      const report = fakeReport(read(text, textSize), JSON.parse(read(options, optionsSize)));
      result = encoder.encode(JSON.stringify(report));
      next = 8;
      return 0;
    },
    _uf_result() {
      const at = module._uf_alloc(result.length);
      module.HEAPU8.set(result, at);
      return at;
    },
    _uf_result_size: () => result.length,
  };
  return module;
}
