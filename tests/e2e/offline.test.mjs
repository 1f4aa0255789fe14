// The page without a network, a newer version while a text is in the box, and two deployments that a
// cache has mixed.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { editorOf, launch, messageIs, paste, ready, visit } from '../support/browser.mjs';
import { buildOf, builtSite, hashedName, nextBuild, serveCopy } from '../support/site.mjs';

const kEnglish = 'We apologise for any inconvenience this may have caused you on the day.\n';
const kPolish = 'Przepraszamy za wszelkie niedogodności związane z tą sytuacją i dziękujemy za wyrozumiałość.\n';
/** What the browser says of a server that is gone, and the driver of requests that were answered by nobody. */
const kNoServer = /ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED/;

let browser;
let next;
before(async () => {
  next = nextBuild();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  fs.rmSync(path.dirname(next), { recursive: true, force: true });
});

/** Everything is kept, and the page is under the care of its service worker. */
const isKept = (page) => page.evaluate(async () => {
  const { serviceWorker } = navigator;
  await serviceWorker.ready;
  if (!serviceWorker.controller) await new Promise((resolve) => { serviceWorker.addEventListener('controllerchange', resolve); });
});

async function auditIn(page, text, language) {
  await page.getByRole('button', { name: 'Clear' }).click({ force: true }).catch(() => {});
  await editorOf(page).fill('');
  await paste(page, text);
  await page.waitForFunction((wanted) => globalThis.unfeigned.answer()?.report.language === wanted, language);
  const items = page.getByRole('list', { name: 'Findings' }).getByRole('listitem');
  await items.first().waitFor();
  return items.count();
}

/** A visit to a copy of the site with service workers. */
async function story(steps, { prefix, allow = kNoServer, ...options } = {}) {
  const site = await serveCopy({ prefix });
  try {
    await visit(browser, site.url, (page) => steps(page, site), { ...options, allow, context: { serviceWorkers: 'allow' } });
  } finally {
    await site.close();
  }
}

for (const prefix of ['/', '/a/team/']) {
  test(`after one visit the page works without a network, in every language (${prefix})`, () => story(async (page, site) => {
    await isKept(page);
    await site.goOffline();
    await page.reload();
    await ready(page);
    assert.ok(await auditIn(page, kEnglish, 'en') >= 1);
    assert.ok(await auditIn(page, kPolish, 'pl') >= 1);
    await editorOf(page).fill('');
    await page.getByRole('button', { name: 'An outage' }).click();
    await page.waitForFunction(() => /\w{3}/.test(document.getElementById('editor').value));
    const scopes = await page.evaluate(async () => (await caches.keys()).map((name) => name.split(' ')[1]));
    assert.deepEqual(scopes, [site.url]);
  }, { prefix }));
}

test('what a first visit did not need is there without a second one', () => story(async (page, site) => {
  await isKept(page);
  await site.goOffline();
  assert.ok(await auditIn(page, kPolish, 'pl') >= 1);
}));

test('a newer version waits, is offered, and takes the text along', () => story(async (page, site) => {
  await isKept(page);
  await paste(page, kEnglish);
  await editorOf(page).evaluate((field) => field.setSelectionRange(3, 8));
  assert.equal(await page.getByRole('button', { name: 'Update now' }).count(), 0);
  site.replaceBy(next);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const button = page.getByRole('button', { name: 'Update now' });
  await button.waitFor({ state: 'attached' });
  await messageIs(page, /^A newer version of this page is ready/);
  assert.equal(await editorOf(page).inputValue(), kEnglish, 'nothing is done unasked');
  await Promise.all([page.waitForNavigation(), button.click()]);
  await ready(page);
  assert.equal(await page.locator('meta[name="build"]').getAttribute('content'), buildOf(next));
  assert.equal(await editorOf(page).inputValue(), kEnglish);
  assert.deepEqual(await editorOf(page).evaluate((field) => [field.selectionStart, field.selectionEnd]), [3, 8]);
  await page.waitForFunction(() => globalThis.unfeigned.answer()?.report.packs[0].version.startsWith('99.'));
  assert.equal(await page.evaluate(() => sessionStorage.length), 0, 'the text is in the box alone');
  assert.equal(await page.getByRole('button', { name: 'Update now' }).count(), 0);
  await page.waitForFunction(async (build) => {
    const names = await caches.keys();
    return names.length === 1 && names[0].endsWith(build);
  }, buildOf(next));
}));

test('a page that was loaded anew already is not offered its own version', () => story(async (page, site) => {
  await isKept(page);
  site.replaceBy(next);
  await page.reload();
  await ready(page);
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting !== null);
  assert.equal(await page.locator('meta[name="build"]').getAttribute('content'), buildOf(next));
  assert.ok(await auditIn(page, kEnglish, 'en') >= 1);
  assert.equal(await page.getByRole('button', { name: 'Update now' }).count(), 0);
}));

