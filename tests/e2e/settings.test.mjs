// How the page looks and what it keeps: colours, marks of extensions, the draft; and browsers that
// forbid keeping anything, or have no room for it.
import assert from 'node:assert/strict';
import {
  dresses, editorOf, messageIs, paste, pixel, plainView, settle, statusIs,
} from '../support/browser.mjs';
import { serveWithFakeCore } from '../support/site.mjs';
import { storiesOn } from '../support/stories.mjs';

const kCopy = 'Hello,\n\nWe are truly sorry for any inconvenience. Yesterday mistakes were made.\n';
const kDraft = 'Keep my draft on this device';

const { at, story } = storiesOn(serveWithFakeCore);

const kept = (page) => page.evaluate(() => ({ ...localStorage }));
const colour = (page) => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ground').trim());
const settings = (page) => page.getByRole('button', { name: 'Settings', exact: true }).click();
const close = (page) => page.getByRole('button', { name: 'Close' }).click();
const hidden = (page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
const until = (page, wanted) => page.waitForFunction((value) => localStorage.getItem('unfeigned.draft') === value, wanted);

for (const scheme of ['light', 'dark']) {
  const other = scheme === 'light' ? 'dark' : 'light';
  story(`colours: the system says ${scheme}, the reader chooses ${other}, and it is kept`, async (page) => {
    const first = await colour(page);
    const before = await pixel(page, 640, 4);
    await settings(page);
    await page.getByRole('combobox', { name: 'Colours' }).selectOption(other);
    await close(page);
    const chosen = await colour(page);
    assert.notEqual(chosen, first);
    await settle(page);
    assert.notDeepEqual(await pixel(page, 640, 4), before);
    assert.deepEqual(await kept(page), { 'unfeigned.theme': other });
    await page.reload();
    await page.getByRole('meter').waitFor({ state: 'attached' });
    assert.equal(await colour(page), chosen);
    await settings(page);
    assert.equal(await page.getByRole('combobox', { name: 'Colours' }).inputValue(), other);
    await page.getByRole('combobox', { name: 'Colours' }).selectOption('system');
    assert.equal(await colour(page), first);
    assert.deepEqual(await kept(page), {});
  }, { needs: ['paint'], context: { colorScheme: scheme } });
}

story('more contrast stays more contrast in the colours that were chosen', async (page) => {
  const system = await colour(page);
  await settings(page);
  await page.getByRole('combobox', { name: 'Colours' }).selectOption('dark');
  assert.deepEqual([system, await colour(page)], ['#ffffff', '#000000']);
}, { needs: ['paint'], context: { colorScheme: 'light', contrast: 'more' } });

story('extensions are kept out of the text box until the reader lets them in', async (page) => {
  const marks = () => editorOf(page).evaluate((field) => [field.dataset.gramm, field.dataset.enableGrammarly]);
  assert.deepEqual(await marks(), ['false', 'false']);
  await settings(page);
  await page.getByRole('checkbox', { name: /^Let browser extensions/ }).check();
  assert.deepEqual(await marks(), [undefined, undefined]);
  await page.reload();
  await page.getByRole('meter').waitFor({ state: 'attached' });
  assert.deepEqual(await marks(), [undefined, undefined]);
});

story('no text is kept unless it is asked for', async (page) => {
  await paste(page, kCopy, '3 findings, 0 noted');
  await hidden(page);
  assert.deepEqual(await kept(page), {});
  assert.equal(await page.getByRole('checkbox', { name: kDraft }).count(), 0);
  await settings(page);
  assert.equal(await page.getByRole('checkbox', { name: kDraft }).isChecked(), false);
});

for (const isPlain of dresses) {
  story(`a draft that is kept comes back and is read, and unticking erases it (${isPlain ? 'plain' : 'painted'})`, async (page) => {
    if (isPlain) await plainView(page);
    await paste(page, kCopy, '3 findings, 0 noted');
    await settings(page);
    await page.getByRole('checkbox', { name: kDraft }).check();
    await page.locator('#sem-dialog .message').filter({ hasText: /^From now on your draft is kept/ }).waitFor();
    assert.equal((await kept(page))['unfeigned.draft'], kCopy);
    await close(page);
    await editorOf(page).press('Control+End');
    await page.keyboard.type('More 客户.');
    await until(page, `${kCopy}More 客户.`);
    const again = await page.context().newPage();
    await again.goto(at.site.url);
    await statusIs(again, '3 findings, 0 noted');
    await messageIs(again, /^Your draft was restored/);
    assert.equal(await editorOf(again).inputValue(), `${kCopy}More 客户.`);
    await settings(again);
    await again.getByRole('checkbox', { name: kDraft }).uncheck();
    assert.equal('unfeigned.draft' in await kept(again), false);
    await close(again);
    assert.equal(await editorOf(again).inputValue(), `${kCopy}More 客户.`);
    await editorOf(again).press('x');
    await hidden(again);
    assert.equal('unfeigned.draft' in await kept(again), false);
  });
}

story('clearing the box clears the draft, and a page that is left has kept the last word', async (page) => {
  await settings(page);
  await page.getByRole('checkbox', { name: kDraft }).check();
  await close(page);
  await paste(page, kCopy, '3 findings, 0 noted');
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
  assert.equal((await kept(page))['unfeigned.draft'], kCopy);
  await page.getByRole('button', { name: 'Clear' }).click();
  await until(page, '');
  const again = await page.context().newPage();
  await again.goto(at.site.url);
  await statusIs(again, 'No text yet');
  assert.equal(await again.locator('#sem-head .message').textContent(), '');
});

story('everything that is kept is forgotten at one press, and the text stays in the box', async (page) => {
  await paste(page, kCopy, '3 findings, 0 noted');
  await page.evaluate(() => {
    localStorage.setItem('unfeigned.of-another-version', 'x');
    localStorage.setItem('of-somebody-else', 'y');
  });
  await settings(page);
  await page.getByRole('combobox', { name: 'Colours' }).selectOption('dark');
  await page.getByRole('checkbox', { name: kDraft }).check();
  await page.getByRole('checkbox', { name: /^Plain view/ }).check();
  assert.equal(Object.keys(await kept(page)).length, 5);
  await page.getByRole('button', { name: 'Forget everything kept here' }).click();
  await page.locator('#sem-dialog .message').filter({ hasText: /^Everything that the page kept/ }).waitFor();
  assert.deepEqual(await kept(page), { 'of-somebody-else': 'y' });
  assert.equal(await page.getByRole('checkbox', { name: kDraft }).isChecked(), false);
  await page.locator('#app.painted').waitFor({ state: 'attached' });
  await close(page);
  assert.equal(await editorOf(page).inputValue(), kCopy);
  await editorOf(page).press('x');
  await hidden(page);
  assert.deepEqual(await kept(page), { 'of-somebody-else': 'y' });
}, { needs: ['paint'] });

story('where storage is forbidden everything works, and it is said once', async (page) => {
  await paste(page, kCopy, '3 findings, 0 noted');
  await settings(page);
  await page.getByRole('checkbox', { name: kDraft }).click();
  const told = page.locator('#sem-dialog .message');
  await told.filter({ hasText: /^This browser does not let the page keep it/ }).waitFor();
  assert.equal(await page.getByRole('checkbox', { name: kDraft }).isChecked(), false);
  await page.getByRole('combobox', { name: 'Colours' }).selectOption('dark');
  assert.equal(await colour(page), '#16191c');
  await close(page);
  await page.getByRole('button', { name: 'Set aside… (truly)' }).click();
  await page.getByRole('dialog').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Not this rule' }).click();
  await statusIs(page, '2 findings, 0 noted');
  await messageIs(page, /^Set aside; it costs nothing now/);
}, {
  prepare: (page) => page.addInitScript(() => Object.defineProperty(globalThis, 'localStorage', {
    get() { throw new DOMException('The operation is insecure.', 'SecurityError'); },
  })),
});

story('where there is no room the older draft stays, the page goes on and warns of leaving', async (page) => {
  await paste(page, kCopy, '3 findings, 0 noted');
  await settings(page);
  await page.getByRole('checkbox', { name: kDraft }).check();
  await close(page);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
  });
  await editorOf(page).press('Control+End');
  await page.keyboard.type('More.');
  await messageIs(page, /has no room left/);
  assert.equal((await kept(page))['unfeigned.draft'], kCopy);
  assert.equal(await editorOf(page).inputValue(), `${kCopy}More.`);
  await page.keyboard.type(' And more.');
  await hidden(page);
  assert.equal(await page.evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true }))), false);
  await page.evaluate(() => { document.getElementById('editor').value = ''; });
});
