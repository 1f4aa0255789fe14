// What an audit costs in core.wasm: megabytes a second by size of text, from UTF-8 bytes to the
// JSON report as bytes. The text is tests/bench/prose.txt again and again; medians of nine runs.
//   node tests/bench/wasm_bench.mjs
import fs from 'node:fs';
import path from 'node:path';
import { Core, top } from '../support/wasm_core.mjs';

const kSizes = [1_000, 10_000, 100_000, 1_000_000];
const kRounds = 9;
// Short texts are audited as often as it takes to outlast the clock's grain.
const kBytesPerRound = 1_000_000;

const prose = fs.readFileSync(path.join(top, 'tests/bench/prose.txt'));

function textOf(size) {
  const text = Buffer.alloc(size, prose);
  // No character is cut at the end.
  let end = size;
  while (end > 0 && (text[end - 1] & 0xc0) === 0x80) end -= 1;
  if (end > 0 && text[end - 1] >= 0xc0) end -= 1;
  return text.fill(' ', end);
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

const core = await Core.withPacks();
console.log('text, bytes   audits a round   ms an audit      MB/s   report, bytes');
for (const size of kSizes) {
  const text = textOf(size);
  const audits = Math.max(1, kBytesPerRound / size);
  let report = 0;
  const seconds = [];
  for (let round = 0; round <= kRounds; round += 1) {
    const start = process.hrtime.bigint();
    for (let i = 0; i < audits; i += 1) report = core.audit({ offsets: 'utf16' }, text).bytes.length;
    // The first round warms up.
    if (round > 0) seconds.push(Number(process.hrtime.bigint() - start) / 1e9);
  }
  const each = median(seconds) / audits;
  console.log([String(size).padStart(11), String(audits).padStart(16), (each * 1e3).toFixed(3).padStart(13),
    (size / each / 1e6).toFixed(1).padStart(9), String(report).padStart(15)].join(' '));
}
