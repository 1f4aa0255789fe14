// Serves one folder to this machine's own browser: node serve.mjs FOLDER PORT
//
// For development and for the tests only; the real page is static files on any host. It listens on the loopback
// address alone, answers GET and HEAD, and forbids caching so that a reload shows what was just built.
import { createReadStream, promises as fs } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm', // without it the browser cannot compile while it downloads
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

const [folder, port] = process.argv.slice(2);
const root = path.resolve(folder);

async function find(url) {
  const name = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  const file = path.join(root, name.endsWith('/') ? `${name}index.html` : name);
  // A name such as /..%2f.. must not lead out of the folder.
  if (!file.startsWith(root + path.sep)) return null;
  const stat = await fs.stat(file);
  return stat.isFile() ? { file, size: stat.size } : null;
}

const server = createServer(async (request, response) => {
  const head = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { ...head, Allow: 'GET, HEAD' }).end();
    return;
  }
  const found = await find(request.url).catch(() => null);
  if (!found) {
    response.writeHead(404, { ...head, 'Content-Type': types['.txt'] }).end('Not found\n');
    return;
  }
  const type = types[path.extname(found.file)] ?? 'application/octet-stream';
  response.writeHead(200, { ...head, 'Content-Type': type, 'Content-Length': found.size });
  if (request.method === 'HEAD') response.end();
  else createReadStream(found.file).on('error', () => response.destroy()).pipe(response);
});

server.on('error', (error) => {
  const why = error.code === 'EADDRINUSE'
    ? `port ${port} is taken; choose another with ./dev serve --port N`
    : error.message;
  console.error(`dev: cannot serve: ${why}`);
  process.exitCode = 1;
});
server.listen(Number(port), '127.0.0.1', () => {
  console.log(`Unfeigned is at http://127.0.0.1:${server.address().port}/ (Ctrl+C stops it)`);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
