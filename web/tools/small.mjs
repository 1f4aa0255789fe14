// The code of the page as it travels: each entry with all that it imports, and nothing that only
// people need.
import path from 'node:path';
import { build, transform } from 'esbuild';

const kForm = { charset: 'utf8', legalComments: 'none', minify: true };

/**
 * @param {string} entry the file of a module
 * @param {Record<string, string | null>} [instead] what stands in the place of a file, by its name; null
 *   where the file must not be imported
 * @returns {Promise<string>} one module; what it imports by a computed address stays where it is
 */
export async function joined(entry, instead = {}) {
  const replace = {
    name: 'instead',
    setup(plugin) {
      plugin.onLoad({ filter: /\.mjs$/ }, (args) => {
        const contents = instead[path.basename(args.path)];
        return contents === null
          ? { errors: [{ text: `${path.basename(entry)} must not import ${path.basename(args.path)}` }] }
          : contents && { contents };
      });
    },
  };
  const { outputFiles } = await build({
    ...kForm, entryPoints: [entry], bundle: true, format: 'esm', write: false, plugins: [replace], logLevel: 'silent' });
  return outputFiles[0].text;
}

/** @param {string} text @param {'js' | 'css'} loader */
export async function small(text, loader) {
  return (await transform(text, { ...kForm, loader })).code;
}
