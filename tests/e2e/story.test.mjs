// What a person does with the page, in a real browser, with a checker whose answers are known.
import assert from 'node:assert/strict';
import {
  editorOf, framesDuring, messageIs, paste, pixel, plainView, selected, settle, statusIs,
} from '../support/browser.mjs';
import { serveWithFakeCore } from '../support/site.mjs';
import { storiesOn } from '../support/stories.mjs';

const kCopy = 'Hello,\n\nWe are truly sorry for any inconvenience. Yesterday mistakes were made.\n\n'
  + 'The old letter said “any inconvenience” twice.\n';

const { story } = storiesOn(serveWithFakeCore);


story('pasted copy is read: lists, status and number', async (page) => {
  await paste(page, kCopy, '3 findings, 1 noted');
  const findings = page.getByRole('list', { name: 'Findings' }).getByRole('listitem');
  assert.equal(await findings.count(), 3);
  assert.match(await findings.first().innerText(), /truly[\s\S]*Why[\s\S]*adds weight/);
  assert.equal(await page.getByRole('list', { name: 'Noted' }).getByRole('listitem').count(), 1);
  const meter = page.getByRole('meter', { name: 'Plainness' });
  assert.equal(await meter.getAttribute('aria-valuenow'), '54.5');
  assert.equal(await meter.getAttribute('aria-valuetext'), '54.5 of 100, formulaic');
});

story('unsure findings are a list of questions', async (page) => {
  await paste(page, `Dear all, we understand. ${kCopy}`, '3 findings, 1 noted, 1 question');
  const questions = page.getByRole('list', { name: 'Questions' }).getByRole('listitem');
  assert.equal(await questions.count(), 1);
  assert.match(await questions.innerText(), /we understand/);
});

story('a short text has no number and says why', async (page) => {
  await paste(page, 'Hello there.', '0 findings, 0 noted');
  const meter = page.getByRole('meter', { name: 'Plainness' });
  assert.equal(await meter.getAttribute('aria-valuenow'), null);
  assert.match(await meter.getAttribute('aria-valuetext'), /^No number: .*short/);
});

story('a highlight lies on its words, and is seen', async (page) => {
  await paste(page, kCopy, '3 findings, 1 noted');
  await settle(page);
  const pieces = await page.evaluate(() => globalThis.unfeigned.pieces());
  assert.deepEqual(pieces.map((piece) => piece.finding), [0, 1, 2, 3]);
  const words = await editorOf(page).evaluate((field) => {
    const start = field.value.indexOf('mistakes');
    const { x, y, width } = field.createValueRange(start, start + 18).getBoundingClientRect();
    return { x, y, width };
  });
  assert.ok(Math.abs(pieces[2].x - words.x) < 1 && Math.abs(pieces[2].width - words.width) < 1);
  const line = await pixel(page, pieces[2].x + 4, pieces[2].y + pieces[2].height + 1);
  assert.deepEqual(line, [0x8a, 0x24, 0x56], 'the underline of a grave finding');
  const ground = await pixel(page, pieces[2].x + 4, pieces[2].y + pieces[2].height + 9);
  assert.deepEqual(ground, [255, 255, 255]);
}, { needs: ['paint', 'askEditor'] });

