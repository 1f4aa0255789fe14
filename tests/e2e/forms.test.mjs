// A bad incident notice in each language becomes a good one by the forms that the page offers and
// nothing else; and every step can be taken back, with its number.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { editorOf, launch, messageIs, paste, visit } from '../support/browser.mjs';
import { root, serveReal } from '../support/site.mjs';

/**
 * The notices, and what a person who knows the facts would answer: for every form of a finding, by its
 * title. What is missing is asked for with an example in the pack, whose facts are used.
 */
const kNotices = {
  en: {
    text: 'Notice about the outage\n\nWe apologise for any inconvenience caused by the recent outage. Mistakes were made. '
      + 'We are working hard to resolve the issue as soon as possible. Thank you for your patience and understanding.\n',
    answers: {
      'Name what it cost': ['09:10 on 3 May', '11:40', 'pay by card'],
      'Say who did what': ['3 May', 'Nora Hale’s team', 'released a change without a second look'],
      'Name who and by when': ['Nora Hale', 'publish the full report', '8 May at 18:00'],
      'Give the end of the wait': ['8 May at 18:00', 'Nora Hale'],
    },
  },
  fr: {
    text: 'Information sur la panne\n\nNous vous prions de nous excuser pour la gêne occasionnée par la panne de notre service. '
      + 'Des erreurs ont été commises. Nos équipes mettent tout en œuvre pour rétablir le service dans les meilleurs délais. '
      + 'Nous vous remercions de votre compréhension.\n',
    answers: {
      'Nommer ce qui a manqué': ['3 mai', 'les terminaux de Nantes n’ont pas répondu', 'deux heures sans paiement par carte'],
      'Mettre un sujet': ['3 mai', 'notre équipe', 'lancé la mise à jour sans relecture', '412 clients n’ont pas pu payer'],
      'Dire la mesure': ['Nora Petit', 'remis en service les 14 terminaux', '3 mai à 11 h 40', 'le 8 mai à 18 h'],
      'Donner la date': ['Le rapport complet', '8 mai à 18 h', 'vous pouvez payer en espèces'],
    },
  },
  pl: {
    text: 'Komunikat w sprawie awarii\n\nPrzepraszamy za wszelkie niedogodności związane z awarią naszego serwisu. Popełniono błędy. '
      + 'Pracujemy nad jak najszybszym usunięciem problemu. Dziękujemy za cierpliwość i wyrozumiałość.\n',
    answers: {
      'Powiedz, co to znaczyło': ['9:10', '11:40', 'płacenie kartą', 'Oddamy po 15 zł', '8 maja'],
      'Podaj, kto co zrobił': ['3 maja', 'wgrał zmianę bez sprawdzenia', 'Cofnęliśmy ją o 11:40'],
      'Podaj stan': ['płacenie kartą', 'druk potwierdzeń', 'Jan Maj', '8 maja o 18:00'],
      'Powiedz, kiedy koniec': ['Druk potwierdzeń', '8 maja o 18:00'],
    },
  },
  zh: {
    text: '关于服务中断的说明\n\n对于此次服务中断给您带来的不便，我们深表歉意。由于系统原因，部分功能无法使用。'
      + '我们正在全力抢修，会尽快恢复。感谢您的理解与支持。\n',
    answers: {
      '写出做不成的事': ['5月3日9:10', '11:40', '刷卡付款'],
      '写出谁和哪一步': ['5月3日9:10', '运维组', '上线改动前没有复查', '412位顾客无法付款'],
      '写出谁和期限': ['林敏', '5月8日18:00', '公布完整报告'],
      '写出读者做了什么': ['等了两个半小时', '运维组', '在5月4日退还了每人15元'],
    },
  },
};

/** What an incident notice owes its reader. */
const kOwed = ['harm', 'responsibility', 'repair', 'explanation', 'timeline', 'regret', 'forbearance', 'contact'];

let browser;
let site;
before(async () => {
  site = await serveReal();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** What stands in the slots of a pack's ask when it reads like its example. */
function factsOf({ text, example }) {
  const parts = text.split(/⟨[^⟩]*⟩/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('(.+?)')}$`).exec(example).slice(1);
}

/** @returns {Record<string, string[]>} the facts of an incident notice, by the title of what asks for them */
function asksOf(language) {
  const { asks } = JSON.parse(fs.readFileSync(path.join(root, 'assets/packs', language, 'asks.json'), 'utf8'));
  const fitting = kOwed.map((component) => asks[component].find(({ genres }) => !genres || genres.includes('incident')));
  return Object.fromEntries(fitting.map((ask) => [ask.title, factsOf(ask)]));
}

/** The number, once the report is of the words that stand in the editor. */
async function numberOf(page, language) {
  await page.waitForFunction((wanted) => {
    const { report } = globalThis.unfeigned.answer() ?? {};
    const { value } = document.getElementById('editor');
    return report?.language === wanted && report.genre === 'incident'
      && report.text.bytes === new TextEncoder().encode(value).length;
  }, language);
  return page.evaluate(() => globalThis.unfeigned.answer().report.score);
}

/** The titles of the forms that are offered now and have an answer here. */
async function offered(page, answers) {
  const names = await page.getByRole('button', { name: /^Fill in: / }).allTextContents();
  return names.map((name) => name.replace('Fill in: ', '')).filter((title) => answers[title]);
}

async function fillIn(page, title, facts) {
  await page.getByRole('button', { name: `Fill in: ${title}`, exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: title });
  const fields = dialog.getByRole('textbox');
  assert.equal(await fields.count(), facts.length, title);
  for (const [i, fact] of facts.entries()) await fields.nth(i).fill(fact);
  await dialog.getByRole('button', { name: 'Put it in' }).click();
  await messageIs(page, /^Put in\. Ctrl/);
}

for (const [language, { text, answers }] of Object.entries(kNotices)) {
  test(`forms alone make a bad notice a good one, and undo takes them back: ${language}`, () => visit(browser, site.url, async (page) => {
    const asks = asksOf(language);
    assert.equal(Object.keys(asks).length, kOwed.length);
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('incident');
    await paste(page, text);
    const steps = [{ number: await numberOf(page, language), text, title: '' }];
    assert.ok(steps[0].number < 40, `begins at ${steps[0].number}`);
    const all = { ...asks, ...answers };
    const findings = await page.evaluate(() => globalThis.unfeigned.answer().report.findings.length);
    for (let next = await offered(page, all); next.length > 0 && steps.length < 20; next = await offered(page, all)) {
      await fillIn(page, next[0], all[next[0]]);
      const number = await numberOf(page, language);
      assert.ok(number > steps.at(-1).number, `${next[0]}: ${steps.at(-1).number} to ${number}`);
      steps.push({ number, text: await editorOf(page).inputValue(), title: next[0] });
    }
    const titles = steps.map(({ title }) => title);
    assert.equal(titles.filter((title) => answers[title]).length, findings, `a form for every finding: ${titles}`);
    assert.ok(titles.some((title) => asks[title]), `something was missing: ${titles}`);
    assert.ok(steps.at(-1).number > 85, `ends at ${steps.at(-1).number}: ${steps.at(-1).text}`);
    assert.doesNotMatch(steps.at(-1).text, /⟨/);
    await editorOf(page).focus();
    for (const { number, text: words, title } of steps.slice(0, -1).reverse()) {
      await page.keyboard.press('Control+z');
      assert.equal(await editorOf(page).inputValue(), words);
      assert.equal(await numberOf(page, language), number, `back before what followed “${title}”`);
    }
  }));
}
