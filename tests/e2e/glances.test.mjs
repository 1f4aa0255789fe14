// What is seen at a glance: the bar in one row, the receipt beside the number, the strip beside the text,
// and on a phone the menu and the sheet of findings.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import {
  dresses, editorOf, messageIs, paste, pixel, plainView, selected, settle, statusIs,
} from '../support/browser.mjs';
import { root, serveWithFakeCore } from '../support/site.mjs';
import { storiesOn } from '../support/stories.mjs';

const kCopy = 'Hello,\n\nWe are truly sorry for any inconvenience. Yesterday mistakes were made.\n\n'
  + 'The old letter said “any inconvenience” twice.\n';
const kPhone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

const { story } = storiesOn(serveWithFakeCore);

const receipt = (page) => page.locator('#sem-head').getByRole('table', { name: 'How the number comes about' });
const peek = (page) => page.locator('#sem-head').getByRole('button', { name: 'How the number comes about' });
/** What the first screen does without is there. */
const whole = (page) => page.waitForFunction(() => globalThis.unfeigned?.isWhole());
const strip = (page) => page.locator('#strip');

for (const isPlain of dresses) {
  const dress = isPlain ? 'plain' : 'painted';
  story(`the number shows its receipt to the pointer and to the keyboard, and Escape takes it away (${dress})`, async (page) => {
    if (isPlain) await plainView(page);
    await paste(page, kCopy, '3 findings, 1 noted');
    await whole(page);
    assert.equal(await receipt(page).count(), 0);
    await peek(page).hover();
    await receipt(page).waitFor();
    assert.match(await receipt(page).innerText(), /Start\s+100\.0[\s\S]*Plainness\s+54\.5/);
    await receipt(page).hover();
    assert.equal(await receipt(page).count(), 1, 'a pointer may go to what it opened');
    await page.keyboard.press('Escape');
    await receipt(page).waitFor({ state: 'detached' });
    await editorOf(page).hover();
    await peek(page).hover();
    await receipt(page).waitFor();
    await editorOf(page).hover();
    await receipt(page).waitFor({ state: 'detached' });
    await page.getByRole('checkbox', { name: 'This is a template' }).focus();
    await page.keyboard.press('Tab');
    await receipt(page).waitFor();
    assert.equal(await peek(page).getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('Escape');
    await receipt(page).waitFor({ state: 'detached' });
    assert.equal(await peek(page).evaluate((button) => button === document.activeElement), true);
    await page.keyboard.press('Enter');
    await receipt(page).waitFor();
    await page.keyboard.press('Tab');
    await receipt(page).waitFor({ state: 'detached' });
  });

  story(`the strip shows where findings are, and a press goes there (${dress})`, async (page) => {
    if (isPlain) await plainView(page);
    await whole(page);
    assert.equal(await strip(page).isVisible(), false, 'an empty text has none');
    const lines = 'Plain words, line after line.\n'.repeat(120);
    await paste(page, `${lines}Yesterday mistakes were made.\n${lines}`, '1 finding, 0 noted');
    await strip(page).waitFor();
    const box = await strip(page).boundingBox();
    assert.equal(await editorOf(page).evaluate((field) => field.setSelectionRange(0, 0)), undefined);
    await editorOf(page).evaluate((field) => { field.scrollTop = 0; });
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    assert.equal(await selected(page), 'mistakes were made');
    const scroll = () => editorOf(page).evaluate((field) => field.scrollTop / field.scrollHeight);
    const there = await scroll();
    assert.ok(there > 0.4 && there < 0.5, `the text is scrolled to ${there}`);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height * 0.9);
    assert.equal(await selected(page), 'mistakes were made', 'where nothing lies, the text is scrolled and that is all');
    assert.ok(await scroll() > there + 0.2);
    assert.equal(await strip(page).getAttribute('aria-hidden'), 'true');
    assert.equal(await strip(page).evaluate((field) => field.querySelectorAll('[tabindex], button, a').length), 0);
  });
}

