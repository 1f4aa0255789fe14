// How long the page takes: from a key until the new highlights are drawn, which the browser shows with
// its next frame, in a text of 10,000 and of 100,000 characters; and from an empty cache to the first
// ones. Real keys in headless Chromium, on the site that UNFEIGNED_SITE names; prints JSON. The page is
// watched from outside, by what it calls.
//   node tests/bench/latency.mjs [keys]
import { launch, paste, ready } from '../support/browser.mjs';
import { serveReal } from '../support/site.mjs';
import { mixedCopy, numbers } from './mixed_copy.mjs';

/** Milliseconds at the 95th percentile, by characters; and of the first load, at the median. */
const kBounds = { 10_000: 30, 100_000: 60, typing: 300, highlights: 1000 };
const kKeys = Number(process.argv[2] ?? 60);
const kLoads = 5;

/** In the page: what it asks of the browser, with the time. */
function watch() {
  const log = { key: 0, sent: 0, answered: 0, asked: 0, measured: 0, done: null };
  globalThis.latency = log;
  const now = () => performance.now();
  addEventListener('keydown', (event) => {
    Object.assign(log, { key: event.timeStamp, done: null });
    requestAnimationFrame(look);
  }, true);
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function send(...all) {
    log.sent = now();
    return postMessage.apply(this, all);
  };
  const { set } = Object.getOwnPropertyDescriptor(Worker.prototype, 'onmessage');
  Object.defineProperty(Worker.prototype, 'onmessage', {
    set(listener) {
      set.call(this, (event) => {
        log.answered = now();
        listener.call(this, event);
      });
    },
  });
  // Geometry is what lies between the first and the last rectangle that is asked for; then comes painting.
  for (const type of [Range, globalThis.OpaqueRange].filter(Boolean)) {
    const { getClientRects } = type.prototype;
    type.prototype.getClientRects = function rects() {
      if (log.asked < log.answered) log.asked = now();
      const found = getClientRects.call(this);
      log.measured = now();
      return found;
    };
  }
  let last = 0;
  const look = () => {
    const { key, sent, answered, asked, measured } = log;
    const end = globalThis.unfeigned?.shownAt() ?? 0;
    if (end === last) {
      requestAnimationFrame(look);
      return;
    }
    last = end;
    log.done = { all: end - key, end, pieces: globalThis.unfeigned.pieces().length, wait: sent - key,
      audit: answered - sent, view: asked - answered, geometry: measured - asked, painting: end - measured };
  };
  requestAnimationFrame(look);
}

const sorted = (values) => [...values].sort((a, b) => a - b);
const percentile = (values, part) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * part))];
const rounded = (value) => Math.round(value * 10) / 10;

/** @param {import('playwright-core').Page} page @param {number} size */
async function typing(page, size) {
  const text = mixedCopy(size);
  await paste(page, text);
  await page.waitForFunction(() => globalThis.latency.done?.pieces > 0, undefined, { timeout: 60_000 });
  const next = numbers(2);
  const samples = [];
  for (let i = 0; i < kKeys; i += 1) {
    // A place between words, near and far, brought into sight before the key is pressed.
    const at = text.indexOf(' ', Math.floor((i / kKeys) * (size - 100)) + next(50));
    await page.evaluate(async (place) => {
      const editor = document.getElementById('editor');
      editor.setSelectionRange(place, place);
      editor.blur();
      editor.focus();
      await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve))); });
    }, at);
    await page.keyboard.press('abcdefghijklmnopqrstuvwxyz'[next(26)]);
    await page.waitForFunction(() => globalThis.latency.done !== null);
    samples.push(await page.evaluate(() => globalThis.latency.done));
  }
  const all = samples.map((one) => one.all);
  const findings = await page.evaluate(() => globalThis.unfeigned.answer().report.findings.length);
  const shares = ['wait', 'audit', 'view', 'geometry', 'painting'].map((part) => (
    [part, rounded(percentile(samples.map((one) => one[part]), 0.5))]));
  const p95 = percentile(all, 0.95);
  return { characters: size, keys: samples.length, findings, p50: rounded(percentile(all, 0.5)), p95: rounded(p95),
    median_of: Object.fromEntries(shares), bound: kBounds[size], met: p95 <= kBounds[size] };
}

/** The text is put in as soon as there is something to type in; the cache is empty. */
async function load(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.addInitScript((text) => {
    addEventListener('DOMContentLoaded', () => {
      const editor = document.getElementById('editor');
      editor.focus();
      document.execCommand('insertText', false, text);
      requestAnimationFrame(() => { globalThis.typed = performance.now(); });
    });
  }, mixedCopy(1_000));
  await page.goto(url);
  await page.waitForFunction(() => globalThis.latency.done?.pieces > 0, undefined, { timeout: 60_000 });
  const times = await page.evaluate(() => ({ typing: globalThis.typed, highlights: globalThis.latency.done.end }));
  await context.close();
  return times;
}

const site = await serveReal();
const browser = await launch();
try {
  const loads = [];
  for (let i = 0; i < kLoads; i += 1) loads.push(await load(browser, site.url));
  const first = Object.fromEntries(['typing', 'highlights'].map((what) => {
    const ms = percentile(loads.map((one) => one[what]), 0.5);
    return [what, { ms: rounded(ms), bound: kBounds[what], met: ms <= kBounds[what] }];
  }));
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const keys = [];
  for (const size of [10_000, 100_000]) {
    const page = await context.newPage();
    await page.addInitScript(watch);
    await page.goto(site.url);
    await ready(page);
    keys.push(await typing(page, size));
    await page.close();
  }
  console.log(JSON.stringify({ first_load: first, key_to_highlights: keys }, null, 2));
} finally {
  await browser.close();
  await site.close();
}
