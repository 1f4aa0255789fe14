// The builder and the server of the site.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { unpacked } from '../../web/glue/unpack.mjs';
import { mergePack } from '../../web/tools/packs.mjs';
import { serve } from '../../web/tools/serve.mjs';
import { joined } from '../../web/tools/small.mjs';
import { builtSite, hashedName, root } from '../support/site.mjs';

let folder;
before(() => { folder = fs.mkdtempSync(path.join(os.tmpdir(), 'unfeigned-tools-')); });
after(() => fs.rmSync(folder, { recursive: true, force: true }));

/** A folder with wasm modules of the given size, and licences. */
function inputs(name, wasmBytes) {
  const wasm = path.join(folder, name);
  fs.mkdirSync(path.join(wasm, 'packs/en'), { recursive: true });
  // Bytes that do not compress: the budget is about what travels.
  let state = 1;
  const noise = Buffer.from(Array.from({ length: wasmBytes }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  }));
  for (const file of ['core.mjs', 'core.wasm', 'ui.mjs', 'ui.wasm']) fs.writeFileSync(path.join(wasm, file), file.endsWith('wasm') ? noise : file);
  fs.writeFileSync(path.join(wasm, 'licence.txt'), 'Do as you like.');
  fs.writeFileSync(path.join(wasm, 'packs/en/pack.json'), JSON.stringify({ format: 1, pack: { id: 'en' },
    rules: [{ id: 'a.en.b', examples: { hit: ['x'] }, sources: ['y'] }] }));
  return wasm;
}

function build(wasm, out, names = ['ICU', 'Dear ImGui', 'nlohmann/json', 'Emscripten']) {
  const licences = names.flatMap((name) => ['--licence', `${name}=${path.join(wasm, 'licence.txt')}`]);
  return spawnSync(process.execPath, [path.join(root, 'web/tools/build_site.mjs'), '--wasm', wasm,
    '--out', out, '--packs', path.join(wasm, 'packs'), ...licences], { encoding: 'utf8' });
}

const filesOf = (site) => execFileSync('find', ['.', '-type', 'f'], { cwd: site, encoding: 'utf8' })
  .trim().split('\n').map((name) => name.slice(2)).sort();

