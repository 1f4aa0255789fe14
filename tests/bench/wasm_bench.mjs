// What an audit costs in core.wasm, from UTF-8 bytes to the JSON report as bytes: of a text in which
// every paragraph is new, and of one in which a letter is another, as after a key. Medians of nine runs
// that take turns. Prose has hardly a finding, copy has one in every second sentence.
//   node tests/bench/wasm_bench.mjs
import fs from 'node:fs';
import path from 'node:path';
import { Core, top } from '../support/wasm_core.mjs';
import { mixedCopy } from './mixed_copy.mjs';

const kSizes = [1_000, 10_000, 100_000, 1_000_000];
const kRounds = 9;
// Short texts are audited as often as it takes to outlast the clock's grain.
const kBytesPerRound = 500_000;

const prose = fs.readFileSync(path.join(top, 'tests/bench/prose.txt'), 'utf8');
const kTexts = { prose: (size) => prose.repeat(Math.ceil(size / prose.length)).slice(0, size), copy: mixedCopy };

let count = 0;
/** Another first word in every paragraph, so that none is as it was and no two are the same. */
const allNew = (text) => text.replace(/(^|\n\n)(?=.)/g, (_, before) => {
  count += 1;
  return `${before}x${count} `;
});

/** Another letter in one of them. */
function oneLetter(text) {
  count += 1;
  const at = text.indexOf(' ', Math.floor(((count * 0.37) % 1) * (text.length - 200)));
  return `${text.slice(0, at)}${'abcdefghij'[count % 10]}${text.slice(at)}`;
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const core = await Core.withPacks();

/** Milliseconds an audit, and the size of the last report. */
function timed(texts) {
  const bytes = texts.map((text) => Buffer.from(text));
  let report = 0;
  const start = process.hrtime.bigint();
  for (const one of bytes) report = core.audit({ offsets: 'utf16' }, one).bytes.length;
  return { ms: Number(process.hrtime.bigint() - start) / 1e6 / texts.length, report };
}

console.log('text    bytes     all new, ms     MB/s   one letter, ms    ratio   report, bytes');
for (const [name, make] of Object.entries(kTexts)) {
  for (const size of kSizes) {
    const text = make(size);
    const audits = Math.max(1, Math.round(kBytesPerRound / size));
    const whole = [];
    const letter = [];
    const ratios = [];
    let report = 0;
    for (let round = 0; round <= kRounds; round += 1) {
      const first = timed(Array.from({ length: audits }, () => allNew(text)));
      timed([text]);
      const second = timed(Array.from({ length: audits }, () => oneLetter(text)));
      report = second.report;
      // The first round warms up.
      if (round === 0) continue;
      whole.push(first.ms);
      letter.push(second.ms);
      ratios.push(first.ms / second.ms);
    }
    const each = median(whole);
    console.log([name.padEnd(5), String(size).padStart(8), each.toFixed(3).padStart(14), (size / each / 1e3).toFixed(1).padStart(8),
      median(letter).toFixed(3).padStart(16), median(ratios).toFixed(1).padStart(8), String(report).padStart(15)].join(' '));
  }
}
