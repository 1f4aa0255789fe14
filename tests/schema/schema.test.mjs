// The schemas say what the program does: a part of a pack passes its schema exactly when check-pack
// accepts it, as far as a schema can see, and every report passes the schema of reports.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import { filesUnder, top } from '../support/wasm_core.mjs';

const cli = path.resolve(top, process.env.UNFEIGNED_CLI ?? 'build/release/bin/unfeigned');
const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
const schemaOf = (name) => ajv.compile(JSON.parse(fs.readFileSync(path.join(top, `assets/schema/${name}.schema.json`), 'utf8')));
const passesPack = schemaOf('pack');
const passesReport = schemaOf('report');
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'unfeigned-schema-'));
after(() => fs.rmSync(scratch, { recursive: true }));

function run(args, input) {
  const done = spawnSync(cli, args, { input, maxBuffer: 256 * 1024 * 1024 });
  assert.ifError(done.error);
  return done;
}

const packs = path.join(top, 'assets/packs');
const parts = filesUnder(packs).filter((name) => name.endsWith('.json'));

test('every part of every pack passes', () => {
  assert.ok(parts.length >= 22, `${parts.length}`);
  for (const name of parts) {
    const isGood = passesPack(JSON.parse(fs.readFileSync(path.join(packs, name), 'utf8')));
    assert.ok(isGood, `${name}: ${ajv.errorsText(passesPack.errors)}`);
  }
});

/** A small pack that both accept. */
const good = () => ({
  format: 1,
  pack: { id: 'tiny', language: 'en', name: 'Tiny', version: '1.0.0' },
  profile: { script: 'latin', function_words: ['the'] },
  lexicons: { act: ['lost'] },
  cues: { negator: ['not'] },
  evidence: { date: ['# may'] },
  genres: { incident: [{ points: 2, patterns: ['outage'] }] },
  components: { harm: ['you %act'] },
  asks: { harm: [{ genres: ['incident'], title: 'Say it', text: 'You lost ⟨what⟩.', example: 'You lost the day.' }] },
  slots: { what: 'what' },
  rules: [{
    id: 'hollow-values.en.care', severity: 'minor', since: '1.0.0', patterns: ['we care'],
    message: { observed: 'It does.', effect: 'One may feel.', missing: 'Say what.' },
    suggestions: [{ title: 'Say it', replaces: 'sentence', text: 'We did ⟨what⟩.' }],
    sources: ['common usage'],
    examples: {
      hit: ['[[We care]] in May.', 'And [[we care]] in June.'],
      near_miss: [{ text: 'We came in May.', because: 'another verb' }, { text: 'They care in May.', because: 'not us' }],
    },
  }],
});

const mistakes = {
  'a part without its format': (pack) => { delete pack.format; },
  'a format to come': (pack) => { pack.format = 2; },
  'an unknown key': (pack) => { pack.extra = 1; },
  'a pack without a version': (pack) => { delete pack.pack.version; },
  'a script that is none': (pack) => { pack.profile.script = 'runes'; },
  'a function word that is no text': (pack) => { pack.profile.function_words = [1]; },
  'a fold that is no object': (pack) => { pack.profile.folds = []; },
  'an unknown cue': (pack) => { pack.cues.mood = ['x']; },
  'an unknown type of evidence': (pack) => { pack.evidence.weather = ['x']; },
  'an unknown genre': (pack) => { pack.genres.poem = []; },
  'a genre cue without points': (pack) => { delete pack.genres.incident[0].points; },
  'more points than there are': (pack) => { pack.genres.incident[0].points = 9; },
  'an unknown component': (pack) => { pack.components.rhyme = ['x']; },
  'an ask without a title': (pack) => { delete pack.asks.harm[0].title; },
  'an ask for an unknown genre': (pack) => { pack.asks.harm[0].genres = ['poem']; },
  'a rule without a message': (pack) => { delete pack.rules[0].message; },
  'a rule of no severity': (pack) => { pack.rules[0].severity = 'awful'; },
  'a rule without a pattern': (pack) => { pack.rules[0].patterns = []; },
  'a rule id without its language': (pack) => { pack.rules[0].id = 'hollow-values.care'; },
  'an unknown key of a rule': (pack) => { pack.rules[0].colour = 'red'; },
  'a suggestion that replaces nothing': (pack) => { pack.rules[0].suggestions[0].replaces = 'nothing'; },
  'a sample without its text': (pack) => { pack.samples = [{ title: 'Empty' }]; },
  'a near miss without its reason': (pack) => { delete pack.rules[0].examples.near_miss[0].because; },
};

