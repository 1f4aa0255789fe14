// Runs before the modules, and under a name that no build changes: gives a text back that was handed
// over for loading the page again, and speaks when the modules themselves cannot be had, most often
// because the page was replaced while an older copy of it was still kept somewhere.
// @ts-check
(() => {
  const kKey = 'unfeigned.handover';
  const kWords = {
    en: ['This page was updated, and the older copy that you see can no longer start. Your text is safe in the box and comes along when you load the new version.',
      'A part of the page could not be loaded, so nothing is marked. Your text is safe in the box and comes along when you load the page again.', 'Load the page again'],
    fr: ['Cette page a été mise à jour, et l’ancienne copie que vous voyez ne peut plus démarrer. Votre texte est en sécurité dans le cadre et vous suit quand vous chargez la nouvelle version.',
      'Une partie de la page n’a pas pu être chargée, donc rien n’est marqué. Votre texte est en sécurité dans le cadre et vous suit quand vous rechargez la page.', 'Recharger la page'],
    pl: ['Ta strona została zaktualizowana, a jej starsza kopia, którą widzisz, nie może już ruszyć. Twój tekst jest bezpieczny w polu i przejdzie do nowej wersji po jej wczytaniu.',
      'Nie udało się wczytać części strony, więc nic nie jest zaznaczone. Twój tekst jest bezpieczny w polu i zostanie zachowany, gdy wczytasz stronę ponownie.', 'Wczytaj stronę ponownie'],
    zh: ['本页已更新，您看到的旧版本无法再启动。您的文字仍在输入框中，加载新版本时会一并带过去。',
      '页面有一部分未能加载，因此没有任何标记。您的文字仍在输入框中，重新加载页面时会一并带过去。', '重新加载页面'],
  };
  const editor = /** @type {HTMLTextAreaElement} */ (document.getElementById('editor'));
  let isHandedOver = false;
  let isRefused = false;

  function takeBack() {
    try {
      const kept = sessionStorage.getItem(kKey);
      sessionStorage.removeItem(kKey);
      if (!kept || editor.value !== '') return;
      const { text, start, end } = JSON.parse(kept);
      editor.value = text;
      editor.setSelectionRange(start, end);
    } catch {
      // Storage is forbidden here, so nothing was handed over.
    }
  }

  /** Loads the page again with the text. Without storage the browser asks before it lets go of it. */
  function reload() {
    try {
      const { value: text, selectionStart: start, selectionEnd: end } = editor;
      if (text !== '') sessionStorage.setItem(kKey, JSON.stringify({ text, start, end }));
      isHandedOver = true;
    } catch {
      isRefused = true;
    }
    location.reload();
  }

  /** @param {Document} page */
  const buildOf = (page) => page.querySelector('meta[name="build"]')?.getAttribute('content');

  /** Whether the server has another version of this page; asking also refreshes the browser's copy. */
  async function isReplaced() {
    try {
      const answer = await fetch(location.href, { cache: 'reload' });
      if (!answer.ok) return false;
      const now = new DOMParser().parseFromString(await answer.text(), 'text/html');
      return Boolean(buildOf(now)) && buildOf(now) !== buildOf(document);
    } catch {
      return false;
    }
  }

  /** @param {boolean} isOld @param {Element | null} place */
  function say(isOld, place) {
    const language = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag in kWords) ?? 'en';
    const words = kWords[/** @type {keyof typeof kWords} */ (language)];
    const box = document.createElement('div');
    box.className = 'problem';
    box.lang = language;
    box.setAttribute('role', 'alert');
    const what = document.createElement('p');
    what.textContent = words[isOld ? 0 : 1];
    const again = document.createElement('button');
    again.type = 'button';
    again.textContent = words[2];
    again.addEventListener('click', reload);
    box.append(what, again);
    place?.prepend(box);
  }

  addEventListener('error', async ({ target }) => {
    if (!(target instanceof HTMLScriptElement)) return;
    const isOld = await isReplaced();
    document.getElementById('boot-note')?.remove();
    document.getElementById('app')?.classList.replace('booting', 'plain');
    say(isOld, document.getElementById('sem-panel'));
  }, true);
  addEventListener('load', async () => {
    const app = document.getElementById('app');
    // Scripts wait for style sheets, so what became of ours was told before anybody could listen.
    if (app && getComputedStyle(app).display !== 'grid') say(await isReplaced(), document.body);
  });
  // First in line: a text that is handed over is not lost, so nobody needs to be asked.
  addEventListener('beforeunload', (event) => {
    if (isHandedOver) event.stopImmediatePropagation();
    else if (isRefused && editor.value !== '') event.preventDefault();
  });
  takeBack();
  Object.defineProperty(globalThis, 'unfeignedBoot', { value: Object.freeze({ reload, isReplaced }) });
})();
