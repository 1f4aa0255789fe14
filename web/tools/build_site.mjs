// Makes the site: every file under a name that carries the hash of its content, except those that
// people and older copies of the page ask for by name: index.html, boot.js, sw.js, team.json and a few.
//
//   node web/tools/build_site.mjs --wasm DIR --out dist [--licence NAME=FILE]... [--packs DIR]
//
// DIR holds core.mjs, core.wasm, ui.mjs and ui.wasm. Prints what a first visit loads, and fails
// when that is more than the budget. Needs node 18 or later, and what `npm ci` puts into web/.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { compress } from 'lzma1';
import { noticesText } from './notices.mjs';
import { mergePack } from './packs.mjs';
import { joined, small } from './small.mjs';

const kBudgetGzip = 450_000;
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The order in which modules are named in the table, and which sources they come from. */
const kWasm = ['core.mjs', 'core.wasm', 'ui.mjs', 'ui.wasm'];

function fail(message) {
  console.error(`build_site: ${message}`);
  process.exit(1);
}

function readOptions() {
  const { values } = parseArgs({ options: {
    wasm: { type: 'string' },
    out: { type: 'string' },
    packs: { type: 'string', default: path.join(root, 'assets/packs') },
    licence: { type: 'string', multiple: true, default: [] },
  } });
  if (!values.wasm || !values.out) fail('say where: --wasm DIR --out DIR');
  for (const name of kWasm) {
    if (!fs.existsSync(path.join(values.wasm, name))) fail(`${path.join(values.wasm, name)} is missing; build the wasm modules first`);
  }
  return values;
}

/** Collects the files of the site in memory, so that a failed build leaves the old one alone. */
class Site {
  constructor() {
    this.files = [];
  }

  /** Adds a file under a hashed name and returns that name. */
  add(name, content, isFirstLoad) {
    const bytes = Buffer.from(content);
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    const { dir, name: stem, ext } = path.posix.parse(name);
    const hashed = path.posix.join(dir, `${stem}.${hash}${ext}`);
    this.addAs(hashed, bytes, isFirstLoad, true);
    return hashed;
  }

  /** The same, for web/glue/unpack.mjs to unpack. */
  addPacked(name, content, isFirstLoad) {
    return this.add(`${name}.lzma`, compress(Buffer.from(content)), isFirstLoad);
  }

  addAs(name, content, isFirstLoad, isHashed = false) {
    this.files.push({ name, bytes: Buffer.from(content), isFirstLoad, isHashed });
  }
}

const source = (file) => fs.readFileSync(path.join(root, file));
const kNoBuild = 'name="build" content="none"';

/** A file of a library of npm. */
function npmFile(name, file) {
  const full = path.join(root, 'web/node_modules', name, file);
  if (!fs.existsSync(full)) fail(`web/node_modules holds no ${name}; run npm ci in web/`);
  return fs.readFileSync(full);
}

function addPacks(site, folder) {
  const packs = {};
  for (const language of fs.existsSync(folder) ? fs.readdirSync(folder).sort() : []) {
    const merged = mergePack(path.join(folder, language));
    if (!merged) continue;
    packs[language] = site.addPacked(`packs/${language}.json`, JSON.stringify(merged), language === 'en');
  }
  if (!packs.en) fail(`${folder} holds no English pack`);
  // English first: the page speaks it, and the checker starts with the first one.
  return { en: packs.en, ...packs };
}

/** Each language of the page by its own name. English first: it is spoken where none other is wanted. */
function addStrings(site) {
  const files = fs.readdirSync(path.join(root, 'assets/strings')).sort();
  const all = Object.fromEntries(files.map((file) => {
    const id = path.parse(file).name;
    const strings = JSON.parse(source(`assets/strings/${file}`));
    const added = site.add(`strings/${file}`, JSON.stringify(strings), id === 'en');
    return [id, { name: strings['interface.name'], path: added }];
  }));
  return { en: all.en, ...all };
}

/** In the order of the buttons: the one that shows most comes first. */
const kSamples = ['outage', 'late-parcel', 'fundraising', 'plain-good'];

function addSamples(site, languages) {
  return Object.fromEntries(languages.map((language) => [language, Object.fromEntries(kSamples.map((id) => {
    const { text } = JSON.parse(source(`assets/examples/${language}/${id}.json`));
    return [id, site.add(`examples/${language}/${id}.json`, JSON.stringify({ text }), false)];
  }))]));
}

/** What About tells of each pack; the rates are measured, and written down in assets/about.json. */
function packFacts(folder, languages) {
  const { neutral_per_1000: rates } = JSON.parse(source('assets/about.json'));
  return languages.map((language) => {
    const { version = '' } = mergePack(path.join(folder, language)).pack;
    return { language, version, rate: language in rates ? String(rates[language]) : '' };
  });
}

/** Each is one file, under the name it has in the sources. @returns {Promise<Record<string, string>>} */
async function addModules(site, files, isFirstLoad, instead) {
  const texts = await Promise.all(files.map((file) => joined(path.join(root, 'web', file), instead)));
  return Object.fromEntries(files.map((file, i) => {
    const { name } = path.parse(file);
    return [name, site.add(`${name}.mjs`, texts[i], isFirstLoad)];
  }));
}