function verdicts(pack) {
  const file = path.join(scratch, 'pack.json');
  fs.writeFileSync(file, JSON.stringify(pack));
  const checked = run(['check-pack', '--no-builtin', file]);
  return { schema: passesPack(pack), checker: checked.status === 0, told: `${checked.stdout}${checked.stderr}` };
}

const accepted = {
  'a good pack': good(),
  'a list of parts': [good(), { format: 1, samples: [{ title: 'A letter', text: 'Dear all,\n\nwe care.' }] }],
  'a file that holds nothing yet': { format: 1 },
};
for (const [name, pack] of Object.entries(accepted)) {
  test(`both accept ${name}`, () => {
    const verdict = verdicts(pack);
    assert.ok(verdict.schema, ajv.errorsText(passesPack.errors));
    assert.ok(verdict.checker, verdict.told);
  });
}

test('both refuse a list within a list', () => {
  const verdict = verdicts([[good()]]);
  assert.equal(verdict.schema, false);
  assert.equal(verdict.checker, false);
});

for (const [name, spoil] of Object.entries(mistakes)) {
  test(`both refuse ${name}`, () => {
    const pack = good();
    spoil(pack);
    const verdict = verdicts(pack);
    assert.equal(verdict.schema, false, 'the schema lets it pass');
    assert.equal(verdict.checker, false, 'check-pack lets it pass');
  });
}

const folders = ['tests/golden', 'tests/scenarios'].filter((name) => fs.existsSync(path.join(top, name)));
const texts = folders.flatMap((folder) => filesUnder(path.join(top, folder)).map((name) => path.join(folder, name)))
  .filter((name) => /\.(txt|md|html)$/.test(name) && !name.endsWith('.report.txt') && path.dirname(name) !== 'tests/golden');

test('every report passes the schema of reports, and its receipt adds up', () => {
  assert.ok(texts.length >= 18, `${texts.length}`);
  for (const genre of ['auto', 'incident', 'support']) {
    for (const unit of ['utf8', 'utf16']) {
      const answer = run(['audit', '--format', 'json', '--offsets', unit, '--genre', genre, ...texts.map((name) => path.join(top, name))]);
      const reports = JSON.parse(answer.stdout).files;
      assert.equal(reports.length, texts.length);
      for (const report of reports) {
        assert.ok(passesReport(report), `${report.path}: ${ajv.errorsText(passesReport.errors)}`);
        if (!report.receipt) continue;
        const { start, phrase_loss, structure_loss, recovery, ceiling_loss } = report.receipt;
        assert.equal((start - phrase_loss - structure_loss + recovery - ceiling_loss).toFixed(1), report.score.toFixed(1), report.path);
      }
    }
  }
});

test('a report with something set aside passes', () => {
  const text = 'We apologise for any inconvenience on 3 May. The parcel waits at the depot in the old town for you.';
  const audit = (...args) => JSON.parse(run(['audit', '--format', 'json', ...args, '-'], text).stdout);
  const [{ id }] = audit().findings;
  const report = audit('--set-aside', id);
  assert.deepEqual(report.noted.map(({ id: noted, guards }) => [noted, guards[0].guard]), [[id, 'set-aside']]);
  assert.ok(passesReport(report), ajv.errorsText(passesReport.errors));
});

test('a report with a field too many does not pass', () => {
  const [line] = run(['audit', '--format', 'json', '-'], 'We lost it.').stdout.toString().split('\n');
  const report = JSON.parse(line);
  assert.ok(passesReport(report), ajv.errorsText(passesReport.errors));
  assert.equal(passesReport({ ...report, mood: 'fine' }), false);
});
