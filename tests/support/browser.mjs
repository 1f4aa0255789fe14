// A real browser for node:test: Chromium, or Firefox ESR with UNFEIGNED_BROWSER=firefox. A browser that
// is missing or that the driver does not know makes the tests fail and says so: a skipped test would
// look like a passed one.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium, firefox } from 'playwright-core';

export const isFirefox = process.env.UNFEIGNED_BROWSER === 'firefox';
/** What stories may ask of the browser and its driver. Firefox paints where there is a display. */
export const can = {
  paint: !isFirefox || Boolean(process.env.DISPLAY),
  askEditor: !isFirefox,  // where words lie in a text field
  compose: !isFirefox,  // through an input method
  emulate: !isFirefox,  // other colours, and paper
  touch: !isFirefox,
  beAskedToStay: !isFirefox,
  fillClipboard: !isFirefox,  // of a paste that a test makes
};
/** Whether the page is plain, in each dress that it can have here. */
export const dresses = can.paint ? [false, true] : [true];
const kChromium = process.env.UNFEIGNED_CHROMIUM ?? '/usr/bin/chromium';
const kFirefox = process.env.UNFEIGNED_FIREFOX ?? '/usr/bin/firefox-esr';
const kChromiumArguments = [
  '--no-sandbox', '--disable-quic', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--no-first-run',
];
/** Firefox asks nobody for the clipboard under test, and has no permission to grant. */
const kFirefoxPreferences = { 'dom.events.testing.asyncClipboard': true };
/**
 * The driver reads pixels back for screenshots; the browser calls that slow, which it is. Before one it lays
 * the style "body {}" into the page, which the page's policy forbids; Firefox tells that one by its hash.
 */
const kHarmless = /GPU stall due to ReadPixels|Automatic fallback to software WebGL|registration blocked by Playwright|sha256-YjaKGiklmzC6wjXA513HAMmzus8VE61XCOT\+SmwNZWA=/;

/** @param {string} path @param {string} name @param {string} variable */
function mustExist(path, name, variable) {
  if (!fs.existsSync(path)) throw new Error(`No ${name} at ${path}. Install it, or name it with ${variable}.`);
}

/** Where Firefox puts what is saved. @type {string} */
let savedTo;

async function launchFirefox() {
  mustExist(kFirefox, 'Firefox (Debian: firefox-esr)', 'UNFEIGNED_FIREFOX');
  savedTo = fs.mkdtempSync(path.join(os.tmpdir(), 'unfeigned-saved-'));
  process.once('exit', () => fs.rmSync(savedTo, { recursive: true, force: true }));
  const browser = await firefox.launch({
    channel: 'moz-firefox', executablePath: kFirefox, firefoxUserPrefs: kFirefoxPreferences, downloadsPath: savedTo });
  const [major] = browser.version().split('.').map(Number);
  assert.ok(major >= 140, `Firefox ${browser.version()} is too old for these tests; 140 or later is needed`);
  return browser;
}

export async function launch() {
  if (isFirefox) return launchFirefox();
  mustExist(kChromium, 'Chromium (Debian: chromium)', 'UNFEIGNED_CHROMIUM');
  return chromium.launch({ executablePath: kChromium, args: kChromiumArguments });
}

/**
 * Opens the page and hands it to `story`; afterwards no error may have been logged and nothing may
 * have been asked of another origin. Service workers are for the tests that are about them: what
 * they fetch in the background would only stand in the way of the others.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {(page: import('playwright-core').Page) => Promise<void>} story
 * @param {{ context?: object, prepare?: (page: any) => Promise<void>, allow?: RegExp, isReady?: boolean }} [options]
 */
