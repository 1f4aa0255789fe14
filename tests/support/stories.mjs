// Stories: each is a test on a fresh page of one site, in the one browser of its file.
import { after, before, test } from 'node:test';
import { can, launch, visit } from './browser.mjs';

/**
 * Serves the site and starts the browser before the first test, and ends both after the last.
 * @param {() => Promise<{ url: string, close(): Promise<void> }>} serve
 * @returns `at`, which holds both while tests run; and `story(name, steps, options)`, which registers a
 *   test: options as visit() takes them, and `needs`, what the story asks of the browser (see `can`). A
 *   browser that lacks it has no such test.
 */
export function storiesOn(serve) {
  /** @type {{ site?: any, browser?: any }} */
  const at = {};
  before(async () => {
    at.site = await serve();
    at.browser = await launch();
  });
  after(async () => {
    await at.browser?.close();
    await at.site?.close();
  });
  const story = (name, steps, { needs = [], ...options } = {}) => {
    if (needs.every((need) => can[need])) test(name, () => visit(at.browser, at.site.url, steps, options));
  };
  return { at, story };
}