story('the mirror measures what the editor shows, where the editor cannot be asked', async (page) => {
  await paste(page, kCopy, '3 findings, 1 noted');
  const agrees = async () => {
    await settle(page);
    const pieces = await page.evaluate(() => globalThis.unfeigned.pieces());
    const expected = await editorOf(page).evaluate((field) => {
      const start = field.value.indexOf('mistakes');
      const { x, y } = globalThis.askEditor(field, start, start + 18);
      return { x, y };
    });
    assert.ok(Math.abs(pieces[2].x - expected.x) < 1 && Math.abs(pieces[2].y - expected.y) < 1);
    return expected.y;
  };
  const before = await agrees();
  // Lines that come, are joined and go again above the words.
  await editorOf(page).evaluate((field) => field.setSelectionRange(0, 0));
  await page.keyboard.type('So.\n\nAnd so.\n');
  assert.ok(await agrees() > before + 60);
  await page.keyboard.press('Backspace');
  await agrees();
  for (let i = 0; i < 7; i += 1) await page.keyboard.press('Backspace');
  assert.ok(await agrees() > before + 20);
}, {
  needs: ['paint', 'askEditor'],
  prepare: (page) => page.addInitScript(() => {
    const create = HTMLTextAreaElement.prototype.createValueRange;
    globalThis.askEditor = (field, start, end) => create.call(field, start, end).getBoundingClientRect();
    delete HTMLTextAreaElement.prototype.createValueRange;
  }),
});

story('Apply writes the rewrite, selects its first open slot, and one undo takes it back', async (page) => {
  await paste(page, kCopy, '3 findings, 1 noted');
  await page.getByRole('button', { name: 'Apply: Name the harm' }).click();
  assert.match(await editorOf(page).inputValue(), /⟨what happened⟩ on ⟨date⟩/);
  assert.equal(await selected(page), '⟨what happened⟩');
  await messageIs(page, /Applied\. 3 places want facts/);
  await statusIs(page, '1 finding, 1 noted');
  await page.keyboard.press('Control+z');
  assert.equal(await editorOf(page).inputValue(), kCopy);
  await statusIs(page, '3 findings, 1 noted');
});

story('a rewrite without slots is applied in place; a deletion is one too', async (page) => {
  await paste(page, kCopy, '3 findings, 1 noted');
  await page.getByRole('button', { name: 'Apply: Leave it out' }).click();
  assert.equal(await editorOf(page).inputValue(), kCopy.replace('truly', ''));
  await page.keyboard.press('Control+z');
  assert.equal(await editorOf(page).inputValue(), kCopy);
});

for (const isPlain of [false, true]) {
  story(`all ready rewrites are one edit, and what stands between them is left alone (${isPlain ? 'plain' : 'painted'})`, async (page) => {
    if (isPlain) await plainView(page);
    const text = `${kCopy}\nThey truly were. Truly, truly, and truly again.\n`;
    await paste(page, text, '6 findings, 1 noted');
    await page.getByRole('button', { name: 'Set aside… (mistakes were made)' }).click();
    await page.getByRole('button', { name: 'Not here', exact: true }).click();
    await statusIs(page, '5 findings, 1 noted');
    await page.getByRole('button', { name: 'Apply all 4 ready rewrites' }).click();
    await messageIs(page, /^Applied 4 rewrites\. Ctrl\+Z takes them all back/);
    assert.equal(await editorOf(page).inputValue(), text.replaceAll('truly', ''));
    await statusIs(page, '1 finding, 1 noted');
    assert.equal(await page.getByRole('list', { name: 'Set aside' }).getByRole('listitem').count(), 1);
    assert.equal(await page.getByRole('button', { name: /^Apply all/ }).count(), 0);
    await page.keyboard.press('Control+z');
    assert.equal(await editorOf(page).inputValue(), text);
  });
}

story('a press on the painted button works by pointer and by touch', async (page) => {
  await paste(page, kCopy, '3 findings, 1 noted');
  const button = page.getByRole('button', { name: 'Apply: Name the harm' });
  await button.scrollIntoViewIfNeeded();
  await settle(page);
  const box = await button.boundingBox();
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  assert.match(await editorOf(page).inputValue(), /⟨date⟩/);
}, { needs: ['paint', 'touch'], context: { hasTouch: true } });

