// The page in each of its languages: how one is chosen, that nothing is lost by it, and that samples,
// numbers and dialogs are those of the language.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { violations } from '../support/axe.mjs';
import { paste, plainView, ready, visit } from '../support/browser.mjs';
import { root, serveReal } from '../support/site.mjs';
import { storiesOn } from '../support/stories.mjs';

const stringsOf = (id) => JSON.parse(fs.readFileSync(path.join(root, `assets/strings/${id}.json`), 'utf8'));
const kIds = fs.readdirSync(path.join(root, 'assets/strings')).map((name) => path.parse(name).name).sort();
const kLocales = { en: 'en-GB', fr: 'fr-FR', pl: 'pl-PL', zh: 'zh-CN' };
const kSamples = ['outage', 'late-parcel', 'fundraising', 'plain-good'];
const kGenres = { outage: 'incident', 'late-parcel': 'support', fundraising: 'fundraising', 'plain-good': 'support' };
const sampleText = (id, sample) => JSON.parse(fs.readFileSync(
  path.join(root, `assets/examples/${id}/${sample}.json`), 'utf8')).text;

const { at, story } = storiesOn(serveReal);
test('the page has these languages', () => assert.deepEqual(kIds, ['en', 'fr', 'pl', 'zh']));
const speaks = (id) => ({ context: { locale: kLocales[id] ?? id } });
const langOf = (page) => page.evaluate(() => document.documentElement.lang);

async function choose(page, id) {
  const now = stringsOf(await langOf(page));
  const choice = page.getByRole('combobox', { name: now.interface });
  assert.deepEqual(await choice.locator('option').allTextContents(), ['English', 'Français', 'Polski', '中文']);
  await choice.selectOption(id);
  await page.locator(`html[lang="${id}"]`).waitFor({ state: 'attached' });
}

async function isReadIn(page, language) {
  await page.waitForFunction((wanted) => globalThis.unfeigned.answer()?.report.language === wanted, language);
}

async function loadSample(page, strings, sample) {
  const text = page.locator('#editor');
  const before = await page.evaluate(() => globalThis.unfeigned.answer()?.revision ?? -1);
  await page.getByRole('button', { name: strings[`sample.${sample}`], exact: true }).click();
  await page.waitForFunction((revision) => {
    const answer = globalThis.unfeigned.answer();
    return answer?.revision > revision && answer.report.text.bytes > 0;
  }, before);
  assert.notEqual(await text.inputValue(), '');
  return page.evaluate(() => globalThis.unfeigned.answer().report);
}

