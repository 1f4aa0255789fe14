// axe-core over every dress of the page.
import assert from 'node:assert/strict';
import { violations } from '../support/axe.mjs';
import { paste, plainView, settle, statusIs } from '../support/browser.mjs';
import { serveWithFakeCore } from '../support/site.mjs';
import { storiesOn } from '../support/stories.mjs';

const kCopy = 'We are truly sorry for any inconvenience. Yesterday mistakes were made, and we understand.\n'
  + 'The old letter said “any inconvenience” twice. It was ⟨date⟩.\n';

const { story } = storiesOn(serveWithFakeCore);

const read = (page) => paste(page, kCopy, '3 findings, 1 noted, 1 question');
const plain = async (page) => {
  await plainView(page);
  await read(page);
};
/** With everything that a text can show: missing things, facts, claims. */
const incident = (page) => paste(page, `About the outage. On 4 May we refunded €15. ${kCopy}`, '3 findings, 1 noted, 1 question');
const setAside = async (page) => {
  await incident(page);
  await page.getByRole('button', { name: 'Set aside… (truly)' }).click();
  await page.getByRole('textbox', { name: /^Your reason/ }).fill('a reason');
  await page.getByRole('button', { name: 'I am quoting' }).click();
  await statusIs(page, '2 findings, 1 noted, 1 question');
};
const opened = (name) => async (page) => {
  await incident(page);
  await page.getByRole('button', { name: 'Keep for comparing' }).click();
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('dialog').waitFor();
};
const kDialogs = ['Fill in: Name the harm', 'Copy result', 'Scale', 'Compare', 'Settings', 'About', 'Set aside… (any inconvenience)'].map((name) => (
  [`the dialog of ${name}`, opened(name), {}]));
const kDresses = [
  ['painted, an incident', incident, {}],
  ['plain, an incident', async (page) => {
    await plain(page);
    await page.keyboard.press('Control+a');
    await incident(page);
  }, {}],
  ...kDialogs,
  ['plain, with something set aside', async (page) => {
    await plainView(page);
    await setAside(page);
  }, {}],
  ['painted, with something set aside', setAside, {}],
  ['a dark dialog', opened('Scale'), { colorScheme: 'dark' }],
  ['a dialog in forced colours', opened('Fill in: Name the harm'), { forcedColors: 'active' }],
  ['painted and empty', async () => {}, {}],
  ['painted', read, {}],
  ['painted on a phone', read, { viewport: { width: 390, height: 844 } }],
  ['plain', plain, {}],
  ['plain and dark', plain, { colorScheme: 'dark' }],
  ['plain with more contrast', plain, { contrast: 'more' }],
  ['plain in forced colours', read, { forcedColors: 'active' }],
];
for (const [name, steps, context] of kDresses) {
  story(`axe finds nothing: ${name}`, async (page) => {
    await steps(page);
    await settle(page);
    assert.deepEqual(await violations(page), []);
  }, { context, needs: name.startsWith('painted') ? ['paint'] : [] });
}
