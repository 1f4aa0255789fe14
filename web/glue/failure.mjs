// When the page's own program cannot run: says what happened and what to do. The text stays in its
// box and can be edited and copied there. These words cannot come from a file that may be missing, so
// they are English until the page has learnt others.
// @ts-check

const words = {
  what: 'The checker could not start, so nothing is marked. Your text is safe in the box: you can go '
    + 'on writing, and copy it. Loading the page again may help; your text comes along.',
  again: 'Load the page again',
};

let shown = '';

/** Also what is said already: which of the files comes last is chance. @param {Record<string, string>} strings */
export function failIn(strings) {
  words.what = strings['failure.what'];
  words.again = strings['failure.again'];
  if (shown) showFailure(shown);
}

/** @param {string} reason */
export function showFailure(reason) {
  shown = reason;
  const app = document.getElementById('app');
  const panel = document.getElementById('sem-panel');
  if (!app || !panel) return;
  app.classList.remove('painted', 'booting');
  app.classList.add('plain');
  const box = document.createElement('div');
  box.className = 'problem';
  box.setAttribute('role', 'alert');
  const what = document.createElement('p');
  what.textContent = words.what;
  const why = document.createElement('p');
  why.className = 'small';
  why.textContent = reason;
  const again = document.createElement('button');
  again.type = 'button';
  again.textContent = words.again;
  again.addEventListener('click', () => globalThis.unfeignedBoot.reload());
  box.append(what, why, again);
  panel.replaceChildren(box);
}
