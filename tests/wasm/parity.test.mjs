// One core: for the same bytes, core.wasm and the native command line must answer with the same
// bytes, in both units that people use.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { mergePack } from '../../web/tools/packs.mjs';
import { Core, filesUnder, packParts, top } from '../support/wasm_core.mjs';

const cli = path.resolve(top, process.env.UNFEIGNED_CLI ?? 'build/release/bin/unfeigned');
const kUnits = ['utf8', 'utf16'];
const kInputs = { '.txt': 'text', '.md': 'markdown', '.html': 'html' };
const kMaxTextBytes = 8 * 1024 * 1024;

function native(args, input) {
  const run = spawnSync(cli, args, { input, maxBuffer: 1024 * 1024 * 1024 });
  assert.ifError(run.error);
  return run;
}

function nativeReport(text, input, unit) {
  const run = native(['audit', '--format', 'json', '--offsets', unit, '--input', input, '-'], text);
  assert.equal(run.status, 0, run.stderr.toString());
  return run.stdout;
}

/** Compares without printing megabytes: the place of the first difference is enough. */
function assertSameBytes(wasm, wanted) {
  if (wasm.equals(wanted)) return;
  let at = 0;
  while (at < wasm.length && wasm[at] === wanted[at]) at += 1;
  const around = (bytes) => bytes.subarray(Math.max(0, at - 80), at + 80).toString();
  assert.fail(`they differ at byte ${at}:\n  wasm   ${around(wasm)}\n  native ${around(wanted)}`);
}

function assertParity(core, text, input = 'text') {
  const bytes = Buffer.from(text);
  for (const unit of kUnits) {
    const { failed, bytes: answer } = core.audit({ input, offsets: unit, language: 'auto', genre: 'auto' }, bytes);
    assert.equal(failed, false, answer.toString());
    assertSameBytes(Buffer.concat([answer, Buffer.from('\n')]), nativeReport(bytes, input, unit));
  }
  return JSON.parse(core.audit({ input, offsets: 'utf8' }, bytes).bytes.toString());
}

const core = await Core.withPacks();

const golden = path.join(top, 'tests/golden');
const goldenTexts = filesUnder(golden).filter((name) => name.includes('/')
  && path.extname(name) in kInputs && !name.endsWith('.report.txt'));

test('there are golden texts to compare', () => {
  assert.ok(goldenTexts.length >= 14, `${goldenTexts.length}`);
});

for (const name of goldenTexts) {
  test(`the same bytes for ${name}`, () => {
    assertParity(core, fs.readFileSync(path.join(golden, name)), kInputs[path.extname(name)]);
  });
}

test('every option gives the same bytes', () => {
  const text = fs.readFileSync(path.join(golden, 'en/apology-email.txt'));
  const plain = JSON.parse(core.audit({ offsets: 'utf16' }, text).bytes);
  const [one] = plain.findings;
  const kRule = one.rule;
  const cases = [
    [['--genre', 'legal'], { genre: 'legal' }],
    [['--genre', 'support'], { genre: 'support' }],
    [['--template'], { template: true }],
    [['--lang', 'en'], { language: 'en' }],
    [['--offsets', 'codepoint'], { offsets: 'codepoint' }],
    [['--input', 'html'], { input: 'html' }],
    [['--set-aside', kRule], { set_aside: [{ rule: kRule }] }],
    [['--set-aside', one.id, '--offsets', 'utf16'],
      { offsets: 'utf16', set_aside: [{ rule: kRule, start: one.start, end: one.end, quoted: false }] }],
  ];
  const answers = new Set();
  for (const [args, options] of cases) {
    const { failed, bytes } = core.audit(options, text);
    assert.equal(failed, false, bytes.toString());
    const run = native(['audit', '--format', 'json', ...args, '-'], text);
    assert.equal(run.status, 0, run.stderr.toString());
    assertSameBytes(Buffer.concat([bytes, Buffer.from('\n')]), run.stdout);
    answers.add(bytes.toString());
  }
  assert.ok(answers.size >= 6, 'options that change nothing compare nothing');
});

test('words that are set aside as quoted are noted, and their sentence counts no more', () => {
  const text = 'Café 🙂 hours. We apologise for any inconvenience on 3 May at 10:30. You can call Ada Byron on any day of the week.';
  const audit = (set_aside) => JSON.parse(core.audit({ offsets: 'utf16', set_aside }, text).bytes);
  const [{ start, end, rule }] = audit([]).findings;
  for (const [wish, isClean] of [[{ rule, start, end }, true], [{ start, end, quoted: true }, false]]) {
    const report = audit([wish]);
    assert.deepEqual(report.findings, []);
    assert.deepEqual(report.noted.map(({ words, points, guards }) => [words, points, guards.map(({ guard }) => guard)]),
      [[text.slice(start, end), 0, ['set-aside']]]);
    assert.deepEqual(report.evidence.map(({ credited }) => credited).slice(0, 2), [isClean, isClean]);
  }
});

