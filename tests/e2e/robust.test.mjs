// The page where something is missing or different: no WebGL, no wasm, no worker, a small screen,
// a sub-path, another colour scheme.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import {
  choosePlain, editorOf, messageIs, paste, pixel, plainView, selected, settle, statusIs, visit,
} from '../support/browser.mjs';
import { hashedName, serveWithFakeCore } from '../support/site.mjs';
import { storiesOn } from '../support/stories.mjs';

const kCopy = 'Hello,\n\nWe are truly sorry for any inconvenience. Yesterday mistakes were made.\n\n'
  + 'The old letter said “any inconvenience” twice.\n';

const { at, story } = storiesOn(serveWithFakeCore);

const isPlain = (page) => page.locator('#app.plain').waitFor({ state: 'attached' });
const isPainted = (page) => page.locator('#app.painted').waitFor({ state: 'attached' });

/** The same story in every dress of the page. */
async function tellStory(page) {
  await paste(page, kCopy, '3 findings, 1 noted');
  assert.equal(await page.getByRole('list', { name: 'Findings' }).getByRole('listitem').count(), 3);
  assert.equal(await page.getByRole('meter', { name: 'Plainness' }).getAttribute('aria-valuenow'), '54.5');
  await page.getByRole('button', { name: 'Apply: Name the harm' }).click();
  assert.equal(await selected(page), '⟨what happened⟩');
  await page.keyboard.press('Control+z');
  assert.equal(await editorOf(page).inputValue(), kCopy);
  await statusIs(page, '3 findings, 1 noted');
  await page.keyboard.press('F8');
  assert.equal(await selected(page), 'truly');
  await page.getByRole('button', { name: 'Copy result' }).click();
  await messageIs(page, /^Copied\.$/);
  await page.getByRole('button', { name: 'Clear' }).click();
  assert.equal(await editorOf(page).inputValue(), '');
}

async function marks(page, count) {
  await page.waitForFunction((n) => document.querySelectorAll('#mirror mark').length === n, count);
  return page.locator('#mirror mark').evaluateAll((all) => all.map((mark) => [mark.textContent, mark.className]));
}

story('without WebGL the page is plain and the story is the same', async (page) => {
  await isPlain(page);
  await page.getByRole('button', { name: 'Settings' }).click();
  assert.equal(await page.getByRole('checkbox', { name: /^Plain view/ }).count(), 0);
  await page.getByRole('button', { name: 'Close' }).click();
  assert.equal(await page.getByText('it gives the page no WebGL canvas').count(), 1);
  await tellStory(page);
  await paste(page, kCopy, '3 findings, 1 noted');
  assert.deepEqual(await marks(page, 4), [['truly', 'look-minor'], ['any inconvenience', 'look-notable'],
    ['mistakes were made', 'look-grave'], ['any inconvenience', 'look-noted']]);
}, {
  prepare: (page) => page.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function getContext(kind, ...rest) {
      return kind.startsWith('webgl') ? null : original.call(this, kind, ...rest);
    };
  }),
});

story('plain view by choice: kept over a reload, and left again', async (page) => {
  await isPainted(page);
  await plainView(page);
  await tellStory(page);
  await page.reload();
  await isPlain(page);
  await choosePlain(page, false);
  await isPainted(page);
  await tellStory(page);
}, { needs: ['paint'] });

story('marks lie behind their words in plain view', async (page) => {
  await plainView(page);
  await paste(page, kCopy, '3 findings, 1 noted');
  await marks(page, 4);
  const distance = await editorOf(page).evaluate((field) => {
    const mark = document.querySelector('#mirror mark.look-grave').getBoundingClientRect();
    const start = field.value.indexOf('mistakes');
    const words = field.createValueRange(start, start + 18).getBoundingClientRect();
    return Math.max(Math.abs(mark.x - words.x), Math.abs(mark.y - words.y));
  });
  assert.ok(distance < 1, `the mark is ${distance} pixels away`);
}, { needs: ['askEditor'] });

story('going to words leaves the marks of plain view where they are', async (page) => {
  await plainView(page);
  await paste(page, kCopy, '3 findings, 1 noted');
  const before = await marks(page, 4);
  await page.getByRole('button', { name: '“mistakes were made”' }).click();
  assert.equal(await selected(page), 'mistakes were made');
  assert.deepEqual(await marks(page, 4), before);
  await page.getByRole('button', { name: 'Apply: Name the harm' }).click();
  assert.equal(await selected(page), '⟨what happened⟩');
  await statusIs(page, '1 finding, 1 noted');
  assert.equal((await marks(page, 5))[0][0], '⟨what happened⟩');
}, {
  // Where the text box cannot be asked where its words are, the mirror behind it is measured, which holds the marks.
  prepare: (page) => page.addInitScript(() => {
    delete HTMLTextAreaElement.prototype.createValueRange;
  }),
});

story('forced colours make the page plain', async (page) => {
  await isPlain(page);
  await tellStory(page);
}, { needs: ['emulate'], context: { forcedColors: 'active' } });

