// Somebody who has never seen the page does what it is for, by the words on it alone: no roles, no names
// of things that are not written there, nothing that only the README tells.
import assert from 'node:assert/strict';
import { plainView, dresses } from '../support/browser.mjs';
import { serveReal } from '../support/site.mjs';
import { storiesOn } from '../support/stories.mjs';

const { story } = storiesOn(serveReal);

for (const isPlain of dresses) {
  story(`a sample, what is wrong with it, a fact in place of a formula, and the better text copied (${isPlain ? 'plain' : 'painted'})`, async (page) => {
    if (isPlain) await plainView(page);
    const read = (text) => page.getByText(text).first();
    const number = async () => Number(await read(/^\d{1,3}\.\d$/).textContent());

    await read('No text at hand? Try a sample:').waitFor({ state: 'attached' });
    await read('An outage').click();
    await read(/^\d+ findings, \d+ noted/).waitFor({ state: 'attached' });
    const before = await number();
    const words = (await read(/^“.+”$/).textContent()).slice(1, -1);
    assert.equal(await page.evaluate((wanted) => document.querySelector('textarea').value.includes(wanted), words), true);
    assert.notEqual(await read('Why').count(), 0);

    await read(/^Fill in: /).click();
    // The page has put the caret into the first field; Enter goes on to the next.
    const typed = [];
    while (await page.evaluate(() => document.activeElement.matches('input'))) {
      typed.push(`answer ${typed.length + 1}`);
      await page.keyboard.type(typed.at(-1));
      await page.keyboard.press('Enter');
      assert.ok(typed.length < 9, 'the form comes to an end');
    }
    assert.ok(typed.length > 0);
    await read('Put it in').click();
    await read(/^Put in\./).waitFor({ state: 'attached' });
    await page.waitForFunction((least) => (
      [...document.querySelectorAll('span')].some(({ textContent }) => /^\d{1,3}\.\d$/.test(textContent) && Number(textContent) > least)), before);
    assert.ok(await number() > before, `${await number()} after ${before}`);

    await read('Copy result').click();
    await read(/^Copied\.$/).waitFor({ state: 'attached' });
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    for (const answer of typed) assert.ok(copied.includes(answer), copied);
    assert.ok(!copied.includes(words), 'the formula is gone');
  });
}
