// axe-core over every dress of the page.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { paste, plainView, settle, statusIs } from '../support/browser.mjs';
import { serveWithFakeCore } from '../support/site.mjs';
import { storiesOn } from '../support/stories.mjs';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const kCopy = 'We are truly sorry for any inconvenience. Yesterday mistakes were made, and we understand.\n'
  + 'The old letter said “any inconvenience” twice. It was ⟨date⟩.\n';

const { story } = storiesOn(serveWithFakeCore);

async function violations(page) {
  // The page's own policy forbids scripts from elsewhere; the driver's world is not bound by it.
  await page.evaluate(axe);
  const result = await page.evaluate(() => globalThis.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  assert.ok(result.passes.length > 15, 'axe looked at something');
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

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
const kDialogs = ['Fill in: Name the harm', 'Copy result', 'Scale', 'Compare', 'Settings', 'Set aside… (any inconvenience)'].map((name) => (
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