story('a lost canvas makes the page plain, and painted again when it is back', async (page) => {
  await paste(page, kCopy, '3 findings, 1 noted');
  await page.evaluate(() => {
    globalThis.extension = document.getElementById('ui').getContext('webgl2').getExtension('WEBGL_lose_context');
    globalThis.extension.loseContext();
  });
  await isPlain(page);
  assert.deepEqual((await marks(page, 4))[0], ['truly', 'look-minor']);
  await page.evaluate(() => globalThis.extension.restoreContext());
  await isPainted(page);
  await settle(page);
  const [, , piece] = await page.evaluate(() => globalThis.unfeigned.pieces());
  assert.deepEqual(await pixel(page, piece.x + 4, piece.y + piece.height + 1), [0x8a, 0x24, 0x56]);
  const title = await page.getByRole('heading', { name: 'Unfeigned' }).boundingBox();
  const dark = await Promise.all([3, 4, 5].map((dx) => pixel(page, title.x + dx, title.y + 12)));
  assert.ok(dark.some(([red]) => red < 0x80), 'the title is painted again');
}, { needs: ['paint'], allow: /CONTEXT_LOST_WEBGL|context lost/i });

for (const [name, stem, extension] of [['ui.wasm', 'ui.wasm', 'lzma'], ['ui.mjs', 'ui', 'mjs']]) {
  test(`${name} missing: the page says so and the editor works`, async () => {
    const broken = await serveWithFakeCore({
      change: (folder) => fs.rmSync(path.join(folder, hashedName(folder, stem, extension))),
    });
    try {
      await visit(at.browser, broken.url, async (page) => {
        await page.getByRole('alert').filter({ hasText: 'could not start' }).waitFor();
        await editorOf(page).focus();
        await page.keyboard.type('Still here.');
        assert.equal(await editorOf(page).inputValue(), 'Still here.');
        assert.equal(await page.getByRole('button', { name: 'Load the page again' }).isVisible(), true);
      }, { isReady: false, allow: /404|wasm|falling back|Failed to|fetch|Aborted|MIME/i });
    } finally {
      await broken.close();
    }
  });
}

story('a page that is not scripted yet can be typed into', async (page) => {
  await editorOf(page).focus();
  await page.keyboard.type('Early words.');
  assert.equal(await editorOf(page).inputValue(), 'Early words.');
}, { isReady: false, allow: /ERR_FAILED/, prepare: (page) => page.route('**/main.*.mjs', (route) => route.abort()) });

test('core.mjs missing: said, retried, and then read', async () => {
  const broken = await serveWithFakeCore();
  const core = path.join(broken.folder, hashedName(broken.folder, 'core', 'mjs'));
  fs.renameSync(core, `${core}.away`);
  try {
    await visit(at.browser, broken.url, async (page) => {
      await page.getByRole('alert').filter({ hasText: 'The checker stopped' }).waitFor();
      await paste(page, kCopy, 'The checker is not running');
      fs.renameSync(`${core}.away`, core);
      await page.getByRole('button', { name: 'Start the checker again' }).click();
      await statusIs(page, '3 findings, 1 noted');
      assert.equal(await page.getByRole('alert').count(), 0);
    }, { allow: /404|Failed to/ });
  } finally {
    await broken.close();
  }
});

story('the checker is fetched before the painter is there', async (page) => {
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /core_worker\./.test(name)));
  assert.equal(await page.evaluate(() => globalThis.unfeigned), undefined);
}, { isReady: false, prepare: (page) => page.route('**/ui.wasm.*', () => {}) });

story('without workers the checker runs on the page', tellStory, {
  prepare: (page) => page.addInitScript(() => {
    globalThis.Worker = class {
      constructor() {
        throw new Error('no workers here');
      }
    };
  }),
});

test('the page works under a sub-path', async () => {
  const sub = await serveWithFakeCore({ prefix: '/some/where/' });
  try {
    await visit(at.browser, sub.url, tellStory);
  } finally {
    await sub.close();
  }
});

story('a phone: one column, nothing beside the screen, findings within reach', async (page) => {
  await paste(page, kCopy, '3 findings, 1 noted');
  await settle(page);
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth }));
  assert.ok(scroll <= client, `the page is ${scroll} wide on a screen of ${client}`);
  const editor = await editorOf(page).boundingBox();
  const panel = await page.locator('#sem-panel').boundingBox();
  assert.ok(editor.width === client && panel.y >= editor.y + editor.height);
  const last = page.getByRole('button', { name: 'Apply: Say who' });
  await last.scrollIntoViewIfNeeded();
  const box = await last.boundingBox();
  assert.ok(box.y >= panel.y && box.y + box.height <= panel.y + panel.height + 1);
  await last.tap();
  assert.match(await editorOf(page).inputValue(), /we ⟨did what⟩/);
}, { needs: ['touch'], context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } });

story('the mirror lies on what is painted, on a dense and a dark screen too', async (page) => {
  await paste(page, kCopy, '3 findings, 1 noted');
  await settle(page);
  const box = await page.getByRole('button', { name: 'Copy result' }).boundingBox();
  const inside = await pixel(page, box.x + 8, box.y + box.height / 2);
  assert.deepEqual(inside, [0x6f, 0xc5, 0xbd], 'the accent of the dark scheme');
  const outside = await pixel(page, box.x - 4, box.y + box.height / 2);
  assert.deepEqual(outside, [0x16, 0x19, 0x1c]);
}, { needs: ['paint', 'emulate'], context: { colorScheme: 'dark', deviceScaleFactor: 1.25 } });
