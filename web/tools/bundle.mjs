// Several modules as one file, so that a first visit asks once and the words they share travel once.
// Each keeps a scope of its own and runs where it would have run. It knows the forms of import and
// export that the glue uses, and refuses any other.
import path from 'node:path';

const kImport = /^import (\{[^}]*\}) from '(\.[^']+)';$/gm;
const kExport = /^export (?:async )?(?:function|class|const) (\w+)/gm;

/** @param {string} file */
const nameOf = (file) => `in_${path.posix.parse(file).name}`;

/**
 * @param {Map<string, string>} sources the text of each module by the name of its file, without comments
 * @param {string} entry
 * @param {Map<string, string>} apart modules that stay files, and what those are called
 * @returns {string}
 */
export function bundle(sources, entry, apart) {
  const parts = [];
  const heads = [];
  const done = new Set();
  const visit = (file, trail) => {
    if (trail.includes(file)) throw new Error(`the modules import each other in a circle: ${[...trail, file].join(' > ')}`);
    if (done.has(file)) return;
    done.add(file);
    if (apart.has(file)) {
      heads.push(`import * as ${nameOf(file)} from './${apart.get(file)}';`);
      return;
    }
    const text = sources.get(file);
    if (text === undefined) throw new Error(`${trail.at(-1)} imports ${file}, which is not there`);
    for (const [, , from] of text.matchAll(kImport)) visit(path.posix.basename(from), [...trail, file]);
    const names = [...text.matchAll(kExport)].map(([, name]) => name);
    const body = text
      .replace(kImport, (_, taken, from) => `const ${taken.replaceAll(' as ', ': ')} = ${nameOf(path.posix.basename(from))};`)
      .replace(kExport, (line) => line.replace('export ', ''));
    if (/^(?:import|export)[\s{*]/m.test(body)) throw new Error(`${file} imports or exports in a form that cannot be joined`);
    parts.push(`const ${nameOf(file)} = (() => {\n${body}\nreturn { ${names.join(', ')} };\n})();`);
  };
  visit(entry, []);
  return [...heads, ...parts, ''].join('\n');
}
