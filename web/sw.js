// Keeps the page for times without a network. The page itself is asked for first and kept copies are
// the second choice; files that carry the hash of their content never change, so their copies come
// first. A new version waits until somebody presses for it: a page in use keeps the files it began
// with. The build of the site fills in the three constants.
const kBuild = 'BUILD';
/** Named by their content, or with a contract that does not change. */
const kKept = ['KEPT'];
/** May change without a new build. */
const kLoose = ['LOOSE'];

const kPatienceMs = 2000;
const { scope } = self.registration;
// Several copies of the page may live on one origin, each in a folder of its own.
const kFamily = `unfeigned ${scope} `;
const kCache = kFamily + kBuild;
const own = () => caches.open(kCache);

async function install() {
  const answer = await fetch(scope, { cache: 'no-cache' });
  const html = await answer.text();
  // In the midst of a deployment: the browser tries again another time.
  if (!answer.ok || !html.includes(`name="build" content="${kBuild}"`)) throw new Error('the page is of another build');
  const cache = await own();
  await cache.addAll(kKept.map((name) => new URL(name, scope).href));
  await cache.put(scope, new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } }));
  await Promise.allSettled(kLoose.map((name) => cache.add(new Request(new URL(name, scope), { cache: 'no-cache' }))));
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(kFamily) && name !== kCache).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** @param {Response} answer */
const isPage = (answer) => answer.ok || answer.type === 'opaqueredirect';
/** A file that was taken away is no failure. @param {Response} answer */
const isFinal = (answer) => answer.status < 500;

/**
 * What comes from the network in time, or the copy.
 * @param {Request} request @param {string} key @param {(answer: Response) => boolean} isGood
 */
async function networkFirst(request, key, isGood) {
  const copy = () => own().then((cache) => cache.match(key));
  const asked = fetch(request);
  try {
    const answer = await Promise.race([asked, new Promise((resolve) => { setTimeout(resolve, kPatienceMs); })]);
    if (answer && isGood(answer)) return answer;
  } catch {
    // No network.
  }
  return await copy() ?? asked;
}

/** @param {Request} request @param {string} key */
async function loose(request, key) {
  const answer = await networkFirst(request, key, isFinal);
  const cache = await own();
  if (answer.ok) await cache.put(key, answer.clone());
  else if (answer.status === 404) await cache.delete(key);
  return answer;
}

/** @param {Request} request @param {string} key */
async function keptFirst(request, key) {
  return await (await own()).match(key) ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', ({ data, ports }) => {
  if (data === 'build') ports[0].postMessage(kBuild);
  if (data === 'take over') self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return;
  const key = request.url.replace(/[?#].*$/, '');
  const name = key.slice(scope.length);
  if (request.mode === 'navigate') {
    if (name === '' || name === 'index.html') event.respondWith(networkFirst(request, scope, isPage));
  } else if (kKept.includes(name)) event.respondWith(keptFirst(request, key));
  else if (kLoose.includes(name)) event.respondWith(loose(request, key));
});
