// Pictures of the page for people to look at.
//
//   node tests/tools/screenshots.mjs FOLDER [--fake]
//   node tests/tools/screenshots.mjs FOLDER --all [PART...]
//
// --fake uses the checker of the page tests instead of the built one. --all takes every screen in every
// language, light and dark, wide and narrow, and sheets of them; PART (fr, dark, 390, form) takes fewer, or
// what is taken on request alone (forced colours: forced, the widths 1920 and 768).
import fs from 'node:fs';
import path from 'node:path';
import { dropFile, editorOf, launch, plainView, settle, unfold, visit } from '../support/browser.mjs';
import { serveReal, serveWithFakeCore } from '../support/site.mjs';
import { takeAll } from './all_screens.mjs';

const kMixed = '亲爱的顾客👋🏽：\n\n给您带来不便，我们深表歉意。We are truly sorry for any inconvenience 🙏 and '
  + 'mistakes were made 👨‍👩‍👧. שלום, नमस्ते, zażółć gęślą jaźń, l’été.\n\nA leaflet said “any inconvenience”.\n';

const [folder, flag, ...parts] = process.argv.slice(2);
if (!folder) {
  console.error('screenshots: say where to put the pictures');
  process.exit(1);
}
fs.mkdirSync(folder, { recursive: true });

async function sample(page, name = 'A late parcel') {
  await page.getByRole('button', { name }).click();
  await page.getByRole('list', { name: 'Findings' }).waitFor({ state: 'attached' });
}

async function type(page, text) {
  await editorOf(page).focus();
  await page.keyboard.insertText(text);
  await page.getByRole('list', { name: 'Findings' }).waitFor({ state: 'attached' });
}

async function openCard(page) {
  await sample(page);
  await page.keyboard.press('F8');
}

async function plain(page) {
  await plainView(page);
  await sample(page);
}

const asking = (page) => sample(page, 'An outage');

async function form(page) {
  await asking(page);
  await page.getByRole('button', { name: /^Fill in/ }).first().click();
  await page.keyboard.type('Ms Okafor');
}

/** What is in the bar, or on a phone in the menu. */
async function tool(page, name) {
  const menu = page.getByRole('button', { name: 'Menu' });
  if (await menu.count() > 0) await menu.click();
  await page.getByRole('button', { name }).click();
}

async function compare(page) {
  await asking(page);
  await tool(page, 'Keep for comparing');
  await tool(page, 'Clear');
  await sample(page, 'A plain one');
  await tool(page, 'Compare');
}

async function setAside(page) {
  await sample(page);
  for (const choice of ['Not this rule', 'I am quoting']) {
    const button = page.getByRole('button', { name: /^Set aside… \(/ }).first();
    const name = await button.getAttribute('aria-label');
    await button.click();
    await page.getByRole('textbox', { name: /^Your reason/ }).fill('the words of our customer');
    await page.getByRole('button', { name: choice }).click();
    await page.getByRole('button', { name, exact: true }).waitFor({ state: 'detached' });
  }
  await page.getByRole('list', { name: 'Set aside' }).scrollIntoViewIfNeeded();
}

const kTeam = { format: 1, pack: { id: 'acme', language: 'en', name: 'Acme', version: '3.1' },
  rules: [{ id: 'generic-inconvenience.en.inconvenience', status: 'off', because: 'Reviewed by hand.' }],
  samples: [{ title: 'Our own note', text: 'We are sorry.' }] };
const tried = (page) => dropFile(page, { name: 'acme.json', text: JSON.stringify(kTeam) });
async function broken(page) {
  await dropFile(page, { name: 'acme.json', text: JSON.stringify({ ...kTeam, colour: 1, slots: [] }, null, 1) });
  await page.getByRole('alert').waitFor({ state: 'attached' });
}

const dark = { colorScheme: 'dark' };
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };
const kPictures = [
  ['light-empty', async () => {}, {}],
  ['light', sample, {}],
  ['light-active', openCard, {}],
  ['light-focus', async (page) => {
    await sample(page);
    await page.getByRole('button', { name: /^Apply/ }).first().focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
  }, {}],
  ['light-hover', async (page) => {
    await sample(page);
    await settle(page);
    const [piece] = await page.evaluate(() => globalThis.unfeigned.pieces());
    await page.mouse.move(piece.x + 5, piece.y + 8);
  }, {}],
  ['light-applied', async (page) => {
    await sample(page);
    await page.getByRole('button', { name: /^Apply/ }).first().click();
  }, {}],
  // This one is assets/screenshot.png.
  ['asking', asking, {}],
  ['form', form, {}],
  ['form-dark', form, dark],
  ['form-phone', form, phone],
  ['open-slots', async (page) => {
    await sample(page);
    await page.getByRole('button', { name: /^Apply/ }).first().click();
    await page.getByRole('button', { name: 'Copy result' }).click();
  }, {}],
  ['reader', async (page) => {
    await asking(page);
    await unfold(page, 'What a reader learns');
    await page.getByRole('list', { name: 'What a reader learns' }).scrollIntoViewIfNeeded();
  }, {}],
  ['scale', async (page) => {
    await sample(page);
    await page.getByRole('button', { name: 'Scale' }).click();
    for (const value of ['100,000', '61', '3']) {
      await page.keyboard.type(value);
      await page.keyboard.press('Enter');
    }
  }, {}],
  ['set-aside', setAside, {}],
  ['set-aside-plain', async (page) => {
    await plainView(page);
    await setAside(page);
  }, {}],
  ['set-aside-dialog', async (page) => {
    await sample(page);
    await page.getByRole('button', { name: /^Set aside… \(/ }).first().click();
  }, {}],
  ['settings', async (page) => {
    await sample(page);
    await page.getByRole('button', { name: 'Settings' }).click();
  }, {}],
  ['settings-phone', async (page) => {
    await sample(page);
    await tool(page, 'Settings');
  }, phone],
  ['compare', compare, {}],
  ['compare-phone', compare, phone],
  ['dark', sample, dark],
  ['dark-empty', async () => {}, dark],
  ['contrast', sample, { contrast: 'more' }],
  ['phone', sample, phone],
  ['phone-empty', async () => {}, phone],
  ['phone-dark-plain', plain, { ...phone, ...dark }],
  ['team-tried', tried, {}],
  ['team-broken', broken, {}],
  ['team-broken-plain-phone', async (page) => {
    await plainView(page);
    await broken(page);
  }, phone],
  ['mixed', (page) => type(page, kMixed), {}],
  ['mixed-dark-2x', (page) => type(page, kMixed), { ...dark, deviceScaleFactor: 2 }],
  ['plain', plain, {}],
  ['plain-dark', plain, dark],
  ['forced-colors', sample, { forcedColors: 'active' }],
  ['zoom-200', sample, { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
  ['good', (page) => sample(page, 'A plain one'), {}],
];

const browser = await launch();
const site = flag === '--fake' ? await serveWithFakeCore() : await serveReal();
if (flag === '--all') await takeAll(browser, site.url, folder, parts);
for (const [name, story, context] of flag === '--all' ? [] : kPictures) {
  await visit(browser, site.url, async (page) => {
    await story(page);
    await settle(page);
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
  }, { context });
  console.log(name);
}
await site.close();
await browser.close();
