// The page with its real checker: the worker's report is the one that core.wasm gives under node,
// and the page shows it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { CoreEngine } from '../../web/glue/core_engine.mjs';
import { unpacked } from '../../web/glue/unpack.mjs';
import { editorOf, paste, unfold } from '../support/browser.mjs';
import { builtSite, hashedName, root, serveReal } from '../support/site.mjs';
import { storiesOn } from '../support/stories.mjs';

const kCopy = 'Dear customer,\n\nWe are sorry if anyone was offended 🙏. We apologise for any inconvenience this may '
  + 'have caused, 亲爱的顾客, and we will get back to you as soon as possible.\n';

const { story } = storiesOn(async () => {
  const core = fs.readFileSync(path.join(builtSite, hashedName(builtSite, 'core.wasm', 'lzma')));
  assert.ok(core.length > 50_000, 'the built site has no real core.wasm');
  return serveReal();
});

/** The checker of the built site, under node. */
async function engineUnderNode() {
  const file = (name) => path.join(builtSite, name);
  const read = (name) => unpacked(fs.readFileSync(file(name)));
  const { default: create } = await import(pathToFileURL(file(hashedName(builtSite, 'core', 'mjs'))).href);
  const wasmBinary = read(hashedName(builtSite, 'core.wasm', 'lzma'));
  const engine = new CoreEngine(await create({ wasmBinary }));
  for (const name of fs.readdirSync(file('packs')).sort()) {
    engine.addPack(name.split('.')[0], read(path.join('packs', name)));
  }
  engine.finishPacks();
  return engine;
}

story('the report in the page is the report of the core', async (page) => {
  await paste(page, kCopy);
  await page.waitForFunction((text) => {
    const answer = globalThis.unfeigned.answer();
    return answer && document.getElementById('editor').value === text && answer.report.text.bytes > 0;
  }, kCopy);
  const engine = await engineUnderNode();
  const options = { language: 'auto', genre: 'auto', template: false, input: 'text', offsets: 'utf16' };
  const expected = JSON.parse(await engine.audit(options, kCopy));
  const shown = await page.evaluate(() => globalThis.unfeigned.answer().report);
  // A genre, once detected, is kept by the page and given back to the checker.
  if (shown.genre_source === 'given') expected.genre_source = 'given';
  assert.deepEqual(shown, expected);
  const items = page.getByRole('list', { name: 'Findings' }).getByRole('listitem');
  assert.equal(await items.count(), expected.findings.length);
  assert.ok(expected.findings.length >= 2);
  for (const finding of expected.findings) {
    assert.equal(kCopy.slice(finding.start, finding.end), finding.words);
  }
});

story('every sample text is read; the plain one is found plain', async (page) => {
  const counts = {};
  for (const name of ['A late parcel', 'An outage', 'A fundraising mail', 'A plain one']) {
    await page.getByRole('button', { name }).click();
    await page.waitForFunction(() => globalThis.unfeigned.answer()?.report.text.bytes > 0
      && /finding/.test(document.querySelector('[role=status]').textContent));
    counts[name] = await page.evaluate(() => globalThis.unfeigned.answer().report.findings.length);
    await page.getByRole('button', { name: 'Clear' }).click();
  }
  assert.equal(counts['A plain one'], 0);
  for (const name of ['A late parcel', 'An outage', 'A fundraising mail']) {
    assert.ok(counts[name] >= 2, `${name}: ${counts[name]} findings`);
  }
});

story('every rewrite that is offered can be applied and undone', async (page) => {
  await page.getByRole('button', { name: 'A late parcel' }).click();
  await page.getByRole('list', { name: 'Findings' }).waitFor({ state: 'attached' });
  const text = await editorOf(page).inputValue();
  const buttons = page.getByRole('button', { name: /^Apply/ });
  const n = await buttons.count();
  assert.ok(n >= 2);
  for (let i = 0; i < n; i += 1) {
    await buttons.nth(i).click();
    assert.notEqual(await editorOf(page).inputValue(), text);
    await page.keyboard.press('Control+z');
    assert.equal(await editorOf(page).inputValue(), text);
    await page.waitForFunction((count) => [...document.querySelectorAll('#sem-panel button.apply')].length === count, n);
  }
});

async function outage(page) {
  await page.getByRole('button', { name: 'An outage' }).click();
  await page.getByRole('list', { name: 'Missing' }).waitFor({ state: 'attached' });
}

