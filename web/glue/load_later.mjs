// Fetches what the first screen does without, once the checker is there; and looks whether the page
// was replaced when a file of it is gone.
// @ts-check
import { addressOf, assets } from './assets.mjs';
import { Message, Writer } from './wire.mjs';

/** @param {import('./page.mjs').Page} page */
export async function lookForUpdate(page) {
  if (await globalThis.unfeignedBoot.isReplaced()) page.send(new Writer().u32(Message.updateReady).done());
}

/** @param {import('./page.mjs').Page} page @param {import('./report.mjs').Report} report */
export function reportShown(page, report) {
  page.later?.strip.refresh();
  page.later?.team.reportArrived(report);
  if (report.notices.some(({ kind }) => kind === 'pack-missing')) lookForUpdate(page);
}

/** @param {import('./page.mjs').Page} page */
export async function loadLater(page) {
  try {
    const { Later } = await import(addressOf(assets.later));
    page.later = new Later(page, {
      team: addressOf(assets.team),
      serviceWorker: addressOf(assets.serviceWorker),
    });
  } catch {
    lookForUpdate(page);
  }
}
