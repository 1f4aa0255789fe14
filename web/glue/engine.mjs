// The checker behind one promise: start it, ask it. It runs in a worker; where none can be made, on
// this thread. A worker that does not answer in time is ended, and the promise says so.
// @ts-check
import { addressOf, assets } from './assets.mjs';
import { CoreEngine } from './core_engine.mjs';

const kPatienceMs = 20_000;
/** Its files are fetched in that time too, and the painter's come through the same line. */
const kStartPatienceMs = 60_000;

/** Answers are JSON. @typedef {{ ask(request: object): Promise<string>, stop(): void }} Channel */

/** @param {string} url @returns {Channel} */
function workerChannel(url) {
  const worker = new Worker(url, { type: 'module' });
  /** @type {Map<number, { resolve(value: any): void, reject(error: Error): void, timer: number }>} */
  const waiting = new Map();
  let last = 0;
  let ended = '';
  /** @param {string} why */
  const end = (why) => {
    ended = why;
    worker.terminate();
    for (const { reject, timer } of waiting.values()) {
      clearTimeout(timer);
      reject(new Error(why));
    }
    waiting.clear();
  };
  worker.onerror = (event) => {
    event.preventDefault();
    end(event.message || 'the worker could not be loaded');
  };
  worker.onmessage = ({ data }) => {
    const entry = waiting.get(data.id);
    if (!entry) return;
    waiting.delete(data.id);
    clearTimeout(entry.timer);
    if ('problem' in data) entry.reject(new Error(data.problem));
    else entry.resolve(data.result);
  };
  return {
    ask: (request) => new Promise((resolve, reject) => {
      if (ended) {
        reject(new Error(ended));
        return;
      }
      last += 1;
      const patience = 'start' in request ? kStartPatienceMs : kPatienceMs;
      const timer = setTimeout(() => end('the checker did not answer in time'), patience);
      waiting.set(last, { resolve, reject, timer: Number(timer) });
      worker.postMessage({ id: last, ...request });
    }),
    stop: () => end('the checker was stopped'),
  };
}

/** @returns {Channel} */
function localChannel() {
  /** @type {CoreEngine | undefined} */
  let engine;
  return {
    async ask(/** @type {any} */ request) {
      if (request.start) {
        engine = await CoreEngine.start(request.start);
        return 'null';
      }
      if (!engine) return 'null';
      return request.pack ? engine.usePack(request.pack) : engine.audit(request.options, request.text);
    },
    stop() {},
  };
}

/**
 * @param {number} attempt from 1. A failure may have been kept by the browser's cache, so every
 *   further try asks under another name.
 */
function addresses(attempt) {
  const fresh = (/** @type {string} */ path) => (
    attempt === 1 ? addressOf(path) : `${addressOf(path)}?again=${attempt}`);
  const packs = Object.entries(assets.packs).map(([id, path]) => [id, fresh(path)]);
  return {
    worker: fresh(assets.worker),
    start: {
      module: fresh(assets.coreModule),
      wasm: fresh(assets.coreWasm),
      packs: Object.fromEntries(packs),
    },
  };
}

/** @param {number} attempt @returns {Promise<Channel>} a channel whose checker is ready */
export async function startEngine(attempt) {
  const { worker, start } = addresses(attempt);
  /** @type {Channel} */
  let channel;
  try {
    channel = workerChannel(worker);
  } catch {
    channel = localChannel();
  }
  try {
    await channel.ask({ start });
  } catch (error) {
    channel.stop();
    throw error;
  }
  return channel;
}

/** Audits the newest revision whenever the checker is idle; answers to older ones are dropped. */
export class Auditor {
  /**
   * @param {() => { revision: number, text: string, options: object } | null} newest
   *   null while nothing may be audited
   * @param {(revision: number, report: any) => void} onReport
   * @param {(error: Error) => void} onProblem
   */
  constructor(newest, onReport, onProblem) {
    this.newest = newest;
    this.onReport = onReport;
    this.onProblem = onProblem;
    /** @type {Channel | undefined} */
    this.channel = undefined;
    this.busy = false;
    this.audited = '';
    this.round = 0;
  }

  /** The checker has other rules now: the same text is read anew. */
  again() {
    this.round += 1;
    this.wake();
  }

  /** @param {Channel | undefined} channel */
  use(channel) {
    this.channel?.stop();
    this.channel = channel;
    this.audited = '';
    this.busy = false;
    this.wake();
  }

  /** The report of the newest text as the very bytes of the checker. @returns {Promise<string>} */
  async raw() {
    const job = this.newest();
    if (!this.channel || !job) throw new Error('the checker is not running');
    return this.channel.ask({ options: job.options, text: job.text });
  }

  /** What an answer depends on. @param {ReturnType<Auditor['newest']>} job */
  #keyOf(job) {
    return job ? `${this.round} ${job.revision} ${JSON.stringify(job.options)}` : '';
  }

  /** Something changed: text, options, or composition ended. */
  async wake() {
    const job = this.newest();
    if (this.busy || !this.channel || !job) return;
    const key = this.#keyOf(job);
    if (key === this.audited) return;
    const { channel, round } = this;
    this.busy = true;
    try {
      const report = JSON.parse(await channel.ask({ options: job.options, text: job.text }));
      if (channel !== this.channel) return;
      this.audited = key;
      this.busy = false;
      const isNewest = this.#keyOf(this.newest()) === key;
      this.onReport(job.revision, report);
      // A kind that was found is held from now on: the answer to that wish is here already.
      if (isNewest && this.round === round) this.audited = this.#keyOf(this.newest());
    } catch (error) {
      if (channel !== this.channel) return;
      this.busy = false;
      this.onProblem(/** @type {Error} */ (error));
      return;
    }
    this.wake();
  }
}
