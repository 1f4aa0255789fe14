// The texts of the licences of what is compiled into the page.
import fs from 'node:fs';

/** What the page cannot be published without naming. */
const kExpected = ['ICU', 'Dear ImGui', 'nlohmann/json', 'Emscripten', 'fflate', 'lzma1'];

/**
 * @param {string[]} flags NAME=FILE each
 * @param {(message: string) => void} fail
 */
export function noticesText(flags, fail) {
  const given = new Map(flags.map((flag) => {
    const cut = flag.indexOf('=');
    return [flag.slice(0, cut), flag.slice(cut + 1)];
  }));
  for (const name of kExpected) {
    if (!given.has(name)) fail(`the licence of ${name} is missing: --licence "${name}=FILE"`);
    else if (!fs.existsSync(given.get(name))) fail(`the licence of ${name} is not at ${given.get(name)}`);
  }
  const parts = [...given].map(([name, file]) => (
    `${name}\n${'='.repeat(name.length)}\n\n${fs.readFileSync(file, 'utf8').trim()}\n`));
  return `Unfeigned is built from these parts. Their licences follow.\n\n${parts.join('\n\n')}`;
}