story('the strip is painted where it lies: a grave finding has its colour, beside the row of its words', async (page) => {
  await whole(page);
  await paste(page, kCopy, '3 findings, 1 noted');
  await strip(page).waitFor();
  await settle(page);
  const box = await strip(page).boundingBox();
  const [, , words] = await page.evaluate(() => globalThis.unfeigned.pieces());
  const colours = await Promise.all(Array.from({ length: 40 }, (_, i) => pixel(page, box.x + box.width / 2, words.y - 5 + i)));
  assert.ok(colours.some((colour) => String(colour) === String([0x8a, 0x24, 0x56])), `no grave colour among ${colours}`);
  const below = await pixel(page, box.x + box.width / 2, box.y + box.height - 20);
  assert.deepEqual(below, [0xf1, 0xef, 0xe9], 'below the text there is nothing');
}, { needs: ['paint', 'askEditor'] });

const kLocales = { en: 'en-GB', fr: 'fr-FR', pl: 'pl-PL', zh: 'zh-CN' };
const wordsOf = (id) => JSON.parse(fs.readFileSync(path.join(root, `assets/strings/${id}.json`), 'utf8'));
/** Of a window that is this wide when the page is shown at 200 %. */
const zoomed = (width, locale) => ({ locale, viewport: { width, height: 512 }, deviceScaleFactor: 2 });

/** Where the title and all controls of the bar and below the text are, and the bar. */
const controls = (page) => page.evaluate(() => {
  const box = (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom, name: element.textContent };
  };
  const all = [...document.querySelectorAll('#sem-bar > *, #sem-foot > *')].map(box);
  return { all, bar: all.slice(0, document.querySelectorAll('#sem-bar > *').length), region: box(document.querySelector('#sem-bar')) };
});

async function isOneRow(page, width) {
  const { all, bar, region } = await controls(page);
  const names = bar.map(({ name }) => name);
  assert.ok(bar.length >= 3, `${width}: ${names}`);
  // The smallest phones may need another one.
  const tops = new Set(bar.slice(1).map(({ top }) => Math.round(top)));
  assert.ok(tops.size === 1 || width < 390, `${width}: one row of ${names}`);
  for (const one of bar) {
    assert.ok(one.left >= 0 && one.right <= width && one.bottom <= region.bottom, `${width}: ${one.name} is in the bar`);
  }
  for (const [i, a] of all.entries()) {
    for (const b of all.slice(i + 1)) {
      const isApart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      assert.ok(isApart, `${width}: ${a.name} and ${b.name} overlap`);
    }
  }
}

for (const [id, locale] of Object.entries(kLocales)) {
  story(`${id}: the bar is one row at every width, with a menu where it has no room for all`, async (page) => {
    const words = wordsOf(id);
    const menu = page.getByRole('button', { name: words.menu, exact: true });
    const menus = [];
    for (const isPlain of dresses) {
      if (isPlain) await plainView(page, words);
      for (const width of [320, 390, 700, 768, 850, 1024, 1100, 1200, 1300]) {
        await page.setViewportSize({ width, height: 512 });
        await settle(page);
        await isOneRow(page, width);
        menus.push([width, await menu.count()]);
      }
    }
    const at = (width) => menus.filter(([one]) => one === width).map(([, count]) => count);
    assert.deepEqual(at(700), dresses.map(() => 1), 'tools are in the menu');
    assert.deepEqual(at(1300), dresses.map(() => 0), 'and in sight where there is room');
    if (id === 'zh') assert.deepEqual(at(1024), dresses.map(() => 0), 'short words need less room');
  }, { context: zoomed(1300, locale) });
}