test('the site: hashed names, everything that is named is there, no author data in packs', () => {
  const wasm = inputs('good', 1000);
  const out = path.join(folder, 'site');
  const result = build(wasm, out);
  assert.equal(result.status, 0, result.stderr);
  const files = filesOf(out);
  const unhashed = files.filter((name) => !/\.[0-9a-f]{10}\.\w+$/.test(name));
  assert.deepEqual(unhashed, ['404.html', 'boot.js', 'index.html', 'notices.txt', 'sw.js', 'team.json']);
  const texts = files.filter((name) => /\.(mjs|html|webmanifest)$/.test(name))
    .map((name) => fs.readFileSync(path.join(out, name), 'utf8'));
  const named = new Set(texts.flatMap((text) => [...text.matchAll(/[\w./-]*\.[0-9a-f]{10}\.\w+/g)]
    .map((match) => match[0].replace(/^\.\//, ''))));
  assert.deepEqual([...named].filter((name) => !files.includes(name)), []);
  assert.ok(named.size >= 25, `${named.size} names`);
  const pack = files.find((name) => name.startsWith('packs/en.'));
  const { rules } = JSON.parse(new TextDecoder().decode(unpacked(fs.readFileSync(path.join(out, pack)))));
  assert.deepEqual(rules, [{ id: 'a.en.b' }]);
  assert.match(fs.readFileSync(path.join(out, 'notices.txt'), 'utf8'), /ICU[\s\S]*Do as you like[\s\S]*Emscripten[\s\S]*fflate[\s\S]*Arjun Barrett[\s\S]*lzma1[\s\S]*Filip Seman/);
  // Whatever the page may ask for is kept for the time without a network.
  const worker = fs.readFileSync(path.join(out, 'sw.js'), 'utf8');
  const kept = JSON.parse(/kKept=(\[[^\]]*\])/.exec(worker)[1]);
  const wanted = files.filter((name) => !unhashed.includes(name) || name === 'boot.js');
  assert.deepEqual(kept.sort(), wanted);
  const id = /kBuild="([0-9a-f]{16})"/.exec(worker)[1];
  assert.match(fs.readFileSync(path.join(out, 'index.html'), 'utf8'), new RegExp(`<meta name="build" content="${id}">`));
});

test('the same input gives the same site', () => {
  const wasm = inputs('same', 1000);
  build(wasm, path.join(folder, 'one'));
  build(wasm, path.join(folder, 'two'));
  assert.deepEqual(filesOf(path.join(folder, 'one')), filesOf(path.join(folder, 'two')));
});

test('too large a first visit fails and leaves the old site alone', () => {
  const out = path.join(folder, 'kept');
  fs.mkdirSync(out);
  fs.writeFileSync(path.join(out, 'old'), 'old');
  const result = build(inputs('large', 400_000), out);
  assert.equal(result.status, 1);
  assert.match(result.stderr, /a first visit would load \d+ bytes/);
  assert.deepEqual(filesOf(out), ['old']);
});

test('a missing licence or module is named', () => {
  const wasm = inputs('poor', 10);
  assert.match(build(wasm, path.join(folder, 'x'), ['ICU', 'Dear ImGui', 'nlohmann/json']).stderr, /licence of Emscripten is missing/);
  fs.rmSync(path.join(wasm, 'ui.wasm'));
  assert.match(build(wasm, path.join(folder, 'x')).stderr, /ui\.wasm is missing/);
});

test('two parts of a pack must not define the same lexicon', () => {
  const pack = path.join(folder, 'pack');
  fs.mkdirSync(pack);
  const part = (name, value) => fs.writeFileSync(path.join(pack, name), JSON.stringify({ format: 1, ...value }));
  part('a.json', { lexicons: { feeling: ['sad'] }, rules: [{ id: '1' }] });
  part('b.json', { lexicons: { weather: ['rain'] }, rules: [{ id: '2' }] });
  assert.deepEqual(mergePack(pack), { format: 1, lexicons: { feeling: ['sad'], weather: ['rain'] }, rules: [{ id: '1' }, { id: '2' }] });
  part('c.json', { lexicons: { feeling: ['glad'] } });
  assert.throws(() => mergePack(pack), /c\.json defines lexicons feeling a second time/);
});

test('what travels packed comes out as it was, and what is cut off or another file is refused', () => {
  const wasm = path.resolve(root, process.env.UNFEIGNED_WASM ?? 'build/wasm-release/bin');
  const packed = (inner, stem) => {
    const place = path.join(builtSite, inner);
    return fs.readFileSync(path.join(place, hashedName(place, stem, 'lzma')));
  };
  const packs = ['en', 'fr', 'pl', 'zh'].map((id) => (
    [JSON.stringify(mergePack(path.join(root, 'assets/packs', id))), packed('packs', `${id}.json`)]));
  const modules = ['core.wasm', 'ui.wasm'].map((name) => [fs.readFileSync(path.join(wasm, name)), packed('', name)]);
  for (const [content, file] of [...packs, ...modules]) {
    assert.ok(Buffer.from(content).equals(unpacked(file)), 'the site was built from other files');
    assert.throws(() => unpacked(file.subarray(0, file.length - 100)), /cut off/);
  }
  assert.throws(() => unpacked(new TextEncoder().encode('<!doctype html>')), /not packed/);
});

test('modules are joined with what they import, and one of them can be another', async () => {
  const modules = path.join(folder, 'modules');
  fs.mkdirSync(modules);
  const write = (name, text) => fs.writeFileSync(path.join(modules, name), text);
  write('main.mjs', "import { twice } from './twice.mjs';\nimport { place } from './place.mjs';\nconst word = 'main';\nexport const told = [word, twice(place)];\n");
  write('twice.mjs', "// Nobody reads this.\nconst word = 'twice';\nexport const twice = (what) => word + what + what;\n");
  write('place.mjs', "export const place = 'sources';\n");
  const main = path.join(modules, 'main.mjs');
  const text = await joined(main, { 'place.mjs': "export const place = 'site';" });
  assert.doesNotMatch(text, /Nobody|import/);
  const { told } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  assert.deepEqual(told, ['main', 'twicesitesite']);
  await assert.rejects(joined(main, { 'place.mjs': null }), /main\.mjs must not import place\.mjs/);
  fs.rmSync(path.join(modules, 'twice.mjs'));
  await assert.rejects(joined(main), /Could not resolve ".\/twice\.mjs"/);
});

test('the page carries its policy and loads nothing inline', () => {
  const html = fs.readFileSync(path.join(builtSite, 'index.html'), 'utf8');
  assert.match(html, /default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'/);
  assert.doesNotMatch(html, /<style|style=|onclick=|<script>|https?:\/\//);
});

/** A request whose path is not tidied up by a client. */
function rawGet(url, target) {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), '127.0.0.1', () => socket.write(`GET ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`));
    let text = '';
    socket.on('data', (data) => { text += data; });
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
}

test('the server sends what GitHub Pages sends, and nothing from outside its folder', async () => {
  const inside = path.join(folder, 'served');
  fs.mkdirSync(inside);
  fs.writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  fs.writeFileSync(path.join(inside, 'index.html'), 'home');
  fs.writeFileSync(path.join(inside, 'a.wasm'), 'wasm');
  fs.writeFileSync(path.join(inside, '404.html'), 'nothing here');
  fs.symlinkSync(path.join(folder, 'secret.txt'), path.join(inside, 'link.txt'));
  const site = await serve({ dir: inside, port: 0 });
  try {
    const wasm = await fetch(`${site.url}a.wasm`);
    assert.equal(wasm.headers.get('content-type'), 'application/wasm');
    assert.equal(wasm.headers.get('cache-control'), 'max-age=600');
    const again = await fetch(`${site.url}a.wasm`, { headers: { 'if-none-match': wasm.headers.get('etag') } });
    assert.equal(again.status, 304);
    for (const target of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/link.txt', '/%00', '/%', '/no/']) {
      const answer = await rawGet(site.url, target);
      assert.match(answer, /^HTTP\/1\.1 404 /, target);
      assert.doesNotMatch(answer, /secret/);
      assert.match(answer, /nothing here/);
    }
    assert.match(await rawGet(site.url, '/'), /home/);
    const { port } = new URL(site.url);
    await assert.rejects(serve({ dir: inside, port: Number(port) }), /port \d+ is taken/);
    await assert.rejects(serve({ dir: folder, port: 0 }), /build the site first/);
  } finally {
    await site.close();
  }
});