story('every gap that is asked about can be filled and undone', async (page) => {
  await outage(page);
  const text = await editorOf(page).inputValue();
  const fills = page.getByRole('list', { name: 'Missing' }).getByRole('button', { name: /^Fill in: / });
  const n = await fills.count();
  const suggestions = await page.evaluate(() => (
    globalThis.unfeigned.answer().report.missing.map((one) => one.suggestion)));
  assert.ok(n >= 2 && n === suggestions.length);
  for (let i = 0; i < n; i += 1) {
    await fills.nth(i).click();
    await page.getByRole('button', { name: 'Put it in' }).click();
    const { start, text: asked } = suggestions[i];
    assert.match(asked, /\u27E8/);
    assert.equal(await editorOf(page).inputValue(), text.slice(0, start) + asked + text.slice(start));
    await page.keyboard.press('Control+z');
    assert.equal(await editorOf(page).inputValue(), text);
    await page.waitForFunction((count) => document.querySelectorAll('.gaps button').length === count, n);
  }
});

story('a gap that was filled with facts is no gap any more, and the number rises', async (page) => {
  await outage(page);
  const answer = () => page.evaluate(() => globalThis.unfeigned.answer());
  const { revision, report } = await answer();
  await page.getByRole('button', { name: 'Fill in: Say how to reach a person' }).click();
  for (const words of ['Maria Lind', '+44 20 7946 0123']) {
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Enter');
  await page.waitForFunction((before) => globalThis.unfeigned.answer().revision > before, revision);
  const now = (await answer()).report;
  assert.ok(report.missing.some((one) => one.component === 'contact'));
  assert.deepEqual(now.missing.filter((one) => one.component === 'contact'), []);
  assert.ok(now.score > report.score, `${now.score} after ${report.score}`);
});

story('the receipt of every sample adds up to the number that is shown', async (page) => {
  for (const name of ['A late parcel', 'An outage', 'A fundraising mail', 'A plain one']) {
    await page.getByRole('button', { name }).click();
    await unfold(page, 'How the number comes about');
    await page.getByRole('table', { name: 'How the number comes about' }).waitFor({ state: 'attached' });
    const amounts = await page.locator('#sem-panel table td').evaluateAll((all) => (
      all.map((cell) => Math.round(Number(cell.textContent.replace('\u2212', '-')) * 10))));
    const total = amounts.pop();
    assert.equal(amounts.reduce((a, b) => a + b, 0), total, name);
    const shown = await page.getByRole('meter', { name: 'Plainness' }).getAttribute('aria-valuenow');
    assert.equal(Math.round(Number(shown) * 10), total, name);
    await page.getByRole('button', { name: 'Clear' }).click();
  }
});

test('the texts of the page say what the view asks for, and nothing else', () => {
  const strings = JSON.parse(fs.readFileSync(path.join(root, 'assets/strings/en.json'), 'utf8'));
  for (const [key, text] of Object.entries(strings)) {
    assert.ok(text.length > 0, key);
    assert.doesNotMatch(text, /\{[^}]*$/, key);
  }
  assert.ok(Object.keys(strings).length > 100);
});

story('packs of other languages are fetched when a text needs them, and not before', async (page) => {
    const fetched = [];
    page.on('request', (request) => {
      const name = /packs\/(\w+)\./.exec(request.url());
      if (name) fetched.push(name[1]);
    });
    await paste(page, 'We apologise for any inconvenience this may have caused you on the day.\n');
    await page.waitForFunction(() => globalThis.unfeigned.answer()?.report.language === 'en');
    assert.deepEqual(fetched.filter((id) => id !== 'en'), []);
    await page.getByRole('button', { name: 'Clear' }).click();
    const rest = ['fr', 'pl', 'zh'].map((id) => page.waitForRequest((request) => request.url().includes(`packs/${id}.`)));
    await paste(page, 'Nous vous prions de bien vouloir nous excuser pour la gêne occasionnée par cet incident.\n');
    await page.waitForFunction(() => globalThis.unfeigned.answer()?.report.language === 'fr');
    await Promise.all(rest);
    const items = page.getByRole('list', { name: 'Findings' }).getByRole('listitem');
    await items.first().waitFor();
    assert.ok(await items.count() >= 1);
  });

story('a language whose pack cannot be had is said, and the checker goes on', async (page) => {
    await page.route('**/packs/fr.*', (route) => route.abort());
    await paste(page, 'We apologise for any inconvenience this may have caused you on the day.\n');
    await page.waitForFunction(() => globalThis.unfeigned.answer()?.report.findings.length === 1);
    await page.getByRole('combobox', { name: 'Language', exact: true }).selectOption('fr');
    const revision = await page.evaluate(() => globalThis.unfeigned.answer().revision);
    await editorOf(page).press('End');
    await page.keyboard.insertText(' Das ist der letzte Satz von allen, und niemand hier versteht ihn ganz.');
    await page.waitForFunction((before) => {
      const answer = globalThis.unfeigned.answer();
      return answer && answer.revision > before && answer.report.notices.some(({ kind }) => kind === 'unknown-language');
    }, revision);
    assert.equal(await page.getByRole('button', { name: 'Start the checker again' }).count(), 0);
    assert.equal(await page.getByRole('list', { name: 'Findings' }).getByRole('listitem').count(), 1);
  }, { allow: /ERR_FAILED/ });
