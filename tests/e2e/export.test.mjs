// The report that a reader takes away: as Markdown, as a web page, as data, on paper.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  dresses, editorOf, onPaper, paste, plainView, saved, settle, statusIs, visit,
} from '../support/browser.mjs';
import { serveReal, serveWithFakeCore } from '../support/site.mjs';
import { storiesOn } from '../support/stories.mjs';

const kWild = 'About the outage: <script>alert(1)</script> & **bold** `code`.\n\nWe are truly sorry for any inconvenience. '
  + 'They said “any inconvenience” before. Yesterday mistakes were made.\n\n```\n给您带来不便 👩‍💻 <b>\n';
const kStatus = '4 findings, 1 noted';

const { at, story } = storiesOn(serveWithFakeCore);


async function setAside(page) {
  await page.getByRole('button', { name: 'Set aside… (mistakes were made)' }).click();
  await page.getByRole('textbox', { name: /^Your reason/ }).fill('a <i>citation</i>');
  await page.getByRole('button', { name: 'I am quoting' }).click();
  await statusIs(page, '3 findings, 1 noted');
}

async function open(page, format) {
  await page.getByRole('button', { name: 'Report', exact: true }).click();
  await page.getByRole('combobox', { name: 'As' }).selectOption(format);
}

async function download(page, format) {
  await open(page, format);
  const file = await saved(page, () => page.getByRole('button', { name: 'Download' }).click());
  await page.locator('#sem-dialog .message').filter({ hasText: /as a file/ }).waitFor();
  return file;
}

