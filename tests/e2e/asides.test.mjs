// Findings that the reader sets aside: what leaves the lists, the highlights and the number, what
// stays of it, and what is kept.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  dresses, editorOf, messageIs, paste, plainView, selected, settle, statusIs, visit,
} from '../support/browser.mjs';
import { serveReal, serveWithFakeCore } from '../support/site.mjs';
import { storiesOn } from '../support/stories.mjs';

const kTwice = 'Hello,\n\nWe are sorry for any inconvenience. Yesterday mistakes were made.\n\n'
  + 'Again, please excuse any inconvenience that this gave you.\n';

const { at, story } = storiesOn(serveWithFakeCore);

const aside = (page) => page.getByRole('list', { name: 'Set aside' }).getByRole('listitem');
const numberOf = async (page) => Number(await page.getByRole('meter', { name: 'Plainness' }).getAttribute('aria-valuenow'));
const asked = (page) => page.evaluate(() => globalThis.unfeigned.asides());
const kept = (page) => page.evaluate(() => ({ ...localStorage }));

/** Sets the first finding with these words aside. */
async function setAside(page, words, choice, { why = '', later = false } = {}) {
  await page.getByRole('button', { name: `Set aside… (${words})` }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Set this aside?' });
  if (why) await dialog.getByRole('textbox').fill(why);
  if (later) await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: choice, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

for (const isPlain of dresses) {
  const dress = isPlain ? 'plain' : 'painted';
  story(`one finding leaves list, number and highlights, and comes back (${dress})`, async (page) => {
    if (isPlain) await plainView(page);
    await paste(page, kTwice, '3 findings, 0 noted');
    const before = await numberOf(page);
    await setAside(page, 'any inconvenience', 'Not here', { why: ' part of our name ' });
    await statusIs(page, '2 findings, 0 noted');
    await messageIs(page, /^Set aside; it costs nothing now/);
    assert.equal(await numberOf(page), Math.round((before + 12.5) * 10) / 10);
    assert.match(await aside(page).innerText(), /“any inconvenience”[\s\S]*Not here[\s\S]*Because: part of our name/);
    assert.equal(await page.getByText('1 finding is set aside and left out of the number.').count(), 1);
    if (isPlain) {
      assert.deepEqual(await page.locator('#mirror mark').allTextContents(), ['mistakes were made', 'any inconvenience']);
    } else {
      await settle(page);
      const pieces = await page.evaluate(() => globalThis.unfeigned.pieces().map(({ finding }) => finding));
      assert.deepEqual(pieces, [0, 1]);
    }
    await page.getByRole('button', { name: '“any inconvenience”', exact: true }).last().click();
    assert.equal(await selected(page), 'any inconvenience');
    assert.equal(await editorOf(page).evaluate((field) => field.selectionStart), kTwice.indexOf('any'));
    await page.getByRole('button', { name: 'Take back “any inconvenience”' }).click();
    await statusIs(page, '3 findings, 0 noted');
    assert.equal(await numberOf(page), before);
    assert.equal(await aside(page).count(), 0);
  });
}

story('by keyboard alone, and the focus goes on to what comes next', async (page) => {
  await paste(page, kTwice, '3 findings, 0 noted');
  await page.getByRole('button', { name: 'Set aside… (mistakes were made)' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('a slogan');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await statusIs(page, '2 findings, 0 noted');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), '“any inconvenience”');
  assert.deepEqual((await asked(page)).map(({ kind, why }) => [kind, why]), [[0, 'a slogan']]);
  assert.deepEqual(await kept(page), {}, 'the box is for rules alone');
});

story('what is set aside moves with the text, and is dropped when its words are edited', async (page) => {
  await paste(page, kTwice, '3 findings, 0 noted');
  await setAside(page, 'mistakes were made', 'I am quoting');
  await statusIs(page, '2 findings, 0 noted');
  const place = kTwice.indexOf('mistakes');
  assert.deepEqual((await asked(page))[0].range, { start: place, end: place + 18 });
  await editorOf(page).evaluate((field) => { field.focus(); field.setSelectionRange(0, 0); });
  await page.keyboard.type('Oh. ');
  await statusIs(page, '2 findings, 0 noted');
  assert.deepEqual((await asked(page))[0].range, { start: place + 4, end: place + 22 });
  assert.match(await aside(page).innerText(), /A quotation/);
  await editorOf(page).evaluate((field, at) => field.setSelectionRange(at, at), place + 6);
  await page.keyboard.type('x');
  await page.keyboard.press('Backspace');
  await statusIs(page, '3 findings, 0 noted');
  assert.deepEqual(await asked(page), []);
});

story('a rule is set aside everywhere in this text, and not in the next', async (page) => {
  await paste(page, kTwice, '3 findings, 0 noted');
  await setAside(page, 'any inconvenience', 'Not this rule');
  await statusIs(page, '1 finding, 0 noted');
  assert.match(await aside(page).innerText(), /Nameless inconvenience[\s\S]*Not this rule: 2 places in this text/);
  assert.deepEqual(await kept(page), {});
  await page.keyboard.press('Control+a');
  await editorOf(page).focus();
  await page.keyboard.press('Control+a');
  await paste(page, `${kTwice}Another one.`, '3 findings, 0 noted');
});

story('a rule for later texts too is all that is kept, until it is taken back', async (page) => {
  await paste(page, kTwice, '3 findings, 0 noted');
  await setAside(page, 'any inconvenience', 'Not this rule', { why: 'house style', later: true });
  await statusIs(page, '1 finding, 0 noted');
  assert.deepEqual(await kept(page), { 'unfeigned.rules-aside': '["generic-inconvenience.en.test"]' });
  await page.evaluate(() => { document.getElementById('editor').value = ''; });
  await page.reload();
  await paste(page, kTwice, '1 finding, 0 noted');
  assert.match(await aside(page).innerText(), /in later texts too: 2 places in this one/);
  assert.doesNotMatch(await aside(page).innerText(), /house style/);
  await page.getByRole('button', { name: /^Take back Nameless/ }).click();
  await statusIs(page, '3 findings, 0 noted');
  assert.deepEqual(await kept(page), {});
});

test('the real checker leaves it out of the number', async () => {
  const real = await serveReal();
  try {
    await visit(at.browser, real.url, async (page) => {
      await paste(page, `${kTwice}\nThe parcel waits at the depot in the old town until Friday evening.\n`);
      const card = page.getByRole('button', { name: /^Set aside… \(/ });
      await card.first().waitFor({ state: 'attached' });
      const before = await numberOf(page);
      const count = await page.evaluate(() => globalThis.unfeigned.answer().report.findings.length);
      await card.first().click();
      await page.getByRole('button', { name: 'Not here', exact: true }).click();
      await page.waitForFunction((old) => globalThis.unfeigned.answer().report.findings.length < old, count);
      assert.ok(await numberOf(page) > before);
      const [noted] = await page.evaluate(() => globalThis.unfeigned.answer().report.noted);
      assert.deepEqual([noted.status, noted.points, noted.guards.map(({ guard }) => guard)], ['noted', 0, ['set-aside']]);
    });
  } finally {
    await real.close();
  }
});
