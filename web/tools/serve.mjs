// Serves a built site the way GitHub Pages does: the same types, caching and 404 page.
//
//   node web/tools/serve.mjs --dir dist --port 8080        (--port 0 picks a free one)
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const kTypes = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** The file of a request inside the folder, or nothing: no path leads out of it. */
export function fileOf(folder, url) {
  let name;
  try {
    name = decodeURIComponent(new URL(url, 'http://site').pathname);
  } catch {
    return undefined;
  }
  if (name.includes('\0') || name.includes('\\')) return undefined;
  const base = fs.realpathSync(folder);
  const wanted = path.join(base, name.endsWith('/') ? `${name}index.html` : name);
  if (!fs.existsSync(wanted) || !fs.statSync(wanted).isFile()) return undefined;
  const real = fs.realpathSync(wanted);
  return real.startsWith(base + path.sep) ? real : undefined;
}

function answer(folder, prefix, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const url = request.url ?? '/';
  const inside = url.startsWith(prefix) ? `/${url.slice(prefix.length)}` : undefined;
  const found = inside && fileOf(folder, inside);
  const file = found ?? path.join(folder, '404.html');
  const bytes = fs.existsSync(file) ? fs.readFileSync(file) : Buffer.from('not found');
  const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 20)}"`;
  const headers = {
    'content-type': kTypes[path.extname(file)] ?? 'application/octet-stream',
    'cache-control': 'max-age=600',
    'access-control-allow-origin': '*',
    etag,
  };
  if (found && request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(found ? 200 : 404, { ...headers, 'content-length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/**
 * @param {{ dir: string, port: number, prefix?: string }} options prefix: the sub-path, as /name/
 * @returns {Promise<{ url: string, close(): Promise<void> }>}
 */
export function serve({ dir, port, prefix = '/' }) {
  if (!fs.existsSync(path.join(dir, 'index.html'))) {
    return Promise.reject(new Error(`${dir} holds no index.html; build the site first`));
  }
  const server = http.createServer((request, response) => answer(dir, prefix, request, response));
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(/** @type {any} */ (error).code === 'EADDRINUSE'
      ? new Error(`port ${port} is taken; choose another one, or --port 0 for any free one`) : error));
    server.listen(port, '127.0.0.1', () => {
      const address = /** @type {import('node:net').AddressInfo} */ (server.address());
      resolve({
        url: `http://127.0.0.1:${address.port}${prefix}`,
        close: () => new Promise((done) => {
          server.closeAllConnections?.();
          server.close(() => done());
        }),
      });
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: {
    dir: { type: 'string', default: 'dist' },
    port: { type: 'string', default: '8080' },
    prefix: { type: 'string', default: '/' },
  } });
  serve({ dir: values.dir, port: Number(values.port), prefix: values.prefix }).then(
    ({ url }) => console.log(url),
    (error) => {
      console.error(`serve: ${error.message}`);
      process.exitCode = 1;
    },
  );
}
