// The site under test. UNFEIGNED_SITE names the built one (default: dist). Tests of the page alone
// run on a copy whose checker is replaced by fake_core.mjs, so that they know what it will say.
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

/** @param {{ prefix?: string }} [options] */
export async function serveReal(options = {}) {
  requireSite();
  return serve({ dir: builtSite, port: 0, ...options });
}

/** @param {{ prefix?: string, change?: (folder: string) => void }} [options] */
export async function serveWithFakeCore({ prefix, change } = {}) {
  requireSite();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'unfeigned-site-'));
  fs.cpSync(builtSite, folder, { recursive: true });
  fs.copyFileSync(path.join(here, 'fake_core.mjs'), path.join(folder, hashedName(folder, 'core', 'mjs')));
  change?.(folder);
  const site = await serve({ dir: folder, port: 0, prefix });
  return {
    url: site.url,
    folder,
    async close() {
      await site.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
