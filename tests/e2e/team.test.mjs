// Rules of a team: a team.json that is laid beside the built page, and packs that are dropped on it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { dropFile, editorOf, launch, messageIs, paste, ready, visit } from '../support/browser.mjs';
import { builtSite, serveCopy } from '../support/site.mjs';

const rule = (language, pattern) => ({
  id: `hollow-values.${language}.team-motto`, severity: 'grave', since: '1.0.0', patterns: [pattern],
  message: { observed: 'This is our motto.', effect: 'A reader may know it.', missing: 'Say what was done.' },
  suggestions: [{ title: 'Say what was done', replaces: 'sentence', text: 'On ⟨team-day⟩ we ⟨team-deed⟩.' }],
});
const pack = (language, name, rules) => ({
  format: 1, pack: { id: 'acme', language, name, version: '3.1' },
  slots: { 'team-day': 'day', 'team-deed': 'deed' }, rules,
});
const kOff = { id: 'generic-inconvenience.en.inconvenience', status: 'off', because: 'Reviewed by hand.' };
const kText = 'We apologise for any inconvenience this may have caused you on the day. Sunny always, that is us.\n';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

/** A visit to the built site with this team.json beside it. */
async function withTeam(team, steps, options) {
  const site = await serveCopy({ change: (folder) => {
    const text = typeof team === 'string' ? team : JSON.stringify(team);
    fs.writeFileSync(path.join(folder, 'team.json'), text);
  } });
  try {
    await visit(browser, site.url, (page) => steps(page, site), options);
  } finally {
    await site.close();
  }
}

const panel = (page) => page.locator('#sem-panel');
const says = (page, text) => panel(page).getByText(text).first().waitFor({ state: 'attached' });
/** Resolves when the rules of the newest report are these; all rules that are flagged. */
async function flagged(page, has) {
  await page.waitForFunction((wanted) => {
    const rules = globalThis.unfeigned.answer()?.report.findings.map(({ rule: id }) => id);
    return rules && (wanted === '' || rules.includes(wanted));
  }, has);
  return page.evaluate(() => globalThis.unfeigned.answer().report.findings.map(({ rule: id }) => id));
}

test('a rule of the built-in pack that the tests below turn off is there', () => withTeam({ format: 1 }, async (page) => {
  await paste(page, kText);
  assert.ok((await flagged(page, kOff.id)).includes(kOff.id));
  assert.equal(await panel(page).getByText('Rules of your team').count(), 0);
}));

test('the page of a build comes with a team.json that says nothing, and the checker never hears of it', async () => {
  const blank = fs.readFileSync(path.join(builtSite, 'team.json'), 'utf8');
  assert.deepEqual(JSON.parse(blank), { format: 1 });
  const listen = (page) => page.addInitScript(() => {
    globalThis.asked = [];
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function send(request) {
      globalThis.asked.push(Object.keys(request).filter((key) => key !== 'id').join());
      return postMessage.call(this, request);
    };
  });
  await withTeam(blank, async (page) => {
    await page.waitForFunction(() => performance.getEntriesByType('resource')
      .some(({ name, responseEnd }) => name.endsWith('/team.json') && responseEnd > 0));
    await paste(page, kText);
    await flagged(page, kOff.id);
    assert.deepEqual(await page.evaluate(() => [...new Set(globalThis.asked)]), ['start', 'options,text']);
  }, { prepare: listen });
});

const kSamples = [{ title: 'Our own note', text: 'Sunny always.\n\nThat is us.' }];
test('a team.json beside the page is in use without a build', () => (
  withTeam({ ...pack('en', 'Acme', [rule('en', 'sunny always'), kOff]), samples: kSamples }, async (page) => {
    await says(page, 'Acme 3.1, English. Rules added: 1; replaced: 0; turned off: 1.');
    await page.getByRole('button', { name: 'Our own note' }).click();
    assert.equal(await editorOf(page).inputValue(), kSamples[0].text);
    await editorOf(page).fill('');
    await paste(page, kText);
    const rules = await flagged(page, 'hollow-values.en.team-motto');
    assert.ok(!rules.includes(kOff.id), 'the silenced rule speaks');
    assert.equal(await page.getByRole('alert').count(), 0);
    await page.getByRole('button', { name: 'Fill in: Say what was done' }).first().click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'day' }).waitFor();
    assert.match(await page.evaluate(() => globalThis.unfeigned.answer().report.packs[0].id), /^en\+acme$/);
  })));

test('one file brings rules for several languages', () => (
  withTeam([pack('en', 'Acme', [rule('en', 'sunny always')]), pack('pl', 'Akme', [rule('pl', 'zawsze słonecznie')])], async (page) => {
    await says(page, 'Akme 3.1, Polish. Rules added: 1;');
    await paste(page, 'Zawsze słonecznie, mówimy to naszym klientom każdego dnia i w każdej sprawie.\n');
    await flagged(page, 'hollow-values.pl.team-motto');
  })));