async function addAll(site, options) {
  // What went wrong is shown to readers, who build nothing.
  const advice = 'what+=". Build with -sASSERTIONS for more info.";';
  const module = (name) => site.add(name, fs.readFileSync(path.join(options.wasm, name), 'utf8').replace(advice, ''), true);
  const wasm = (name) => site.addPacked(name, fs.readFileSync(path.join(options.wasm, name)), true);
  const worker = await addModules(site, ['core_worker.mjs'], true);
  // Loaded when it is wanted, or when nothing else is. They must not import the asset map, because it names them.
  const later = await addModules(site, ['glue/exporter.mjs', 'glue/later.mjs', 'glue/files.mjs'], false, { 'assets.mjs': null });
  const strings = addStrings(site);
  const packs = addPacks(site, options.packs);
  const assets = {
    uiModule: module('ui.mjs'),
    uiWasm: wasm('ui.wasm'),
    coreModule: module('core.mjs'),
    coreWasm: wasm('core.wasm'),
    worker: worker.core_worker,
    exporter: later.exporter,
    later: later.later,
    files: later.files,
    unzip: site.add('unzip.mjs', npmFile('fflate', 'esm/browser.js'), false),
    team: 'team.json',
    serviceWorker: 'sw.js',
    strings,
    packs,
    samples: addSamples(site, Object.keys(strings)),
    facts: packFacts(options.packs, Object.keys(packs)),
  };
  const template = String(source('web/glue/assets.mjs'));
  const written = template.replace(/(export const assets = )\{.*?\n\};/s, `$1${JSON.stringify(assets, null, 2)};`);
  if (written === template) fail('glue/assets.mjs has no asset map to fill in');
  site.addAs('boot.js', await small(String(source('web/boot.js')), 'js'), true);
  site.addAs('team.json', source('web/team.json'), false);
  const { main } = await addModules(site, ['glue/main.mjs'], true, { 'assets.mjs': written });
  await addPage(site, main, assets.uiModule);
}

async function addPage(site, main, uiModule) {
  const icon = site.add('icons/icon.svg', source('assets/icons/icon.svg'), false);
  const mask = site.add('icons/maskable.svg', source('assets/icons/maskable.svg'), false);
  const manifest = String(source('web/manifest.webmanifest')).replace('icons/icon.svg', icon).replace('icons/maskable.svg', mask);
  const names = new Map([
    ['glue/main.mjs', main],
    ['app.css', site.add('app.css', await small(String(source('web/app.css')), 'css'), true)],
    ['icons/icon.svg', icon],
    ['manifest.webmanifest', site.add('manifest.webmanifest', manifest, false)],
  ]);
  let html = String(source('web/index.html'));
  for (const [from, to] of names) {
    if (!html.includes(`"${from}"`)) fail(`index.html does not mention ${from}`);
    html = html.replaceAll(`"${from}"`, `"${to}"`);
  }
  // Without these lines the browser would find the modules one import after the other.
  const hints = [main, uiModule].map((name) => `<link rel="modulepreload" href="${name}">`);
  html = html.replace('</head>', `${hints.join('\n')}\n$&`);
  const build = buildOf(site, html);
  site.addAs('index.html', html.replace(kNoBuild, `name="build" content="${build}"`), true);
  await addServiceWorker(site, build);
  site.addAs('404.html', source('web/404.html'), false);
}

/** The same for the same site, another one for any other. */
function buildOf(site, html) {
  if (!html.includes(kNoBuild)) fail('index.html has no place for the name of the build');
  const hash = createHash('sha256').update(html);
  for (const { name, bytes } of site.files) hash.update(name).update(bytes);
  return hash.digest('hex').slice(0, 16);
}

/** Everything that the page may ever ask for is kept for the time without a network. */
async function addServiceWorker(site, build) {
  const kept = site.files.filter(({ name, isHashed }) => isHashed || name === 'boot.js').map(({ name }) => name);
  const values = { "'BUILD'": `'${build}'`, "['KEPT']": JSON.stringify(kept), "['LOOSE']": '["team.json","notices.txt"]' };
  let text = String(source('web/sw.js'));
  for (const [from, to] of Object.entries(values)) {
    if (!text.includes(from)) fail(`web/sw.js has no ${from} to fill in`);
    text = text.replace(from, to);
  }
  site.addAs('sw.js', await small(text, 'js'), false);
}

/** Prints the table; returns the gzip bytes of a first visit. */
function report(files) {
  const rows = files.map(({ name, bytes, isFirstLoad }) => (
    { name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, isFirstLoad }));
  const line = (name, raw, gzip, mark) => (
    console.log(`${name.padEnd(44)} ${String(raw).padStart(9)} ${String(gzip).padStart(9)}  ${mark}`));
  line('file', 'raw', 'gzip', '');
  for (const row of rows) line(row.name, row.raw, row.gzip, row.isFirstLoad ? 'first load' : '');
  const first = rows.filter((row) => row.isFirstLoad);
  const sum = (key) => first.reduce((total, row) => total + row[key], 0);
  line('first load', sum('raw'), sum('gzip'), `of ${kBudgetGzip} allowed`);
  return sum('gzip');
}

const options = readOptions();
const site = new Site();
await addAll(site, options).catch((error) => fail(error.message));
const licences = [...options.licence, ...['fflate', 'lzma1'].map((name) => `${name}=${path.join(root, 'web/node_modules', name, 'LICENSE')}`)];
site.addAs('notices.txt', noticesText(licences, fail), false);
const firstLoad = report(site.files);
if (firstLoad > kBudgetGzip) fail(`a first visit would load ${firstLoad} bytes, more than ${kBudgetGzip}`);
fs.rmSync(options.out, { recursive: true, force: true });
for (const { name, bytes } of site.files) {
  const file = path.join(options.out, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, bytes);
}
