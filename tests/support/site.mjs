// The site under test. UNFEIGNED_SITE names the built one (default: dist). Tests of the page alone
// run on a copy whose checker is replaced by fake_core.mjs, so that they know what it will say.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../web/tools/serve.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
export const root = path.resolve(here, '../..');
export const builtSite = path.resolve(process.env.UNFEIGNED_SITE ?? path.join(root, 'dist'));

/** The one file of the folder whose name is stem.HASH.ext. */
export function hashedName(folder, stem, extension) {
  const pattern = new RegExp(`^${stem}\\.[0-9a-f]{10}\\.${extension}$`);
  const names = fs.readdirSync(folder).filter((name) => pattern.test(name));
  if (names.length !== 1) throw new Error(`${folder} holds ${names.length} files ${stem}.HASH.${extension}`);
  return names[0];
}

function requireSite() {
  if (!fs.existsSync(path.join(builtSite, 'index.html'))) {
    throw new Error(`There is no site at ${builtSite}. Build it, or name it with UNFEIGNED_SITE.`);
  }
}

/** A copy of the built site that may be changed, and the server of it. @param {{ prefix?: string }} [options] */
export async function serveCopy({ prefix, change } = {}) {
  requireSite();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'unfeigned-site-'));
  fs.cpSync(builtSite, folder, { recursive: true });
  change?.(folder);
  const site = await serve({ dir: folder, port: 0, prefix });
  let isOpen = true;
  return {
    url: site.url,
    folder,
    /** The machine that served it is gone; the browser does not know. */
    async goOffline() {
      isOpen = false;
      await site.close();
    },
    /** Another deployment into the same place. */
    replaceBy(other) {
      for (const name of fs.readdirSync(folder)) fs.rmSync(path.join(folder, name), { recursive: true });
      fs.cpSync(other, folder, { recursive: true });
    },
    async close() {
      if (isOpen) await site.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The next version of the site: the same program with another English pack. @returns {string} its folder */
export function nextBuild() {
  requireSite();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'unfeigned-next-'));
  const packs = path.join(folder, 'packs');
  fs.cpSync(path.join(root, 'assets/packs'), packs, { recursive: true });
  const manifest = path.join(packs, 'en/pack.json');
  fs.writeFileSync(manifest, fs.readFileSync(manifest, 'utf8').replace(/"version": "[^"]+"/, '"version": "99.0.0"'));
  const licences = ['ICU', 'Dear ImGui', 'nlohmann/json', 'Emscripten'].flatMap((name) => ['--licence', `${name}=${path.join(root, 'LICENSE')}`]);
  const wasm = path.resolve(root, process.env.UNFEIGNED_WASM ?? 'build/wasm-release/bin');
  const out = path.join(folder, 'dist');
  execFileSync(process.execPath, [path.join(root, 'web/tools/build_site.mjs'), '--wasm', wasm, '--out', out, '--packs', packs, ...licences]);
  return out;
}

export const buildOf = (folder) => /name="build" content="([0-9a-f]{16})"/.exec(fs.readFileSync(path.join(folder, 'index.html'), 'utf8'))[1];

/** @param {{ prefix?: string }} [options] */
export async function serveReal(options = {}) {
  requireSite();
  return serve({ dir: builtSite, port: 0, ...options });
}

/** @param {{ prefix?: string, change?: (folder: string) => void }} [options] */
export async function serveWithFakeCore({ prefix, change } = {}) {
  return serveCopy({ prefix, change: (folder) => {
    fs.copyFileSync(path.join(here, 'fake_core.mjs'), path.join(folder, hashedName(folder, 'core', 'mjs')));
    change?.(folder);
  } });
}