export async function visit(browser, url, story, { context: settings = {}, prepare, allow, isReady = true } = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 }, serviceWorkers: 'block', ...settings });
  if (!isFirefox) await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  const complaints = [];
  const complain = (text) => {
    if (!kHarmless.test(text) && !allow?.test(text)) complaints.push(text);
  };
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complain(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complain(`uncaught: ${error.message}`));
  context.on('request', (request) => {
    if (!request.url().startsWith(new URL(url).origin) && !/^(data|blob):/.test(request.url())) {
      complain(`asked another origin: ${request.url()}`);
    }
  });
  await prepare?.(page);
  try {
    await page.goto(url);
    if (isReady) await ready(page);
    await story(page);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

/** The painter and the view are there, in whatever language. */
export async function ready(page) {
  await page.getByRole('meter').waitFor({ state: 'attached' });
}

export const editorOf = (page) => page.getByRole('textbox', { name: 'Your copy' });

/** Puts text in by a real paste, and waits for the status line of its audit. */
export async function paste(page, text, status) {
  await page.locator('#editor').focus();
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await page.keyboard.press('Control+v');
  if (status) await statusIs(page, status);
}

export async function statusIs(page, text) {
  await page.getByRole('status').filter({ hasText: new RegExp(`^${text}$`) }).waitFor({ state: 'attached' });
}

export async function messageIs(page, pattern) {
  await page.locator('#sem-head .message').filter({ hasText: pattern }).waitFor({ state: 'attached' });
}

/** Goes over to the view without a canvas, as a reader would where there is a choice. */
export async function plainView(page, words = kWords) {
  if (can.paint) await choosePlain(page, true, words);
  await page.locator('#app.plain').waitFor({ state: 'attached' });
}

/** What the settings are called; another language hands over its own. */
const kWords = { 'settings.title': 'Settings', plain: 'Plain view, without a canvas', close: 'Close' };

/** @param {boolean} isPlain @param {Record<string, string>} [words] */
export async function choosePlain(page, isPlain, words = kWords) {
  // A narrow page has a menu instead of the button.
  const menu = page.locator('#sem-bar button:last-child');
  const settings = page.getByRole('button', { name: words['settings.title'], exact: true });
  if (await settings.count() === 0) await menu.click();
  await settings.click();
  await page.getByRole('checkbox', { name: words.plain }).setChecked(isPlain);
  await page.getByRole('button', { name: words.close }).click();
}

/** Opens what is folded in the panel. */
export async function unfold(page, name) {
  const toggle = page.locator('#sem-panel').getByRole('button', { name, exact: true });
  if (await toggle.getAttribute('aria-expanded') === 'false') await toggle.click();
}

/**
 * Drops files on the page as a person does.
 * @param {{ name: string, type?: string, text?: string, bytes?: Uint8Array }[]} files
 */
export async function dropFile(page, ...files) {
  const given = files.map(({ name, type = '', text, bytes }) => (
    { name, type, base64: Buffer.from(bytes ?? text).toString('base64') }));
  await page.evaluate((list) => {
    const data = new DataTransfer();
    for (const { name, type, base64 } of list) {
      data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name, { type }));
    }
    const over = new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true });
    if (document.body.dispatchEvent(over)) throw new Error('the browser would leave the page for the file');
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, given);
}

/** The one file of the folder, once it has its name and something in it; `press` makes it come. */
async function fileIn(folder, press) {
  const isThere = () => fs.readdirSync(folder).length === 1 && fs.statSync(path.join(folder, fs.readdirSync(folder)[0])).size > 0;
  let watcher;
  const come = new Promise((resolve, reject) => {
    watcher = fs.watch(folder, () => { if (isThere()) resolve(); });
    AbortSignal.timeout(30_000).addEventListener('abort', () => reject(new Error(`nothing was saved to ${folder}`)));
  });
  await Promise.all([come, press()]).finally(() => watcher.close());
  return path.join(folder, fs.readdirSync(folder)[0]);
}

/** What a press hands out as a file. @returns {Promise<{ name: string, text: string }>} */
export async function saved(page, press) {
  if (!isFirefox) {
    const [download] = await Promise.all([page.waitForEvent('download'), press()]);
    return { name: download.suggestedFilename(), text: fs.readFileSync(await download.path(), 'utf8') };
  }
  // This driver hears of no file that is not a navigation, but tells Firefox where to put it.
  const file = await fileIn(savedTo, press);
  const text = fs.readFileSync(file, 'utf8');
  fs.rmSync(file);
  return { name: path.basename(file), text };
}

/** What is for paper holds, or for the screen again. The driver of Firefox cannot ask for it. */
export async function onPaper(page, isOnPaper) {
  if (can.emulate) {
    await page.emulateMedia({ media: isOnPaper ? 'print' : null });
    return;
  }
  await page.evaluate((isOn) => {
    const sheet = document.styleSheets[0];
    const { rules, before } = globalThis.paper ??= {
      rules: [...sheet.cssRules].filter((rule) => rule.media?.mediaText === 'print').flatMap((rule) => [...rule.cssRules]),
      before: sheet.cssRules.length,
    };
    if (rules.length === 0) throw new Error('nothing is for paper');
    if (isOn) rules.forEach(({ cssText }) => sheet.insertRule(cssText, sheet.cssRules.length));
    else while (sheet.cssRules.length > before) sheet.deleteRule(before);
  }, isOnPaper);
}

/** What is selected in the editor. */
export const selected = (page) => editorOf(page).evaluate((field) => (
  field.value.slice(field.selectionStart, field.selectionEnd)));

/** Resolves when the page painted nothing for `quiet` frames of the display; the frames so far. */
export async function settle(page, quiet = 10) {
  return page.evaluate((wanted) => new Promise((resolve) => {
    let last = -1;
    let same = 0;
    const look = () => {
      const now = globalThis.unfeigned.frames();
      same = now === last ? same + 1 : 0;
      last = now;
      if (same >= wanted) resolve(now);
      else requestAnimationFrame(look);
    };
    look();
  }), quiet);
}

/** How many frames the page paints while the display shows `count` of them. */
export async function framesDuring(page, count) {
  return page.evaluate((wanted) => new Promise((resolve) => {
    const before = globalThis.unfeigned.frames();
    let left = wanted;
    const tick = () => {
      left -= 1;
      if (left > 0) requestAnimationFrame(tick);
      else resolve(globalThis.unfeigned.frames() - before);
    };
    requestAnimationFrame(tick);
  }), count);
}

/** The colour of a pixel of the page as it is seen: [red, green, blue]. */
export async function pixel(page, x, y) {
  const clip = { x: Math.floor(x), y: Math.floor(y), width: 1, height: 1 };
  const png = await page.screenshot({ clip });
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    context.drawImage(bitmap, 0, 0);
    return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  }, png.toString('base64'));
}
