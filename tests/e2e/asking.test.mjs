// What the page asks for: what is missing, forms, the comparison, the calculator; and the dialogs
// they stand in.
import assert from 'node:assert/strict';
import {
  dresses, editorOf, messageIs, paste, pixel, plainView, selected, settle, statusIs,
  unfold,
} from '../support/browser.mjs';
import { serveWithFakeCore } from '../support/site.mjs';
import { storiesOn } from '../support/stories.mjs';

const kOutage = 'About the outage: we are sorry for any inconvenience.\n\nOn 4 May we refunded €15 to each account. That is all.\n';
const kSay = 'Fill in: Say what happened, and to whom';

const { story } = storiesOn(serveWithFakeCore);

const focused = (page) => page.evaluate(() => {
  const element = document.activeElement;
  return element.closest('label')?.querySelector('span').textContent ?? element.textContent;
});
const genreOf = (page) => page.evaluate(() => globalThis.unfeigned.answer().report.genre);

for (const isPlain of dresses) {
  const dress = isPlain ? 'plain' : 'painted';
  story(`what is missing is listed with its cost, and the receipt adds up (${dress})`, async (page) => {
    if (isPlain) await plainView(page);
    await paste(page, kOutage, '1 finding, 0 noted');
    const gaps = page.getByRole('list', { name: 'Missing' }).getByRole('listitem');
    assert.equal(await gaps.count(), 2);
    assert.match(await gaps.first().innerText(), /what happened, and to whom[\s\S]*costs 6\.4[\s\S]*Fill in/);
    await unfold(page, 'How the number comes about');
    const rows = await page.getByRole('table', { name: 'How the number comes about' }).getByRole('row')
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
    const amounts = rows.map(([, amount]) => Number(amount.replace('−', '-')));
    const total = amounts.pop();
    assert.equal(Math.round(amounts.reduce((a, b) => a + b, 0) * 10), Math.round(total * 10));
    assert.equal(await page.getByRole('meter', { name: 'Plainness' }).getAttribute('aria-valuenow'), total.toFixed(1));
    assert.ok(rows.some(([name]) => name === 'Missing: how to reach a person'));
    await unfold(page, 'Already there');
    await page.getByRole('list', { name: 'Already there' }).getByRole('button', { name: '“we refunded”' }).click();
    assert.equal(await selected(page), 'we refunded');
  });

  story(`a form asks slot by slot and puts one sentence in, which one undo takes back (${dress})`, async (page) => {
    if (isPlain) await plainView(page);
    await paste(page, kOutage, '1 finding, 0 noted');
    await page.getByRole('button', { name: kSay }).click();
    const dialog = page.getByRole('dialog', { name: 'Say what happened, and to whom' });
    assert.equal(await focused(page), 'when');
    await page.keyboard.type('3 May');
    assert.equal(await dialog.locator('.wish').innerText(), ' On 3 May ⟨whom⟩ could not ⟨what⟩.');
    await page.keyboard.press('Enter');
    assert.equal(await focused(page), 'whom');
    await page.keyboard.type('customers 客户');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    assert.equal(await focused(page), 'Put it in');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    assert.equal(await editorOf(page).inputValue(),
      `${kOutage.trimEnd()} On 3 May customers 客户 could not ⟨what⟩.\n`);
    assert.equal(await selected(page), '⟨what⟩', 'what was not answered is asked for next');
    await messageIs(page, /^Put in\. 1 place still wants a fact/);
    await page.keyboard.press('Control+z');
    assert.equal(await editorOf(page).inputValue(), kOutage);
  });
}

story('a form with every answer leaves the caret behind the sentence', async (page) => {
  await paste(page, kOutage, '1 finding, 0 noted');
  await page.getByRole('button', { name: 'Fill in: Say how to reach a person' }).click();
  await page.keyboard.type('Maria Lind');
  await page.getByRole('button', { name: 'Put it in' }).click();
  await messageIs(page, /^Put in\. Ctrl/);
  const caret = await editorOf(page).evaluate((field) => [field.selectionStart, field.selectionEnd]);
  const end = `${kOutage.trimEnd()} Call Maria Lind.`.length;
  assert.deepEqual(caret, [end, end]);
});

story('the form of a finding replaces its sentence; Apply still writes it with open slots', async (page) => {
  await paste(page, kOutage, '1 finding, 0 noted');
  await page.getByRole('button', { name: 'Fill in: Name the harm' }).click();
  await page.keyboard.type('The card machines stood still');
  await page.getByRole('button', { name: 'Put it in' }).click();
  assert.match(await editorOf(page).inputValue(), /^The card machines stood still on ⟨date⟩, and you had to ⟨what it cost you⟩\.\n/);
  await page.keyboard.press('Control+z');
  await statusIs(page, '1 finding, 0 noted');
  await page.getByRole('button', { name: 'Apply: Name the harm' }).click();
  assert.match(await editorOf(page).inputValue(), /^⟨what happened⟩ on ⟨date⟩/);
});