test('rules for a language whose own rules cannot be had wait for them', () => (
  withTeam(pack('pl', 'Akme', [rule('pl', 'zawsze słonecznie')]), async (page) => {
    await says(page, 'team.json waits for the rules of this language');
    await page.unroute('**/packs/pl.*');
    await page.clock.fastForward(15_000);
    await paste(page, 'Zawsze słonecznie, mówimy to naszym klientom każdego dnia i w każdej sprawie.\n');
    await flagged(page, 'hollow-values.pl.team-motto');
    await says(page, 'Akme 3.1, Polish.');
    assert.equal(await panel(page).getByText('waits for').count(), 0);
  }, {
    allow: /ERR_FAILED/,
    prepare: async (page) => {
      // On the page's own thread the clock of the checker is the page's clock.
      await page.addInitScript(() => { globalThis.Worker = class { constructor() { throw new Error('no workers here'); } }; });
      await page.clock.install();
      await page.route('**/packs/pl.*', (route) => route.abort());
    },
  })));

for (const [name, team, place] of [
  ['is no JSON', '{"format": 1,\n  "pack": }', 'Line 2, column 11'],
  ['has an unknown key', JSON.stringify({ ...pack('en', 'Acme', [rule('en', 'sunny always')]), colour: 1 }, null, 1), 'at /colour'],
  ['has a pattern that cannot be read', pack('en', 'Acme', [rule('en', 'sunny (always')]), 'at /rules/0/patterns/0'],
  ['is in a language without rules', pack('eng', 'Acme', []), 'No pack of the language "eng"'],
]) {
  test(`a team.json that ${name} is told with its place and left out`, () => withTeam(team, async (page) => {
    await page.getByRole('alert').filter({ hasText: 'team.json has a mistake' }).waitFor({ state: 'attached' });
    await says(page, place);
    await paste(page, kText);
    const rules = await flagged(page, kOff.id);
    assert.ok(!rules.includes('hollow-values.en.team-motto'));
    assert.equal(await page.getByRole('button', { name: 'Start the checker again' }).count(), 0);
  }));
}

test('a pack that is dropped is tried, and stopped', () => withTeam({ format: 1 }, async (page) => {
  await paste(page, kText);
  await flagged(page, kOff.id);
  await dropFile(page, { name: 'mine.json', text: JSON.stringify(pack('en', 'Mine', [rule('en', 'sunny always'), kOff])) });
  await messageIs(page, /^Trying mine\.json\./);
  await says(page, 'Mine 3.1, English. Rules added: 1; replaced: 0; turned off: 1.');
  await flagged(page, 'hollow-values.en.team-motto');
  await dropFile(page, { name: 'worse.json', text: '{"format": 2}' });
  await messageIs(page, /^worse\.json has a mistake/);
  await page.getByRole('alert').filter({ hasText: 'The format 2 is not supported' }).waitFor({ state: 'attached' });
  assert.ok((await flagged(page, kOff.id)).includes(kOff.id));
  await page.getByRole('button', { name: 'Stop using it' }).click();
  await messageIs(page, /^The built-in rules are back/);
  assert.equal(await page.getByRole('alert').count(), 0);
  assert.equal(await editorOf(page).inputValue(), kText, 'the text is as it was');
}));

test('a pack that is tried outlives the checker, and not the page', () => withTeam({ format: 1 }, async (page) => {
  await paste(page, kText);
  await dropFile(page, { name: 'mine.json', text: JSON.stringify(pack('en', 'Mine', [rule('en', 'sunny always')])) });
  await flagged(page, 'hollow-values.en.team-motto');
  await page.evaluate(() => globalThis.lastWorker.onerror(new ErrorEvent('error', { message: 'out of memory' })));
  await editorOf(page).press('End');
  await page.keyboard.insertText(' ');
  await page.getByRole('button', { name: 'Start the checker again' }).click();
  await page.getByRole('button', { name: 'Start the checker again' }).waitFor({ state: 'detached' });
  await flagged(page, 'hollow-values.en.team-motto');
  await says(page, 'Mine 3.1, English.');
  await page.evaluate(() => globalThis.unfeignedBoot.reload());
  await page.waitForFunction(() => globalThis.unfeigned?.answer());
  await ready(page);
  assert.ok(!(await flagged(page, kOff.id)).includes('hollow-values.en.team-motto'));
}, { prepare: (page) => page.addInitScript(() => {
  const Original = globalThis.Worker;
  globalThis.Worker = class extends Original {
    constructor(...given) {
      super(...given);
      globalThis.lastWorker = this;
    }
  };
}) }));