for (const id of kIds) {
  const strings = stringsOf(id);

  story(`${id}: the whole page, painted and plain, from the browser's languages`, async (page) => {
    assert.equal(await langOf(page), id);
    assert.equal(await page.title(), strings['page.title']);
    const editor = page.getByRole('textbox', { name: strings['page.editor'] });
    assert.equal(await editor.getAttribute('placeholder'), strings['page.placeholder']);
    await page.getByRole('link', { name: strings['page.skip'] }).waitFor({ state: 'attached' });
    await paste(page, sampleText(id, 'outage'));
    await isReadIn(page, id);
    const findings = page.getByRole('list', { name: strings['list.findings'], exact: true }).getByRole('listitem');
    await findings.first().waitFor({ state: 'attached' });
    assert.equal(await findings.count(), await page.evaluate(() => globalThis.unfeigned.answer().report.findings.length));
    await page.getByRole('list', { name: strings['list.noted'], exact: true }).waitFor({ state: 'attached' });
    await page.getByRole('button', { name: strings.copy }).waitFor({ state: 'attached' });
    assert.deepEqual(await violations(page), [], 'painted');

    // The space before a French colon is one that does not break; a name has plain ones.
    const fill = strings.fill.replace('{title}', '').replace(/\s+/g, ' ').trim();
    await page.getByRole('button', { name: new RegExp(`^${fill}`) }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: strings['form.put-in'] }).waitFor();
    assert.deepEqual(await violations(page), [], 'with a form');
    await dialog.getByRole('button', { name: strings.cancel }).click();
    await dialog.waitFor({ state: 'hidden' });

    await plainView(page, strings);
    assert.deepEqual(await violations(page), [], 'plain');
    // What was not written in this language would be English.
    const bar = await page.locator('#sem-bar button').allTextContents();
    assert.ok(bar.length >= 6, `${bar.length} buttons`);
    if (id !== 'en') assert.deepEqual(bar.filter((text) => Object.values(stringsOf('en')).includes(text)), []);
  }, speaks(id));

  story(`${id}: three samples show formulas, the first of them best, and one is plain`, async (page) => {
    const names = await page.getByRole('group', { name: strings.samples }).getByRole('button').allTextContents();
    assert.deepEqual(names, kSamples.map((sample) => strings[`sample.${sample}`]));
    for (const sample of kSamples) {
      const report = await loadSample(page, strings, sample);
      const found = `${sample}: ${report.score}, ${report.findings.length} findings, ${report.missing.length} missing`;
      assert.equal(report.language, id, found);
      assert.equal(report.genre, kGenres[sample], found);
      if (sample === 'plain-good') {
        assert.ok(report.score >= 85 && report.findings.length === 0, found);
      } else {
        assert.ok(report.score < 40 && report.findings.length >= 5, found);
        assert.ok(report.missing.filter((one) => one.suggestion).length >= 3, found);
      }
      await page.getByRole('button', { name: strings.clear, exact: true }).click();
      await page.waitForFunction(() => document.getElementById('editor').value === '');
      await page.getByRole('group', { name: strings.samples }).waitFor({ state: 'attached' });
    }
  }, speaks(id));

  story(`${id}: numbers are written as people write them there`, async (page) => {
    await page.getByRole('button', { name: strings['scale.name'] }).click();
    for (const value of ['100000', '12.5', '2,5']) {
      await page.keyboard.type(value);
      await page.keyboard.press('Enter');
    }
    const group = strings['number.group'];
    const mark = strings['number.decimal'];
    const result = await page.getByRole('dialog').getByRole('status').textContent();
    assert.equal(result, strings['scale.result'].replace('{audience}', `100${group}000`)
      .replace('{share}', `12${mark}5`).replace('{people}', `12${group}500`)
      .replace('{minutes}', `2${mark}5`).replace('{hours}', '521'));
    await page.keyboard.press('Escape');
    await paste(page, sampleText(id, 'outage'));
    await isReadIn(page, id);
    const score = await page.evaluate(() => globalThis.unfeigned.answer().report.score.toFixed(1));
    const meter = page.getByRole('meter');
    await page.waitForFunction((now) => document.querySelector('meter').getAttribute('aria-valuenow') === now, score);
    assert.equal(await page.locator('.gauge-number').textContent(), score.replace('.', mark));
    assert.ok((await meter.getAttribute('aria-valuetext')).includes(score.replace('.', mark)));
  }, speaks(id));

  story(`${id}: About tells how it decides and what was measured`, async (page) => {
    await page.getByRole('button', { name: strings.menu, exact: true }).click();
    await page.getByRole('button', { name: strings['about.open'], exact: true }).click();
    const dialog = page.getByRole('dialog', { name: strings['about.title'] });
    await dialog.waitFor();
    // It is longer than this screen, and is read from its top.
    assert.ok(await dialog.evaluate((element) => element.scrollHeight > element.clientHeight && element.scrollTop === 0));
    const rows = await dialog.getByRole('row').evaluateAll((all) => all.map((row) => (
      [...row.children].map((cell) => cell.textContent))));
    const { neutral_per_1000: rates } = JSON.parse(fs.readFileSync(path.join(root, 'assets/about.json'), 'utf8'));
    assert.deepEqual(rows[0], [strings['about.language'], strings['about.rules'], strings['about.rate']]);
    assert.deepEqual(rows.slice(1).map(([language, , rate]) => [language, rate]), Object.keys(rates).map((pack) => (
      [strings[`language.${pack}`], String(rates[pack]).replace('.', strings['number.decimal'])])));
    for (const [, version] of rows.slice(1)) assert.match(version, /^\d+\.\d+\.\d+$/);
    assert.equal(await dialog.getByRole('link').getAttribute('href'), 'notices.txt');
    assert.deepEqual(await violations(page), []);
    await dialog.getByRole('button', { name: strings.close }).click();
    await dialog.waitFor({ state: 'hidden' });
  }, { context: { ...speaks(id).context, viewport: { width: 390, height: 700 } } });
}