story('Escape and Cancel leave the text alone and give the focus back', async (page) => {
  await paste(page, kOutage, '1 finding, 0 noted');
  for (const leave of [() => page.keyboard.press('Escape'), () => page.getByRole('button', { name: 'Cancel' }).click()]) {
    const button = page.getByRole('button', { name: kSay });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('lost words');
    await leave();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    assert.equal(await focused(page), kSay);
    assert.equal(await editorOf(page).inputValue(), kOutage);
  }
  await page.keyboard.press('Enter');
  assert.equal(await page.getByRole('textbox', { name: 'when' }).inputValue(), '', 'a new form is empty');
});

story('words are composed in a form as anywhere else', async (page) => {
  await paste(page, kOutage, '1 finding, 0 noted');
  await page.getByRole('button', { name: kSay }).click();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'wu', selectionStart: 2, selectionEnd: 2 });
  await session.send('Input.insertText', { text: '五月三日' });
  assert.equal(await page.getByRole('textbox', { name: 'when' }).inputValue(), '五月三日');
  assert.match(await page.locator('.wish').innerText(), /On 五月三日 ⟨whom⟩/);
  assert.equal(await page.getByRole('textbox', { name: 'when' }).evaluate((field) => field.closest('[lang]').lang), 'en');
}, { needs: ['compose'] });

story('a detected kind is kept while the text is edited, shown with its reasons, and can be detected again', async (page) => {
  await paste(page, kOutage, '1 finding, 0 noted');
  const kind = page.getByRole('combobox', { name: 'Kind' });
  const why = page.getByText('Read as: incident notice, because of “outage”.');
  await why.waitFor({ state: 'attached' });
  await editorOf(page).evaluate((field) => {
    field.focus();
    const at = field.value.indexOf('outage');
    field.setSelectionRange(at, at + 6);
  });
  await page.keyboard.type('parcels');
  await page.getByText('Read as: incident notice.').waitFor({ state: 'attached' });
  assert.equal(await kind.locator('option:checked').textContent(), 'Detected: incident notice');
  await kind.selectOption('again');
  await page.waitForFunction(() => globalThis.unfeigned.answer().report.genre === 'support');
  assert.equal(await kind.locator('option:checked').textContent(), 'Detected: support reply');
});

story('another text is looked at anew, also when it begins with the same words', async (page) => {
  await paste(page, kOutage, '1 finding, 0 noted');
  assert.equal(await genreOf(page), 'incident');
  await page.keyboard.press('Control+a');
  await paste(page, `About the lamp, and ${'plain words. '.repeat(8)}\n`, '0 findings, 0 noted');
  assert.equal(await genreOf(page), 'support');
});

story('a kind that was chosen is left for detection again', async (page) => {
  await paste(page, kOutage, '1 finding, 0 noted');
  const kind = page.getByRole('combobox', { name: 'Kind' });
  await kind.selectOption('promo');
  await page.getByText('Kind of text, as you chose: promotion.').waitFor({ state: 'attached' });
  await kind.selectOption('auto');
  await page.getByText('because of “outage”').waitFor({ state: 'attached' });
});

story('a text of no kind invites to choose one', async (page) => {
  await paste(page, `Dear diary, ${'plain words. '.repeat(8)}`, '0 findings, 0 noted');
  await page.getByText(/^No kind of text was recognised/).waitFor({ state: 'attached' });
  assert.equal(await page.getByRole('heading', { name: 'Missing' }).count(), 0);
});

story('the reader’s view says what is learnt and what stands beside each claim', async (page) => {
  await paste(page, kOutage, '1 finding, 0 noted');
  await unfold(page, 'What a reader learns');
  await unfold(page, 'Claims');
  const learns = page.getByRole('list', { name: 'What a reader learns' });
  assert.deepEqual(await learns.getByRole('listitem').evaluateAll((all) => all.map((item) => (
    [...item.children].map((part) => part.textContent).join(' ')))), [
    'What happened “€15”', 'Who nothing yet', 'When “4 May”', 'What next “we refunded”', 'Whom to reach nothing yet']);
  await learns.getByRole('button', { name: '“4 May”' }).click();
  assert.equal(await selected(page), '4 May');
  const claims = page.getByRole('list', { name: 'Claims' }).getByRole('listitem');
  assert.match(await claims.first().innerText(), /any inconvenience[\s\S]*No fact beside it/);
  assert.match(await claims.nth(1).innerText(), /we refunded[\s\S]*Beside it: “(4 May|€15)”/);
});

