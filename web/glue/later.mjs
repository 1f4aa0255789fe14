// What the first screen does without: the strip, the receipt beside the number, rules of a team, the page without a network. It is
// fetched when the checker is there.
// @ts-check
import { Offline } from './offline.mjs';
import { listenToPeek } from './peek.mjs';
import { Strip } from './strip.mjs';
import { Team } from './team.mjs';
import { Message, Writer } from './wire.mjs';

export class Later {
  /**
   * @param {import('./page.mjs').Page} page
   * @param {{ team: string, serviceWorker: string }} addresses absolute
   */
  constructor(page, addresses) {
    listenToPeek(page.mirror.press);
    this.strip = new Strip(page);
    this.team = new Team(page);
    this.offline = new Offline(() => page.send(new Writer().u32(Message.updateReady).done()));
    this.team.start(addresses.team);
    const idle = globalThis.requestIdleCallback ?? setTimeout;
    idle(() => this.offline.start(addresses.serviceWorker));
  }
}