/** The texts of all hits, without their brackets. */
function hits() {
  return packParts().flatMap(([, json]) => JSON.parse(json).rules ?? [])
    .flatMap((rule) => rule.examples?.hit ?? [])
    .map((text) => text.replace('[[', '').replace(']]', ''));
}

const kOdd = {
  'nothing': '',
  'one letter': 'a',
  'one byte that is no character': Buffer.from([0xff]),
  'NUL': 'We\0are sorry\0for any inconvenience.\0',
  'CRLF': 'We hear you.\r\nWe apologise for any inconvenience.\r\n\r\nThank you for your patience.\r\n',
  'lone CR': 'We hear you.\rWe apologise for any inconvenience.\r',
  'a byte order mark': '\uFEFFWe apologise for any inconvenience.',
  'a family and combining marks': 'We apologise 👨‍👩‍👧‍👦 for any incon\u0301ve\u0301nience, Zoe\u0308. 🏳️‍🌈',
  'broken UTF-8': Buffer.concat([Buffer.from('We are sorry '), Buffer.from([0xf0, 0x9f, 0x91, 0xc3, 0x28, 0xed, 0xa0, 0x80]),
    Buffer.from(' for any inconvenience.')]),
  'one line of a megabyte': 'we are sorry for any inconvenience and '.repeat(27000),
  'one word of a megabyte': 'a'.repeat(1_000_000),
  'ten thousand quotes': '"We hear you" '.repeat(5000),
  'ten thousand stray quotes': '" '.repeat(10_000),
};

for (const [name, text] of Object.entries(kOdd)) {
  test(`the same bytes for ${name}`, () => assertParity(core, text));
}

test('the same bytes for all findings at once', () => {
  const all = hits();
  assert.ok(all.length > 400, `${all.length} hits`);
  const report = assertParity(core, all.join('\n\n'));
  assert.ok(report.findings.length > 300, `${report.findings.length} findings`);
  assertParity(core, all.join(' '));
});

test('a text over the limit is a problem, one of that size is not', () => {
  const limit = Buffer.alloc(kMaxTextBytes, 'word ');
  assert.equal(core.audit({}, limit).failed, false);
  const over = core.audit({}, Buffer.concat([limit, Buffer.from('.')]));
  assert.equal(over.failed, true);
  assert.deepEqual(JSON.parse(over.bytes), { problem: 'the text is too long', diagnostics: [] });
  assertParity(core, 'We apologise for any inconvenience.');
});

test('wrong options and wrong packs are told, and the packs that are there go on working', async () => {
  const own = await Core.withPacks();
  for (const options of ['', '{', '{"genre":"song"}', '{"offsets":"bytes"}', '{"input":"pdf"}', '{"language":"xx"}', '{"set_aside":[{}]}',
    JSON.stringify({ set_aside: Array.from({ length: 1001 }, () => ({ rule: 'a' })) })]) {
    const { failed, bytes } = own.audit(options, 'We hear you.');
    const told = JSON.parse(bytes);
    assert.equal(failed, true, options);
    assert.ok(told.problem.length > 10, options);
  }
  const { failed, bytes } = own.loadPack('bad.json', '{"format":1,"format":1}');
  assert.equal(failed, true);
  const [diagnostic] = JSON.parse(bytes).diagnostics;
  assert.equal(diagnostic.file, 'bad.json');
  assert.equal(diagnostic.line, 1);
  assertParity(own, 'We apologise for any inconvenience.');
});

test('without a pack the answer is a problem', async () => {
  const empty = await Core.create();
  const { failed, bytes } = empty.audit({}, 'We hear you.');
  assert.equal(failed, true);
  assert.equal(JSON.parse(bytes).problem, 'no pack is ready');
});

test('the packs of the page, merged and without their examples, give the same bytes', async () => {
  const folder = path.join(top, 'assets/packs');
  const languages = fs.readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const merged = languages.map(({ name }) => [
    `packs/${name}.json`, Buffer.from(JSON.stringify(mergePack(path.join(folder, name)))),
  ]);
  assert.ok(merged.length > 0);
  const page = await Core.withPacks(merged);
  for (const name of goldenTexts) {
    assertParity(page, fs.readFileSync(path.join(golden, name)), kInputs[path.extname(name)]);
  }
});

test('a thousand audits do not grow the heap', async () => {
  const own = await Core.withPacks();
  const text = fs.readFileSync(path.join(golden, 'en/apology-email.txt'));
  for (let i = 0; i < 50; i += 1) own.audit({ offsets: 'utf16' }, text);
  const before = own.heapSize();
  for (let i = 0; i < 1000; i += 1) own.audit({ offsets: 'utf16' }, text);
  assert.equal(own.heapSize(), before);
});