story('keyboard alone: Tab order, Enter, F8 and Shift+F8', async (page) => {
  await paste(page, kCopy, '3 findings, 1 noted');
  await page.keyboard.press('F8');
  assert.equal(await selected(page), 'truly');
  await messageIs(page, /^1 of 3: “truly”/);
  await page.keyboard.press('F8');
  await page.keyboard.press('F8');
  assert.equal(await selected(page), 'mistakes were made');
  await page.keyboard.press('F8');
  assert.equal(await selected(page), 'truly', 'after the last comes the first');
  await page.keyboard.press('Shift+F8');
  assert.equal(await selected(page), 'mistakes were made');
  const names = [];
  for (let i = 0; i < 6; i += 1) {
    await page.keyboard.press('Tab');
    names.push(await page.evaluate(() => {
      const element = document.activeElement;
      return element.closest('label')?.innerText.split('\n')[0] ?? element.textContent;
    }));
  }
  assert.deepEqual(names.map((name) => name.trim()), [
    'Language', 'Kind', 'This is a template', 'How the number comes about', '“truly”', 'Apply: Leave it out']);
  await page.keyboard.press('Enter');
  assert.equal(await editorOf(page).inputValue(), kCopy.replace('truly', ''));
});

story('keys that mean nothing here change nothing', async (page) => {
  await paste(page, kCopy, '3 findings, 1 noted');
  await page.getByRole('button', { name: 'Settings' }).focus();
  for (const key of ['a', 'Delete', 'Backspace', 'Escape', 'ArrowDown', 'PageDown', 'F2', 'Control+k']) {
    await page.keyboard.press(key);
  }
  assert.equal(await editorOf(page).inputValue(), kCopy);
  await statusIs(page, '3 findings, 1 noted');
});

story('the words of a card lead to the words in the text, and the caret to the card', async (page) => {
  await paste(page, kCopy, '3 findings, 1 noted');
  await page.getByRole('button', { name: '“mistakes were made”' }).click();
  assert.equal(await selected(page), 'mistakes were made');
  const current = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: '“mistakes were made”' }) });
  assert.equal(await current.getAttribute('aria-current'), 'true');
  await editorOf(page).evaluate((field) => field.setSelectionRange(0, 0));
  await page.locator('#sem-panel .card.active').waitFor({ state: 'detached' });
});

story('Copy result copies', async (page) => {
  await paste(page, kCopy, '3 findings, 1 noted');
  await page.evaluate(() => navigator.clipboard.writeText('something else'));
  await page.getByRole('button', { name: 'Copy result' }).click();
  await messageIs(page, /^Copied\.$/);
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), kCopy);
});

const kOpen = `${'Plain words. '.repeat(8)}It was ⟨what happened⟩ on ⟨date⟩.`;

story('Copy result with open slots asks first, and goes to the first of them', async (page) => {
  await paste(page, kOpen, '0 findings, 0 noted');
  await page.evaluate(() => navigator.clipboard.writeText('something else'));
  await page.getByRole('button', { name: 'Copy result' }).click();
  const dialog = page.getByRole('dialog', { name: 'There are open places' });
  assert.match(await dialog.innerText(), /2 places in the text still want a fact/);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'something else');
  assert.equal(await selected(page), '⟨what happened⟩');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'editor');
});

story('Copy anyway copies with open slots and says how many', async (page) => {
  await paste(page, kOpen, '0 findings, 0 noted');
  await page.getByRole('button', { name: 'Copy result' }).click();
  await page.getByRole('button', { name: 'Copy anyway' }).click();
  await messageIs(page, /Copied with 2 open places/);
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), kOpen);
  assert.equal(await selected(page), '⟨what happened⟩');
});

story('Clear empties the editor and one undo brings all of it back', async (page) => {
  await paste(page, kCopy, '3 findings, 1 noted');
  await page.getByRole('button', { name: 'Clear' }).click();
  assert.equal(await editorOf(page).inputValue(), '');
  await statusIs(page, 'No text yet');
  assert.equal(await page.getByRole('list', { name: 'Findings' }).count(), 0);
  assert.equal(await page.getByRole('button', { name: 'Clear' }).isDisabled(), true);
  await page.keyboard.press('Control+z');
  assert.equal(await editorOf(page).inputValue(), kCopy);
  await statusIs(page, '3 findings, 1 noted');
});