story('Markdown: the text as it is, findings, what is missing, what was set aside and why, the sum', async (page) => {
  await paste(page, kWild, kStatus);
  await setAside(page);
  const { name, text } = await download(page, 'markdown');
  assert.equal(name, 'unfeigned-report.md');
  assert.match(text, /^# What this text leaves out\n\n- Plainness: \d+\.\d of 100/);
  // The text holds three backticks, so its fence is longer.
  assert.ok(text.includes(`\n\`\`\`\`text\n${kWild}\`\`\`\`\n`), text);
  assert.match(text, /## Findings\n\n### “truly”\n\nStacked intensifiers, minor, costs 3\.0\n\n- \*\*Why:\*\* The word adds weight and no fact\./);
  assert.match(text, /- \*\*Leave it out:\*\* Leave these words out\./);
  assert.match(text, /## Missing\n[\s\S]*### what happened, and to whom\n\ncosts 6\.4\n\n- \*\*Say what happened, and to whom:\*\* On ⟨when⟩/);
  assert.match(text, /## Noted\n[\s\S]*### “any inconvenience”\n\nNameless inconvenience, not counted\n\n- \*\*Because:\*\* It stands in quotation marks\./);
  assert.match(text, /## Set aside\n\nYou decided on these; they cost nothing\.\n\n### “mistakes were made”\n\nA quotation\n\n- \*\*Reason:\*\* a \\<i\\>citation\\<\/i\\>\n/);
  const rows = [...text.matchAll(/^\| (.*) \| ([+−]?[\d.]+) \|$/gm)].map(([, key, amount]) => [key, Number(amount.replace('−', '-'))]);
  const total = rows.pop();
  assert.deepEqual([total[0], rows[0]], ['Plainness', ['Start', 100]]);
  assert.equal(Math.round(rows.reduce((sum, [, amount]) => sum + amount, 0) * 10), Math.round(total[1] * 10));
});

story('a web page: one file, no script, nothing of the text is markup, every mark in its place', async (page) => {
  await paste(page, kWild, kStatus);
  await setAside(page);
  const { name, text } = await download(page, 'html');
  assert.equal(name, 'unfeigned-report.html');
  assert.doesNotMatch(text, /<script|<i>|<b>|<link|src=|href=|url\(/);
  const reader = await page.context().newPage();
  await reader.setContent(text);
  assert.equal(await reader.locator('.text').textContent(), kWild);
  assert.deepEqual(await reader.locator('mark').evaluateAll((all) => all.map((mark) => [mark.className, mark.textContent])),
    [['minor', 'truly'], ['notable', 'any inconvenience'], ['notable', '给您带来不便']]);
  assert.equal(await reader.locator('html').getAttribute('lang'), 'en');
  assert.deepEqual(await reader.locator('h2').allTextContents(),
    ['The text', 'Findings', 'Missing', 'Noted', 'Set aside', 'How the number comes about']);
  assert.equal(await reader.getByText('a <i>citation</i>').count(), 1);
  assert.equal(await reader.locator('mark.notable').first().evaluate((mark) => getComputedStyle(mark).textDecorationStyle), 'dashed', 'its style is inside');
});

story('by keyboard: open, choose, copy; the text in the box is as it was', async (page) => {
  await paste(page, kWild, kStatus);
  await page.getByRole('button', { name: 'Report', exact: true }).focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'SELECT');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('#sem-dialog .message').filter({ hasText: /^The report is copied/ }).waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^# What this text leaves out/);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  assert.equal(await editorOf(page).inputValue(), kWild);
});

story('what makes reports is loaded when one is asked for, and a failure is said and tried again', async (page) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await paste(page, kWild, kStatus);
  assert.deepEqual(asked.filter((name) => /exporter|export_/.test(name)), []);
  await page.route(/exporter\.[0-9a-f]+\.mjs/, (route) => route.abort());
  await open(page, 'html');
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  const told = page.locator('#sem-dialog .message');
  await told.filter({ hasText: /^The report could not be made/ }).waitFor();
  await page.unroute(/exporter\.[0-9a-f]+\.mjs/);
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await told.filter({ hasText: /^The report is copied/ }).waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^<!doctype html>/);
}, { allow: /ERR_FAILED/ });

story('a browser that refuses to copy is said, and one without promised copies copies all the same', async (page) => {
  await paste(page, kWild, kStatus);
  await page.evaluate(() => {
    globalThis.written = [];
    navigator.clipboard.write = () => Promise.reject(new Error('no such thing'));
    navigator.clipboard.writeText = (text) => Promise.resolve(globalThis.written.push(text));
  });
  await open(page, 'markdown');
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  const told = page.locator('#sem-dialog .message');
  await told.filter({ hasText: /^The report is copied/ }).waitFor();
  assert.match((await page.evaluate(() => globalThis.written))[0], /^# What/);
  await page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden')); });
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await told.filter({ hasText: /^The report could not be made or copied/ }).waitFor();
});

for (const isPlain of dresses) {
  story(`on paper: the text with its marks, findings, then the sum, and no buttons (${isPlain ? 'plain' : 'painted'})`, async (page) => {
    if (isPlain) await plainView(page);
    const long = `${kWild}${'One more line of the letter.\n'.repeat(60)}`;
    await paste(page, long, kStatus);
    await settle(page).catch(() => {});
    await onPaper(page, true);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const mirror = page.locator('#mirror');
    assert.equal(await mirror.textContent(), `${long}\n`);
    const paper = await page.evaluate(() => {
      const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      const box = (selector) => document.querySelector(selector).getBoundingClientRect();
      return {
        isWhole: document.querySelector('#mirror').scrollHeight <= box('#mirror').height + 1 && box('#mirror').height > 1000,
        colour: getComputedStyle(document.querySelector('#mirror')).color,
        buttons: [...document.querySelectorAll('button, select, textarea, canvas')].filter((one) => shown(one) && !one.matches('.words')).length,
        tops: ['#mirror', '#sem-head', '.card', '.receipt'].map((selector) => Math.round(box(selector).top)),
        marks: document.querySelectorAll('#mirror mark').length,
      };
    });
    assert.equal(paper.isWhole, true);
    assert.equal(paper.buttons, 0);
    assert.equal(paper.marks, 5);
    assert.doesNotMatch(paper.colour, /, 0\)$/, 'the text is not transparent');
    assert.deepEqual(paper.tops, [...paper.tops].sort((a, b) => a - b));
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await onPaper(page, false);
    assert.equal(await page.locator(isPlain ? '#app.plain' : '#app.painted').count(), 1);
    assert.equal(await editorOf(page).inputValue(), long);
  });
}

story('dark colours that were chosen are not printed, and come back', async (page) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ground'));
  const light = await ground();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('combobox', { name: 'Colours' }).selectOption('dark');
  await page.getByRole('button', { name: 'Close' }).click();
  const dark = await ground();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.equal(await ground(), light);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  assert.equal(await ground(), dark);
});

test('the data are the very bytes of the checker', async () => {
  const real = await serveReal();
  try {
    await visit(at.browser, real.url, async (page) => {
      await paste(page, kWild);
      await page.waitForFunction(() => globalThis.unfeigned.answer());
      const { name, text } = await download(page, 'json');
      assert.equal(name, 'unfeigned-report.json');
      const report = JSON.parse(text);
      assert.equal(report.offset_unit, 'utf16');
      assert.deepEqual(report, await page.evaluate(() => globalThis.unfeigned.answer().report));
      // JavaScript would write 100 where the checker writes 100.0.
      assert.match(text, /"receipt":\{"start":100\.0,/);
    });
  } finally {
    await real.close();
  }
});