story('another language is chosen without losing anything', async (page) => {
  await page.evaluate(() => { globalThis.isSamePage = true; });
  await paste(page, sampleText('en', 'outage'));
  await isReadIn(page, 'en');
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('support');
  await page.waitForFunction(() => globalThis.unfeigned.answer().report.genre === 'support');
  const state = () => page.evaluate(() => {
    const editor = document.getElementById('editor');
    const { revision, report } = globalThis.unfeigned.answer();
    return { text: editor.value, at: editor.selectionStart, revision, score: report.score, genre: report.genre };
  });
  const before_ = await state();
  for (const id of ['pl', 'zh', 'fr']) {
    await choose(page, id);
    assert.deepEqual(await state(), before_, id);
    const items = page.getByRole('list', { name: stringsOf(id)['list.findings'], exact: true }).getByRole('listitem');
    assert.ok(await items.count() > 3, id);
  }
  assert.equal(await page.evaluate(() => globalThis.isSamePage), true);
  // The sentences of a pack stay in the language of the text, and say so to a screen reader.
  const why = page.locator('.card .facttext').first();
  assert.equal(await why.getAttribute('lang'), 'en');
  await page.locator('#editor').focus();
  await page.keyboard.press('Control+z');
  assert.equal(await page.locator('#editor').inputValue(), '', 'the paste can still be undone');
});

story('what was chosen by hand is kept, what was guessed is not', async (page) => {
  const kept = () => page.evaluate(() => ({ ...localStorage }));
  assert.equal(await langOf(page), 'pl');
  assert.deepEqual(await kept(), {});
  await choose(page, 'fr');
  assert.deepEqual(await kept(), { 'unfeigned.interface': 'fr' });
  await page.reload();
  await ready(page);
  assert.equal(await langOf(page), 'fr');
}, speaks('pl'));

story('a browser of another language gets English', async (page) => {
  assert.equal(await langOf(page), 'en');
  await page.getByRole('button', { name: 'Copy result' }).waitFor({ state: 'attached' });
}, speaks('de'));

test('only the words of the chosen language are fetched', () => {
  const fetched = [];
  return visit(at.browser, at.site.url, async (page) => {
    assert.deepEqual(fetched, ['zh']);
    await choose(page, 'pl');
    assert.deepEqual(fetched, ['zh', 'pl']);
  }, {
    ...speaks('zh'),
    prepare: async (page) => page.on('request', (request) => {
      const name = /strings\/(\w+)\./.exec(request.url());
      if (name) fetched.push(name[1]);
    }),
  });
});

const withoutFile = (pattern) => ({ prepare: (page) => page.route(pattern, (route) => route.abort()), allow: /ERR_FAILED/ });

story('words that cannot be fetched are said, and the old ones stay', async (page) => {
  await paste(page, 'We apologise for any inconvenience.');
  await page.getByRole('combobox', { name: 'Interface language' }).selectOption('zh');
  await page.locator('#sem-head .message').filter({ hasText: 'could not be fetched' }).waitFor({ state: 'attached' });
  assert.equal(await langOf(page), 'en');
  assert.equal(await page.getByRole('combobox', { name: 'Interface language' }).inputValue(), 'en');
  assert.deepEqual(await page.evaluate(() => ({ ...localStorage })), {});
}, withoutFile('**/strings/zh.*'));

story('a page whose language cannot be fetched starts in English', async (page) => {
  assert.equal(await langOf(page), 'en');
  await page.getByRole('button', { name: 'Copy result' }).waitFor({ state: 'attached' });
}, { ...speaks('zh'), ...withoutFile('**/strings/zh.*') });

story('a page that cannot start says so in its language', async (page) => {
  const alert = page.getByRole('alert').filter({ hasText: stringsOf('fr')['failure.what'] });
  await alert.waitFor();
  await alert.getByRole('button', { name: stringsOf('fr')['failure.again'] }).waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'Votre texte' }).count(), 1);
}, { ...speaks('fr'), ...withoutFile('**/ui.wasm.*'), allow: /ERR_FAILED|wasm|ArrayBuffer/, isReady: false });

test('the words of index.html are the English ones', () => {
  const html = fs.readFileSync(path.join(root, 'web/index.html'), 'utf8');
  const strings = stringsOf('en');
  const said = [`<title>${strings['page.title']}</title>`, `>${strings['page.skip']}</a>`,
    `aria-label="${strings['page.editor']}"`, `placeholder="${strings['page.placeholder']}"`, `>${strings['page.loading']}</p>`];
  assert.deepEqual(said.filter((text) => !html.includes(text)), []);
});