story('a sample is loaded, read, and can be undone', async (page) => {
  await page.getByRole('button', { name: 'A late parcel' }).click();
  await statusIs(page, '3 findings, 0 noted');
  assert.match(await editorOf(page).inputValue(), /^Dear valued customer,/);
  await page.keyboard.press('Control+z');
  assert.equal(await editorOf(page).inputValue(), '');
});

story('language, kind and template reach the checker', async (page) => {
  await paste(page, kCopy, '3 findings, 1 noted');
  const genre = page.getByRole('combobox', { name: 'Kind' });
  assert.equal(await genre.locator('option:checked').textContent(), 'Detected: support reply');
  await genre.selectOption('promo');
  await page.waitForFunction(() => globalThis.unfeigned.answer().report.genre === 'promo');
  await page.getByRole('combobox', { name: 'Language', exact: true }).selectOption('en');
  await page.getByRole('checkbox', { name: 'This is a template' }).check();
  assert.equal(await page.getByRole('checkbox', { name: 'This is a template' }).isChecked(), true);
  assert.equal(await genre.inputValue(), 'promo');
});

story('the page warns before unsaved text is lost, and only then', async (page) => {
  const asked = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    dialog.accept();
  });
  await page.reload();
  await page.getByRole('button', { name: 'A late parcel' }).click();
  await statusIs(page, '3 findings, 0 noted');
  await page.reload();
  assert.deepEqual(asked, [], 'a sample is no loss');
  await paste(page, kCopy, '3 findings, 1 noted');
  await page.reload();
  assert.deepEqual(asked, ['beforeunload']);
  await paste(page, kCopy);
  await page.getByRole('button', { name: 'Copy result' }).click();
  await messageIs(page, /^Copied/);
  await page.reload();
  assert.deepEqual(asked, ['beforeunload'], 'what was copied out is safe');
}, { needs: ['beAskedToStay'] });

story('an idle page paints nothing', async (page) => {
  await paste(page, kCopy, '3 findings, 1 noted');
  assert.ok(await settle(page) > 0);
  assert.equal(await framesDuring(page, 60), 0);
  await page.mouse.move(30, 30);
  assert.ok(await settle(page) > 0);
  assert.ok(await framesDuring(page, 60) === 0, 'also after the pointer came by');
}, { needs: ['paint'] });

story('Chinese, emoji and marks are counted in the right places', async (page) => {
  const text = `👨‍👩‍👧 亲爱的顾客：给您带来不便，敬请谅解。🙏🏽\n\nWe are sorry for any inconvenience 🚀. ${'Words follow. '.repeat(5)}`;
  await paste(page, text, '2 findings, 0 noted');
  await page.getByRole('button', { name: '“给您带来不便”' }).click();
  assert.equal(await selected(page), '给您带来不便');
  await page.getByRole('button', { name: 'Apply: Name the harm' }).click();
  const value = await editorOf(page).inputValue();
  assert.ok(value.startsWith('👨‍👩‍👧 亲爱的顾客：给您带来不便，敬请谅解。🙏🏽\n\n⟨what happened⟩'));
});

story('nothing is read while somebody composes, and the result is read after', async (page) => {
  await paste(page, `${'Plain words. '.repeat(8)}`, '0 findings, 0 noted');
  const session = await page.context().newCDPSession(page);
  const before = await page.evaluate(() => globalThis.unfeigned.answer().revision);
  await session.send('Input.imeSetComposition', { text: 'gei', selectionStart: 3, selectionEnd: 3 });
  await settle(page);
  assert.equal(await page.evaluate(() => globalThis.unfeigned.answer().revision), before);
  await session.send('Input.insertText', { text: '给您带来不便' });
  await statusIs(page, '1 finding, 0 noted');
}, { needs: ['compose'] });