story('words that are there move with the text around them', async (page) => {
  await paste(page, kOutage, '1 finding, 0 noted');
  await editorOf(page).evaluate((field) => field.setSelectionRange(0, 0));
  await page.keyboard.type('Hello. ');
  await unfold(page, 'Already there');
  await page.getByRole('list', { name: 'Already there' }).getByRole('button', { name: '“we refunded”' }).click();
  assert.equal(await selected(page), 'we refunded');
});

story('the calculator: people and hours, and a message for what is no number', async (page) => {
  await page.getByRole('button', { name: 'Scale' }).click();
  const dialog = page.getByRole('dialog', { name: 'How much attention is promised?' });
  assert.equal(await focused(page), 'People who get the text');
  for (const value of ['100,000', '61', '3']) {
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
  }
  assert.equal(await dialog.getByRole('status').innerText(), 'People: 100,000 × 61 % = 61,000. At 3 min for each: 3,050 h of human attention.');
  await dialog.getByRole('textbox', { name: /^Share/ }).fill('161');
  assert.match(await dialog.getByRole('status').innerText(), /^The share has to be a number from 0 to 100/);
  assert.equal(await dialog.getByRole('textbox', { name: /^Share/ }).getAttribute('aria-invalid'), 'true');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
});

story('two texts side by side: what moved the number', async (page) => {
  await paste(page, kOutage, '1 finding, 0 noted');
  await page.getByRole('button', { name: 'Keep for comparing' }).click();
  await messageIs(page, /^Kept until you close the page/);
  await page.getByRole('button', { name: 'Fill in: Name the harm' }).click();
  await page.keyboard.type('Customers could not pay');
  await page.getByRole('button', { name: 'Put it in' }).click();
  await statusIs(page, '0 findings, 0 noted');
  await page.getByRole('button', { name: 'Compare' }).click();
  const dialog = page.getByRole('dialog', { name: 'Two texts side by side' });
  const row = async (name) => (await dialog.getByRole('row', { name }).innerText()).split(/\s+/).slice(-3);
  const [before, now, change] = await row(/^Plainness/);
  assert.deepEqual([before, now, change], ['80.1', '99.0', '+18.9']);
  assert.deepEqual(await row(/^Missing: what happened/), ['−6.4', '0.0', '+6.4']);
  assert.equal(await dialog.getByRole('list', { name: 'Findings only in “Before”' }).innerText(), 'any inconvenience');
  assert.equal(await dialog.getByRole('list', { name: 'Said only in “Now”' }).innerText(), 'what happened, and to whom');
  await dialog.getByRole('combobox', { name: 'The kept text is' }).selectOption('staff');
  assert.equal(await dialog.getByRole('columnheader').nth(1).innerText(), 'To staff');
  await page.getByRole('button', { name: 'Forget the kept text' }).click();
  await page.getByRole('button', { name: 'Keep for comparing' }).waitFor({ state: 'attached' });
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
});

story('F8 stays in an open dialog', async (page) => {
  await paste(page, kOutage, '1 finding, 0 noted');
  await page.getByRole('button', { name: kSay }).click();
  await page.keyboard.press('F8');
  assert.equal(await focused(page), 'when');
});

story('the amounts of the receipt are painted where the mirror has them', async (page) => {
  await paste(page, kOutage, '1 finding, 0 noted');
  await unfold(page, 'How the number comes about');
  await page.getByRole('button', { name: kSay }).scrollIntoViewIfNeeded();
  await settle(page);
  const fill = await page.getByRole('button', { name: kSay }).boundingBox();
  const edge = await Promise.all([0, 1].map((dy) => pixel(page, fill.x + fill.width / 2, fill.y + dy)));
  assert.ok(edge.some(([red]) => red < 0x40), `the edge of Fill in is ${edge}`);
  const row = await page.getByRole('rowheader', { name: 'Plainness' }).boundingBox();
  const cell = await page.getByRole('row', { name: /^Plainness/ }).getByRole('cell').boundingBox();
  assert.ok(cell.x > row.x + 100 && Math.abs(cell.y - row.y) < 4);
}, { needs: ['paint'] });

story('a phone: a form and its sentence fit the screen', async (page) => {
  await paste(page, kOutage, '1 finding, 0 noted');
  const button = page.getByRole('button', { name: kSay });
  await button.scrollIntoViewIfNeeded();
  await button.tap();
  const box = await page.getByRole('dialog').boundingBox();
  assert.ok(box.x >= 0 && box.x + box.width <= 390 && box.y >= 0 && box.y + box.height <= 844);
  await page.getByRole('textbox', { name: 'when' }).fill('3 May');
  await page.getByRole('button', { name: 'Put it in' }).tap();
  assert.match(await editorOf(page).inputValue(), /On 3 May ⟨whom⟩/);
}, { needs: ['touch'], context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } });
