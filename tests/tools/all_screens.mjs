// Every screen in every language of the page, light and dark, wide and narrow; and contact sheets of them,
// because hundreds of pictures are looked at a dozen at a time.
import fs from 'node:fs';
import path from 'node:path';
import { dropFile, settle, unfold, visit } from '../support/browser.mjs';
import { root } from '../support/site.mjs';

const kLocales = { en: 'en-GB', fr: 'fr-FR', pl: 'pl-PL', zh: 'zh-CN' };
const kSchemes = { light: { colorScheme: 'light' }, dark: { colorScheme: 'dark' }, forced: { forcedColors: 'active' } };
const kSizes = { 1280: [1280, 800], 390: [390, 844], 1920: [1920, 1080], 768: [768, 1024] };
/** Taken only where a part names them: they differ little from the others. */
const kOnRequest = ['forced', '1920', '768'];
const kOnSheet = { 1280: { across: 4, width: 470 }, 390: { across: 7, width: 268 }, 1920: { across: 3, width: 620 }, 768: { across: 5, width: 380 } };
const kRowsOfSheet = 3;

const wordsOf = (id) => JSON.parse(fs.readFileSync(path.join(root, `assets/strings/${id}.json`), 'utf8'));

/** One page in one language, and what a reader does there by the words on it. */
class Reader {
  constructor(page, words) {
    this.page = page;
    this.words = words;
  }

  button(key, values = {}) {
    const name = Object.entries(values).reduce((text, [slot, value]) => text.replace(`{${slot}}`, value), this.words[key]);
    return this.page.getByRole('button', { name, exact: true });
  }

  async press(key) {
    await this.button(key).first().click();
  }

  /** What is in the bar, or in the menu where there is one. */
  async tool(key) {
    const menu = this.button('menu');
    if (await menu.count() > 0) await menu.click();
    await this.press(key);
  }

  async sample(id = 'outage') {
    await this.press(`sample.${id}`);
    await this.page.locator('#sem-panel .gaps, #sem-panel .card, #sem-panel .foldtoggle').first().waitFor({ state: 'attached' });
    await settle(this.page).catch(() => {});
  }

  show(selector) {
    return this.page.locator(selector).first().scrollIntoViewIfNeeded();
  }

  async plain() {
    await this.tool('settings.title');
    await this.page.getByRole('checkbox', { name: this.words.plain }).setChecked(true);
    await this.press('close');
  }
}

const kTeam = { format: 1, pack: { id: 'acme', language: 'en', name: 'Acme', version: '3.1' }, colour: 1, slots: [] };
const noWasm = (page) => page.route('**/ui.wasm.*', (route) => route.abort());
const noCore = (page) => page.route('**/core.wasm.*', (route) => route.abort());

async function replaced(page) {
  await noCore(page);
  let asked = 0;
  await page.route(({ pathname }) => pathname.endsWith('/'), async (route) => {
    asked += 1;
    if (asked === 1) return route.continue();
    const answer = await route.fetch();
    return route.fulfill({ response: answer, body: (await answer.text()).replace(/(name="build" content=")[^"]+/, '$1another') });
  });
}

/** @type {Record<string, { steps: (reader: Reader) => Promise<unknown>, prepare?: (page: any) => Promise<void>, isReady?: boolean }>} */
const kScreens = {
  empty: { steps: async () => {} },
  findings: { steps: (r) => r.sample() },
  card: { steps: async (r) => {
    await r.sample();
    await r.page.keyboard.press('F8');
    await r.page.keyboard.press('F8');
  } },
  hint: { steps: async (r) => {
    await r.sample();
    const [piece] = await r.page.evaluate(() => globalThis.unfeigned.pieces());
    await r.page.mouse.move(piece.x + 5, piece.y + 8);
  } },
  receipt: { steps: async (r) => {
    await r.sample();
    await r.page.locator('#sem-head button.peek').focus();
  } },
  missing: { steps: async (r) => {
    await r.sample();
    await r.page.locator('#sem-panel .gaps').evaluate((list) => list.scrollIntoView());
  } },
  folds: { steps: async (r) => {
    await r.sample();
    for (const key of ['claims', 'learns', 'there', 'receipt']) await unfold(r.page, r.words[key]);
    await r.page.locator('#sem-panel .receipt').evaluate((table) => table.scrollIntoView());
  } },
  reader: { steps: async (r) => {
    await r.sample();
    for (const key of ['claims', 'learns']) await unfold(r.page, r.words[key]);
    await r.page.locator('#sem-panel .claims').evaluate((list) => list.scrollIntoView({ block: 'center' }));
  } },
  form: { steps: async (r) => {
    await r.sample();
    await r.page.locator('#sem-panel .gaps .fill').first().click();
    await r.page.keyboard.type('4 2026');
  } },
  open: { steps: async (r) => {
    await r.sample();
    await r.page.locator('#sem-panel .rewrite .fill + .apply').first().click();
    await r.press('copy');
  } },
  calculator: { steps: async (r) => {
    await r.sample();
    await r.tool('scale.name');
    for (const value of ['100000', '61', '3']) {
      await r.page.keyboard.type(value);
      await r.page.keyboard.press('Enter');
    }
  } },
  compare: { steps: async (r) => {
    await r.sample();
    await r.tool('compare.keep');
    await r.tool('clear');
    await r.sample('plain-good');
    await r.tool('compare.open');
  } },
  settings: { steps: async (r) => {
    await r.sample();
    await r.tool('settings.title');
  } },
  menu: { steps: async (r) => {
    await r.sample();
    if (await r.button('menu').count() > 0) await r.press('menu');
  } },
  sheet: { steps: async (r) => {
    await r.sample();
    const grip = r.page.locator('#sem-head .grip');
    if (await grip.count() > 0) await grip.click();
  } },
  about: { steps: (r) => r.tool('about.open') },
  report: { steps: async (r) => {
    await r.sample();
    await r.tool('report.open');
  } },
  noted: { steps: async (r) => {
    await r.sample();
    await r.page.getByRole('heading', { name: r.words['list.noted'], exact: true }).evaluate((list) => list.scrollIntoView());
  } },
  aside: { steps: async (r) => {
    await r.sample();
    await r.page.locator('#sem-panel .card .tool').last().click();
  } },
  asides: { steps: async (r) => {
    await r.sample();
    const all = r.page.locator('#sem-panel .card');
    const before = await all.count();
    await r.page.locator('#sem-panel .card .tool').last().click();
    await r.page.locator('#sem-dialog input').first().fill('2026');
    await r.press('aside.choose-rule');
    await r.page.waitForFunction((n) => document.querySelectorAll('#sem-panel .card').length < n, before);
    await r.page.getByRole('heading', { name: r.words.asides, exact: true }).evaluate((list) => list.scrollIntoView());
  } },
  team: { steps: async (r) => {
    await dropFile(r.page, { name: 'acme.json', text: JSON.stringify(kTeam, null, 1) });
    await r.page.getByRole('alert').waitFor({ state: 'attached' });
  } },
  plain: { steps: async (r) => {
    await r.plain();
    await r.sample();
  } },
  'plain-end': { steps: async (r) => {
    await r.plain();
    await r.sample();
    await unfold(r.page, r.words.receipt);
    await r.page.locator('#sem-panel .receipt').evaluate((table) => table.scrollIntoView({ block: 'end' }));
  } },
  'no-wasm': { prepare: noWasm, isReady: false, steps: (r) => r.page.getByRole('alert').waitFor({ state: 'attached' }) },
  'no-checker': { prepare: noCore, steps: async (r) => {
    await r.page.locator('#editor').fill('…');
    await r.page.getByRole('alert').waitFor({ state: 'attached' });
  } },
  // Of a checker that is gone the page asks whether it was replaced.
  update: { prepare: replaced, steps: (r) => r.button('update.now').waitFor({ state: 'attached' }) },
};

/** @param {import('playwright-core').Browser} browser @param {string[]} files @param {string} out @param {{ across: number, width: number }} layout */
async function contactSheet(browser, files, out, { across, width: shown }) {
  const page = await browser.newPage({ viewport: { width: across * (shown + 8), height: 400 } });
  const figures = files.map((file) => `<figure><img width="${shown}" src="data:image/png;base64,${fs.readFileSync(file).toString('base64')}">`
    + `<figcaption>${path.basename(file, '.png')}</figcaption></figure>`);
  await page.setContent(`<style>body { margin: 0; display: flex; flex-wrap: wrap; font: 13px sans-serif; background: #888; }
    figure { margin: 4px; } img { display: block; }</style>${figures.join('')}`);
  await page.screenshot({ path: out, fullPage: true });
  await page.close();
}

/**
 * @param {import('playwright-core').Browser} browser @param {string} url @param {string} folder
 * @param {string[]} only what the name of a picture has to hold, all of it; nothing: everything
 */
export async function takeAll(browser, url, folder, only) {
  const wanted = (name) => {
    const parts = name.split('.');
    return only.every((part) => parts.includes(part)) && kOnRequest.every((part) => !parts.includes(part) || only.includes(part));
  };
  for (const [id, locale] of Object.entries(kLocales)) {
    const words = wordsOf(id);
    for (const [scheme, colours] of Object.entries(kSchemes)) {
      for (const [size, [width, height]] of Object.entries(kSizes)) {
        const files = [];
        for (const [screen, { steps, prepare, isReady }] of Object.entries(kScreens)) {
          const name = `${id}.${scheme}.${size}.${screen}`;
          if (!wanted(name)) continue;
          const file = path.join(folder, `${name}.png`);
          await visit(browser, url, async (page) => {
            await steps(new Reader(page, words));
            if (isReady !== false) await settle(page).catch(() => {});
            await page.screenshot({ path: file });
          }, { context: { locale, ...colours, viewport: { width, height } }, prepare, isReady, allow: /./ }).catch((error) => {
            console.error(`${name}: ${error.message.split('\n')[0]}`);
            process.exitCode = 1;
          });
          if (fs.existsSync(file)) files.push(file);
        }
        const most = kOnSheet[size].across * kRowsOfSheet;
        for (let i = 0; i < files.length; i += most) {
          const out = path.join(folder, `sheet.${id}.${scheme}.${size}.${i / most + 1}.png`);
          await contactSheet(browser, files.slice(i, i + most), out, kOnSheet[size]);
          console.log(out);
        }
      }
    }
  }
}
