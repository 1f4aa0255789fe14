// What breaks while the page is in use, broken on purpose: each time there is a message, a next step,
// and the text is where it was.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { compress } from '../../web/node_modules/lzma1/lib/index.js';
import { editorOf, launch, paste, visit } from '../support/browser.mjs';
import { hashedName, serveCopy } from '../support/site.mjs';

const kEnglish = 'We apologise for any inconvenience this may have caused you on the day.\n';
const kPolish = 'Przepraszamy za wszelkie niedogodności związane z tą sytuacją i dziękujemy za wyrozumiałość.\n';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

/** A visit to a copy of the site that may be broken before and during it. */
async function story(steps, { change, ...options } = {}) {
  const site = await serveCopy({ change });
  try {
    await visit(browser, site.url, (page) => steps(page, site), options);
  } finally {
    await site.close();
  }
}

const packOf = (folder, language) => path.join(folder, 'packs', hashedName(path.join(folder, 'packs'), `${language}.json`, 'lzma'));
const findings = (page, least) => page.waitForFunction((n) => globalThis.unfeigned.answer()?.report.findings.length >= n, least);
const stopped = (page) => page.getByRole('alert').filter({ hasText: 'The checker stopped' }).waitFor({ state: 'attached' });

async function startAgain(page) {
  await page.getByRole('button', { name: 'Start the checker again' }).click();
  await page.getByRole('button', { name: 'Start the checker again' }).waitFor({ state: 'detached' });
}

/** Keeps the worker within reach of the test. */
const keepWorker = (page) => page.addInitScript(() => {
  const Original = globalThis.Worker;
  globalThis.Worker = class extends Original {
    constructor(...given) {
      super(...given);
      globalThis.lastWorker = this;
    }
  };
});

test('a worker that dies in the midst of it is said and started again', () => story(async (page) => {
  await paste(page, kEnglish);
  await findings(page, 1);
  // As the browser reports a worker that ran out of memory.
  await page.evaluate(() => {
    globalThis.lastWorker.terminate();
    globalThis.lastWorker.dispatchEvent(new ErrorEvent('error', { message: 'out of memory', cancelable: true }));
  });
  await editorOf(page).press('Control+End');
  await page.keyboard.insertText('Still here, and we truly care about any inconvenience.');
  await stopped(page);
  assert.match(await page.getByRole('alert').textContent(), /out of memory/);
  assert.equal(await editorOf(page).inputValue(), `${kEnglish}Still here, and we truly care about any inconvenience.`);
  await startAgain(page);
  await findings(page, 2);
}, { prepare: keepWorker }));

test('a worker that never answers is given up, and the next one is asked', () => story(async (page) => {
  await paste(page, kEnglish);
  await findings(page, 1);
  await page.evaluate(() => { globalThis.lastWorker.onmessage = () => {}; });
  await editorOf(page).press('Control+End');
  await page.keyboard.insertText('More.');
  await page.clock.fastForward(21_000);
  await stopped(page);
  assert.match(await page.getByRole('alert').textContent(), /did not answer in time/);
  assert.equal(await editorOf(page).inputValue(), `${kEnglish}More.`);
  await startAgain(page);
}, { prepare: async (page) => {
  await page.clock.install();
  await keepWorker(page);
} }));

test('memory that is refused to the painter leaves a page to write in', () => story(async (page) => {
  await page.getByRole('alert').filter({ hasText: 'could not start' }).waitFor();
  await editorOf(page).fill(kEnglish);
  await page.getByRole('button', { name: 'Load the page again' }).click();
  await page.getByRole('alert').filter({ hasText: 'could not start' }).waitFor();
  assert.equal(await editorOf(page).inputValue(), kEnglish, 'the text comes along');
}, {
  isReady: false,
  allow: /out of memory|Aborted|wasm/i,
  prepare: (page) => page.addInitScript(() => {
    const refuse = () => Promise.reject(new RangeError('out of memory'));
    WebAssembly.instantiate = refuse;
  }),
}));

test('memory that is refused to the checker is said, and the text stays', () => story(async (page) => {
  await paste(page, `${kEnglish.repeat(4000)}`);
  await stopped(page);
  assert.equal((await editorOf(page).inputValue()).length, kEnglish.length * 4000);
  await page.evaluate(() => { globalThis.isMemoryRefused = false; });
  await startAgain(page);
  await findings(page, 100);
}, {
  allow: /memory|Aborted|abort/i,
  prepare: (page) => page.addInitScript(() => {
    // On the page's own thread the checker has the page's WebAssembly.
    globalThis.Worker = class { constructor() { throw new Error('no workers here'); } };
    globalThis.isMemoryRefused = true;
    const { grow } = WebAssembly.Memory.prototype;
    WebAssembly.Memory.prototype.grow = function refuse(...given) {
      if (globalThis.isMemoryRefused) throw new RangeError('no memory');
      return grow.apply(this, given);
    };
  }),
}));

for (const [name, spoil] of [
  ['is cut off', (file) => fs.truncateSync(file, 1000)],
  ['is another file', (file) => fs.writeFileSync(file, '<!doctype html>')],
  ['is no pack', (file) => fs.writeFileSync(file, compress(Buffer.from('{"format":1,')))],
  ['is missing', (file) => fs.rmSync(file)],
]) {
  test(`an English pack that ${name} stops the checker until it is there`, () => {
    let good;
    return story(async (page, site) => {
      await stopped(page);
      await editorOf(page).fill(kEnglish);
      fs.writeFileSync(good.file, good.bytes);
      await startAgain(page);
      await findings(page, 1);
      assert.equal(await editorOf(page).inputValue(), kEnglish);
      assert.ok(site.url);
    }, {
      allow: /404/,
      change: (folder) => {
        const file = packOf(folder, 'en');
        good = { file, bytes: fs.readFileSync(file) };
        spoil(file);
      },
    });
  });

  test(`a Polish pack that ${name} is said, and the other languages are read`, () => story(async (page) => {
    await paste(page, kPolish);
    await page.getByText('Rules for some languages could not be loaded').waitFor({ state: 'attached' });
    assert.equal(await page.getByRole('alert').count(), 0);
    await editorOf(page).fill('');
    await paste(page, 'Nous vous prions de bien vouloir nous excuser pour la gêne occasionnée par cet incident.\n');
    await page.waitForFunction(() => globalThis.unfeigned.answer()?.report.language === 'fr');
    await findings(page, 1);
  }, { allow: /404/, change: (folder) => spoil(packOf(folder, 'pl')) }));
}

test('a sample that cannot be had is said', () => story(async (page) => {
  await page.getByRole('button', { name: 'An outage' }).click();
  await page.locator('#sem-head .message').filter({ hasText: 'That could not be fetched' }).waitFor({ state: 'attached' });
  assert.equal(await editorOf(page).inputValue(), '');
}, { allow: /404/, change: (folder) => fs.rmSync(path.join(folder, 'examples'), { recursive: true }) }));
