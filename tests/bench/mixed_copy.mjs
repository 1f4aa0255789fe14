// Copy to measure on: the paragraphs of our own scenarios and golden texts, good and bad ones, in
// rounds of a shuffled order, with other figures in every round. The same on every machine.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('../..', import.meta.url));
const kFolders = ['tests/scenarios/en', 'tests/golden/en'];
/** Two lines of it make quoted history of all that follows. */
const kHeader = /^(?:from|sent|to|subject|date|re):/im;

function paragraphs() {
  const files = kFolders.flatMap((folder) => fs.readdirSync(path.join(top, folder)).sort()
    .filter((name) => name.endsWith('.txt') && !name.endsWith('.report.txt'))
    .map((name) => path.join(top, folder, name)));
  return files.flatMap((file) => fs.readFileSync(file, 'utf8').split(/\n{2,}/))
    .map((text) => text.trim())
    .filter((text) => text !== '' && !kHeader.test(text) && !text.includes('```'));
}

/** A small generator: the same numbers from the same seed. @param {number} seed */
export function numbers(seed) {
  let state = seed >>> 0;
  return (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** @param {number} size in UTF-16 units, exactly */
export function mixedCopy(size) {
  const all = paragraphs();
  const next = numbers(1);
  let text = '';
  for (let round = 0; text.length < size; round += 1) {
    const order = [...all];
    for (let i = order.length - 1; i > 0; i -= 1) {
      const k = next(i + 1);
      [order[i], order[k]] = [order[k], order[i]];
    }
    const vary = (/** @type {string} */ one) => (round === 0 ? one : one.replace(/[1-9]/g, () => String(1 + next(9))));
    text += order.map((one) => `${vary(one)}\n\n`).join('');
  }
  return text.slice(0, size);
}