story('another language may need a menu, and the focus is not lost with it', async (page) => {
  await page.getByRole('button', { name: wordsOf('pl').menu, exact: true }).click();
  await page.getByRole('dialog').getByRole('combobox').selectOption('zh');
  await page.locator('html[lang="zh"]').waitFor({ state: 'attached' });
  await settle(page);
  assert.equal(await page.getByRole('button', { name: wordsOf('zh').menu, exact: true }).count(), 0);
  await isOneRow(page, 1024);
  const choice = page.locator('#sem-bar').getByRole('combobox');
  await choice.focus();
  await choice.selectOption('pl');
  await page.locator('html[lang="pl"]').waitFor({ state: 'attached' });
  await settle(page);
  await isOneRow(page, 1024);
  assert.deepEqual(await page.locator('#sem-bar button').allTextContents(), [wordsOf('pl').copy, wordsOf('pl').menu]);
  assert.equal(await page.evaluate(() => document.activeElement.closest('#app') !== null), true);
}, { context: zoomed(1024, 'pl-PL') });

story('a phone: one row of buttons, and the rest in a menu', async (page) => {
  await paste(page, kCopy, '3 findings, 1 noted');
  await settle(page);
  const bar = page.locator('#sem-bar');
  assert.deepEqual(await bar.getByRole('button').evaluateAll((all) => all.map((one) => one.textContent)), ['Copy result', 'Menu']);
  assert.ok((await bar.boundingBox()).height < 60);
  const menu = page.getByRole('dialog', { name: 'Menu' });
  await page.getByRole('button', { name: 'Menu' }).tap();
  await menu.waitFor();
  assert.deepEqual(await menu.getByRole('button').evaluateAll((all) => all.map((one) => one.textContent)), [
    'Keep for comparing', 'Scale', 'Settings', 'Report', 'About', 'Open', 'Clear', 'Close']);
  await page.keyboard.press('Escape');
  await menu.waitFor({ state: 'hidden' });
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Menu');
  // By keyboard; what is chosen begins at its top, and the way back leads to the button of the menu.
  await page.keyboard.press('Enter');
  await menu.getByRole('button', { name: 'Settings' }).press('Enter');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.waitFor();
  assert.equal(await settings.evaluate((dialog) => dialog.contains(document.activeElement)), true);
  await page.keyboard.press('Escape');
  await settings.waitFor({ state: 'hidden' });
  await page.waitForFunction(() => document.activeElement.textContent === 'Menu');
  await page.getByRole('button', { name: 'Menu' }).tap();
  await menu.getByRole('button', { name: 'Clear' }).tap();
  await menu.waitFor({ state: 'hidden' });
  await messageIs(page, /^Cleared/);
  assert.equal(await editorOf(page).inputValue(), '');
}, { needs: ['touch'], context: kPhone });

story('a phone: the sheet of findings can be pulled up over the text, and the number tells its receipt to a finger', async (page) => {
  await whole(page);
  await paste(page, kCopy, '3 findings, 1 noted');
  const height = async () => (await page.locator('#sem-panel').boundingBox()).height;
  const before = await height();
  const grip = page.getByRole('button', { name: 'Findings' });
  assert.equal(await grip.getAttribute('aria-expanded'), 'false');
  await grip.tap();
  assert.equal(await grip.getAttribute('aria-expanded'), 'true');
  assert.ok(await height() > before + 200, `${await height()} after ${before}`);
  assert.ok((await editorOf(page).boundingBox()).height > 60, 'some of the text stays in sight');
  assert.equal(await page.getByRole('combobox', { name: 'Kind' }).isVisible(), false);
  await peek(page).tap();
  await receipt(page).waitFor();
  const box = await receipt(page).boundingBox();
  assert.ok(box.y > 0 && box.y + box.height <= 844 && box.x >= 0 && box.x + box.width <= 390);
  await editorOf(page).tap();
  await receipt(page).waitFor({ state: 'detached' });
  await grip.tap();
  assert.equal(await height(), before);
  await statusIs(page, '3 findings, 1 noted');
}, { needs: ['touch'], context: kPhone });
