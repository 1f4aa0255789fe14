// The page starts here: the editor works at once, the painter and the checker join when they are
// loaded, and what cannot be loaded is said in words while the text stays where it is.
// @ts-check
import { addressOf, assets } from './assets.mjs';
import { Editor } from './editor.mjs';
import { showFailure } from './failure.mjs';
import { Page } from './page.mjs';
import { Settings } from './settings.mjs';
import { Store } from './store.mjs';
import { UiModule } from './ui_module.mjs';

const store = new Store();
const editor = new Editor(/** @type {HTMLTextAreaElement} */ (document.getElementById('editor')));
const settings = new Settings(store, editor);
const isRestored = settings.draft.restore();

async function loadStrings() {
  const response = await fetch(addressOf(assets.strings));
  if (!response.ok) throw new Error(`the texts of the page answered ${response.status}`);
  return response.json();
}

async function boot() {
  const [strings, ui] = await Promise.all([
    loadStrings(),
    UiModule.load(addressOf(assets.uiModule), addressOf(assets.uiWasm), showFailure),
  ]);
  const page = new Page(ui, editor, store, settings);
  page.start(strings, isRestored);
  // For tests and for whoever wants to look: read only.
  Object.defineProperty(globalThis, 'unfeigned', {
    value: Object.freeze({
      frames: () => page.surface.frames,
      pieces: () => page.surface.painted,
      answer: () => page.session.answer,
      asides: () => page.session.asides.list,
    }),
  });
}

boot().catch((error) => showFailure(String(error?.message ?? error)));
