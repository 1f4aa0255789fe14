// Writes tests/catalogue/<language>.txt: one paragraph for every rule, its first example, in the order
// of categories and rules. Run it when rules come or go; then read what the catalogue test found and
// accept it with promote.sh.
//
//   node tests/tools/write_catalogue.mjs
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const top = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const packs = path.join(top, 'assets/packs');

function exampleOf(rule) {
  const { hit = [], hit_in_context: context = [], unsure = [] } = rule.examples ?? {};
  return [...hit, ...context, ...unsure][0]?.replace(/\[\[|\]\]/g, '');
}

for (const language of fs.readdirSync(packs).sort()) {
  const folder = path.join(packs, language, 'rules');
  const rules = fs.readdirSync(folder).sort()
    .flatMap((name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')).rules);
  const live = rules.filter(({ kind, status = 'stable' }) => kind !== 'marker' && ['stable', 'preview'].includes(status));
  const paragraphs = live.map((rule) => exampleOf(rule) ?? console.warn(`${rule.id} has no example`)).filter(Boolean);
  fs.writeFileSync(path.join(top, `tests/catalogue/${language}.txt`), `${[...new Set(paragraphs)].join('\n\n')}\n`);
}
