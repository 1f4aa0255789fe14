// The language that the page speaks, apart from the language of the text: which one is first, how its
// words are fetched, and the few words that stand outside the view. A choice made by hand is kept in
// this browser; one that was only guessed is not.
// @ts-check
import { addressOf, assets } from './assets.mjs';
import { Message, Writer } from './wire.mjs';

/** @typedef {{ id: string, strings: Record<string, string> }} Spoken */

/**
 * What was chosen, or else what the browser asks for, or else the first language there is.
 * @param {import('./store.mjs').Store} store
 */
export function firstLanguage(store) {
  const ids = Object.keys(assets.strings);
  const wanted = [store.read('interface') ?? '', ...(navigator.languages ?? [])]
    .map((tag) => tag.split('-')[0].toLowerCase());
  return wanted.find((id) => ids.includes(id)) ?? ids[0];
}

/** @param {string} id @returns {Promise<Spoken>} */
export async function loadLanguage(id) {
  const response = await fetch(addressOf(assets.strings[id].path));
  if (!response.ok) throw new Error(`the texts of the page answered ${response.status}`);
  return { id, strings: await response.json() };
}

/** Those words of the page that are there before the view, and stay. @param {Spoken} spoken */
export function speakOutside({ id, strings }) {
  document.documentElement.lang = id;
  document.title = strings['page.title'];
  const editor = document.getElementById('editor');
  editor?.setAttribute('aria-label', strings['page.editor']);
  editor?.setAttribute('placeholder', strings['page.placeholder']);
  /** @type {[string, string][]} */
  const texts = [['.skip', 'page.skip'], ['#boot-note', 'page.loading']];
  for (const [selector, key] of texts) {
    const element = document.querySelector(selector);
    if (element) element.textContent = strings[key];
  }
}

/** What the view has to be told, the first time and after a change. @param {Spoken} spoken */
export function spokenMessages({ id, strings }) {
  const boot = new Writer().u32(Message.boot);
  boot.list(Object.entries(strings), ([key, text]) => boot.text(key).text(text));
  boot.list(Object.keys(assets.packs), (pack) => boot.text(pack));
  boot.list(Object.keys(assets.samples[id] ?? {}), (sample) => boot.text(sample));
  const told = new Writer().u32(Message.interface).text(id);
  told.list(Object.entries(assets.strings), ([other, { name }]) => told.text(other).text(name));
  return [boot.done(), told.done()];
}

export function packsMessage() {
  const told = new Writer().u32(Message.packs);
  told.list(assets.facts, ({ language, version, rate }) => told.text(language).text(version).text(rate));
  return told.done();
}