test('rules of a team that are taken away are gone, and those that are there work without a network', () => story(async (page, site) => {
  const sample = (title) => JSON.stringify({ format: 1, samples: [{ title, text: 'A text.' }] });
  await isKept(page);
  fs.writeFileSync(path.join(site.folder, 'team.json'), sample('Of the team'));
  await page.reload();
  await page.getByRole('button', { name: 'Of the team' }).waitFor({ state: 'attached' });
  fs.rmSync(path.join(site.folder, 'team.json'));
  await page.reload();
  await page.waitForFunction(() => globalThis.unfeigned?.isWhole());
  await page.waitForFunction(async (url) => !await caches.match(url), `${site.url}team.json`);
  fs.writeFileSync(path.join(site.folder, 'team.json'), sample('Of another day'));
  await page.reload();
  await page.getByRole('button', { name: 'Of another day' }).waitFor({ state: 'attached' });
  await site.goOffline();
  await page.reload();
  await page.getByRole('button', { name: 'Of another day' }).waitFor({ state: 'attached' });
  assert.equal(await page.getByRole('button', { name: 'Of the team' }).count(), 0);
}, { allow: /ERR_CONNECTION_REFUSED|404/ }));

test('a deployment that is half done is not kept', () => story(async (page, site) => {
  await isKept(page);
  site.replaceBy(next);
  fs.rmSync(path.join(site.folder, 'packs', hashedName(path.join(site.folder, 'packs'), 'pl.json', 'lzma')));
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const { installing } = registration;
    await new Promise((resolve) => { installing.addEventListener('statechange', resolve); });
  });
  await site.goOffline();
  await page.reload();
  await ready(page);
  assert.equal(await page.locator('meta[name="build"]').getAttribute('content'), buildOf(builtSite));
  assert.ok(await auditIn(page, kPolish, 'pl') >= 1);
}, { allow: /ERR_CONNECTION_REFUSED|404/ }));

/** A first visit in which a cache answers with this page, and the server with the next build. */
async function mixed(html, steps) {
  const site = await serveCopy();
  site.replaceBy(next);
  try {
    await visit(browser, site.url, steps, {
      isReady: false,
      allow: /404|MIME/,
      prepare: (page) => page.route(site.url, (route) => route.fulfill({ body: html, contentType: 'text/html' }), { times: 1 }),
    });
  } finally {
    await site.close();
  }
}

test('an older copy of the page whose files are gone says so and keeps the text', () => (
  mixed(fs.readFileSync(path.join(builtSite, 'index.html')), async (page) => {
    await page.getByRole('alert').filter({ hasText: 'This page was updated' }).waitFor();
    await editorOf(page).fill(kEnglish);
    await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Load the page again' }).click()]);
    await ready(page);
    assert.equal(await editorOf(page).inputValue(), kEnglish);
    await page.waitForFunction(() => globalThis.unfeigned.answer()?.report.findings.length >= 1);
    assert.equal(await page.evaluate(() => sessionStorage.length), 0);
  })));

test('a style sheet that is gone is said above the bare page', () => {
  const html = fs.readFileSync(path.join(next, 'index.html'), 'utf8');
  return mixed(html.replace(/app\.[0-9a-f]{10}\.css/, 'app.0123456789.css'), (page) => (
    page.getByRole('alert').filter({ hasText: 'could not be loaded' }).waitFor()));
});

test('an open page whose packs were replaced says what it lacks and offers the newer version', async () => {
  const site = await serveCopy();
  try {
    await visit(browser, site.url, async (page) => {
      await page.waitForFunction(() => globalThis.unfeigned.isWhole());
      site.replaceBy(next);
      fs.rmSync(path.join(site.folder, 'packs'), { recursive: true });
      await paste(page, kPolish);
      await page.getByText('Rules for some languages could not be loaded').waitFor({ state: 'attached' });
      await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Update now' }).click()]);
      assert.equal(await editorOf(page).inputValue(), kPolish);
    }, { allow: /404/ });
  } finally {
    await site.close();
  }
});

for (const [name, prepare] of [
  ['there are no service workers', () => { delete Navigator.prototype.serviceWorker; }],
  ['service workers are refused', () => {
    // The empty page that a visit begins with has none in some browsers.
    const container = globalThis.ServiceWorkerContainer?.prototype;
    if (container) container.register = () => Promise.reject(new Error('not here'));
  }],
]) {
  test(`the page is as good where ${name}`, () => story(async (page) => {
    assert.ok(await auditIn(page, kEnglish, 'en') >= 1);
    await page.waitForFunction(() => globalThis.unfeigned.isWhole());
    assert.equal(await page.evaluate(async () => (await caches.keys()).length), 0);
  }, { allow: undefined, prepare: (page) => page.addInitScript(prepare) }));
}

test('the manifest has what an installation asks for', () => {
  const name = hashedName(builtSite, 'manifest', 'webmanifest');
  const manifest = JSON.parse(fs.readFileSync(path.join(builtSite, name), 'utf8'));
  // Without an id it is the address of the page, which is right in every folder.
  assert.equal(manifest.id, undefined);
  assert.equal(manifest.start_url, '.');
  assert.equal(manifest.scope, '.');
  assert.equal(manifest.display, 'standalone');
  assert.match(manifest.theme_color, /^#[0-9a-f]{6}$/);
  assert.ok(manifest.description.length > 20);
  assert.deepEqual(manifest.icons.map(({ purpose }) => purpose), ['any', 'maskable']);
  for (const { src, type, sizes } of manifest.icons) {
    assert.equal(type, 'image/svg+xml');
    assert.equal(sizes, 'any');
    assert.match(fs.readFileSync(path.join(builtSite, src), 'utf8'), /^<svg /);
  }
});
