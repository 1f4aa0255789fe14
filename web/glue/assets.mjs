// Where the files of the page are, relative to the page. This file stands for the layout of the
// sources; the build of the site writes its own, with the hashed names.
// @ts-check

/** @type {{ uiModule: string, uiWasm: string, coreModule: string, coreWasm: string, worker: string,
 *   exporter: string, later: string, files: string, unzip: string, team: string, serviceWorker: string,
 *   strings: Record<string, { name: string, path: string }>, packs: Record<string, string>,
 *   samples: Record<string, Record<string, string>>,
 *   facts: { language: string, version: string, rate: string }[] }} */
export const assets = {
  uiModule: 'ui.mjs',
  uiWasm: 'ui.wasm.lzma',
  coreModule: 'core.mjs',
  coreWasm: 'core.wasm.lzma',
  worker: 'core_worker.mjs',
  exporter: 'glue/exporter.mjs',
  later: 'glue/later.mjs',
  files: 'glue/files.mjs',
  unzip: 'unzip.mjs',
  team: 'team.json',
  serviceWorker: 'sw.js',
  strings: { en: { name: 'English', path: 'strings/en.json' } },
  packs: { en: 'packs/en.json.lzma' },
  samples: {},
  facts: [],
};

/** An absolute address, so that a worker and a module find the same file. @param {string} path */
export function addressOf(path) {
  return new URL(path, document.baseURI).href;
}
