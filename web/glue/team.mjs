// Rules of a team: team.json beside the page, and a pack that is dropped on it to be tried. The
// checker reads them; here is only which there are, and what it said of each.
// @ts-check
import { Message, Told, Writer } from './wire.mjs';

/** As TeamStatus in src/app/team.h. */
const TeamStatus = Object.freeze({ inUse: 0, broken: 1, waiting: 2 });
const kOwn = 'team.json';

/** @typedef {import('./core_engine.mjs').PackAnswer} PackAnswer */
/** @typedef {{ name: string, isTried: boolean, bytes: Uint8Array, answer: PackAnswer }} TeamFile */

/** @param {PackAnswer} answer */
function statusOf({ waitsFor, mistakes }) {
  if (waitsFor) return TeamStatus.waiting;
  return mistakes.length > 0 ? TeamStatus.broken : TeamStatus.inUse;
}

/** Two files of one name are still two. @param {TeamFile} file */
const coreName = (file) => (file.isTried ? `tried/${file.name}` : file.name);

/** The file that the page comes with says nothing, and laying it on the rules would read them all anew. @param {Uint8Array} bytes */
function isBlank(bytes) {
  try {
    const part = JSON.parse(new TextDecoder().decode(bytes));
    return part.format === 1 && Object.keys(part).length === 1;
  } catch {
    return false;
  }
}

export class Team {
  /** @param {import('./page.mjs').Page} page */
  constructor(page) {
    this.page = page;
    /** @type {TeamFile[]} */
    this.files = [];
  }

  /** @param {string} address */
  async start(address) {
    try {
      const response = await fetch(address, { cache: 'no-cache' });
      const bytes = response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
      if (bytes && !isBlank(bytes)) await this.#use(kOwn, false, bytes);
    } catch {
      // There is no network, or no such file: the built-in rules are all there is.
    }
  }

  /** @param {string} name @param {Uint8Array} bytes */
  async tryOut(name, bytes) {
    await this.stop();
    await this.#use(name, true, bytes);
  }

  async stop() {
    const tried = this.files.find((file) => file.isTried);
    if (!tried) return;
    this.files = this.files.filter((file) => file !== tried);
    await this.page.auditor.channel?.ask({ pack: { name: coreName(tried) } });
    this.#changed();
  }

  /** @param {number} index */
  loadSample(index) {
    const sample = this.files.flatMap(({ answer }) => answer.samples)[index];
    if (!sample) return;
    this.page.editor.load(sample.text);
    this.page.send(new Writer().u32(Message.done).u32(Told.sampleLoaded).u32(0).done());
  }

  /** @param {string} name @param {boolean} isTried @param {Uint8Array} bytes */
  async #use(name, isTried, bytes) {
    const file = { name, isTried, bytes, answer: { packs: [], samples: [], mistakes: [], waitsFor: '' } };
    this.files.push(file);
    await this.#ask(file, this.page.auditor.channel);
    this.#changed();
  }

  /** @param {TeamFile} file @param {import('./engine.mjs').Channel | undefined} channel */
  async #ask(file, channel) {
    const answer = await channel?.ask({ pack: { name: coreName(file), bytes: file.bytes } });
    if (answer) file.answer = JSON.parse(answer);
  }

  /** A checker that was started again knows nothing of them. @param {import('./engine.mjs').Channel} channel */
  async resend(channel) {
    for (const file of this.files) await this.#ask(file, channel);
    this.#tell();
  }

  /** The rules that a file waited for may have come with a text. @param {import('./report.mjs').Report} report */
  async reportArrived(report) {
    const languages = report.packs.map(({ language }) => language);
    const ready = this.files.filter(({ answer }) => languages.includes(answer.waitsFor));
    if (ready.length === 0) return;
    for (const file of ready) await this.#ask(file, this.page.auditor.channel);
    this.#changed();
  }

  #changed() {
    this.#tell();
    this.page.auditor.again();
  }

  #tell() {
    const message = new Writer().u32(Message.team);
    message.list(this.files, (file) => {
      const { packs, samples, mistakes, waitsFor } = file.answer;
      message.text(file.name).u32(Number(file.isTried)).u32(statusOf(file.answer)).text(waitsFor);
      message.list(packs, (pack) => message.text(pack.name).text(pack.version).text(pack.language)
        .u32(pack.added).u32(pack.replaced).u32(pack.silenced));
      message.list(mistakes, (one) => message.u32(one.line).u32(one.column).text(one.pointer).text(one.message));
      message.list(samples, ({ title }) => message.text(title));
    });
    this.page.send(message.done());
  }
}
