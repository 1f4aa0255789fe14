// The page starts here: the editor works at once, the painter and the checker join when they are
// loaded, and what cannot be loaded is said in words while the text stays where it is.
// @ts-check
import { addressOf, assets } from './assets.mjs';
import { Editor } from './editor.mjs';
import { startEngine } from './engine.mjs';
import { failIn, showFailure } from './failure.mjs';
import { Inlets } from './inlets.mjs';
import { firstLanguage, loadLanguage, speakOutside } from './languages.mjs';
import { Page } from './page.mjs';
import { Settings } from './settings.mjs';
import { Store } from './store.mjs';
import { UiModule } from './ui_module.mjs';

const store = new Store();
const editor = new Editor(/** @type {HTMLTextAreaElement} */ (document.getElementById('editor')));
const settings = new Settings(store, editor);
const isRestored = settings.draft.restore();
const speaking = learnToSpeak();
const inlets = new Inlets(editor, speaking);
// It gets ready beside the painter. What keeps it from starting is told by the page, once that is there.
const checker = startEngine(1);
checker.catch(() => {});

/** English where the wanted language cannot be had: its words are kept in more places. */
async function learnToSpeak() {
  const id = firstLanguage(store);
  const english = Object.keys(assets.strings)[0];
  const spoken = await loadLanguage(id).catch((error) => {
    if (id === english) throw error;
    return loadLanguage(english);
  });
  failIn(spoken.strings);
  speakOutside(spoken);
  return spoken;
}

async function boot() {
  const [spoken, ui] = await Promise.all([
    speaking,
    UiModule.load(addressOf(assets.uiModule), addressOf(assets.uiWasm), showFailure),
  ]);
  const page = new Page(ui, editor, inlets, store, settings);
  page.start(spoken, isRestored, checker);
  // For tests and for whoever wants to look: read only.
  Object.defineProperty(globalThis, 'unfeigned', {
    value: Object.freeze({
      frames: () => page.surface.frames,
      shownAt: () => page.shownAt,
      pieces: () => page.surface.painted,
      answer: () => page.answer,
      asides: () => page.session.asides.list,
      isWhole: () => page.later !== undefined,
    }),
  });
}

boot().catch((error) => {
  checker.then((channel) => channel.stop(), () => {});
  showFailure(String(error?.message ?? error));
});
