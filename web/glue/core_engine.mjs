// core.wasm behind two functions: audit a text, and lay a pack of a team upon the built-in ones. The
// first pack is there from the start, the others are fetched when a text needs them. The same file runs
// in the worker and, where no worker can be had, on the page itself.
// @ts-check
import { fetchUnpacked } from './unpack.mjs';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The name that the core knows a built-in pack by. @param {string} id */
const ownFile = (id) => `packs/${id}.json`;

/** A letter that English does without. */
const kForeignLetter = /(?=\P{ASCII})\p{L}/u;
const kPauseMs = 10_000;

/**
 * @typedef {{ file: string, name: string, version: string, language: string, added: number,
 *   replaced: number, silenced: number }} PackNote
 * @typedef {{ packs: PackNote[], samples: { file: string, title: string, text: string }[], waitsFor: string,
 *   mistakes: { line: number, column: number, pointer: string, message: string }[] }} PackAnswer
 */

/** The languages that a pack file speaks of. What is wrong with it is for the core to say. @param {Uint8Array} json */
function languagesOf(json) {
  try {
    return [JSON.parse(decoder.decode(json))].flat().map((part) => String(part?.pack?.language));
  } catch {
    return [];
  }
}

export class CoreEngine {
  /** @param {any} module the instance of core.mjs @param {Record<string, string>} rest packs to come */
  constructor(module, rest = {}) {
    this.module = module;
    this.rest = rest;
    this.triedAt = -kPauseMs;
    /** @type {Promise<boolean> | undefined} */
    this.coming = undefined;
  }

  /**
   * @param {{ module: string, wasm: string, packs: Record<string, string> }} addresses absolute
   * @returns {Promise<CoreEngine>} ready to audit with the first pack
   */
  static async start(addresses) {
    const [[first, url], ...rest] = Object.entries(addresses.packs);
    const [wasm, pack] = [addresses.wasm, url].map(fetchUnpacked);
    // Whichever fails is awaited below, perhaps too late for the browser's taste.
    for (const file of [wasm, pack]) file.catch(() => {});
    const { default: create } = await import(addresses.module);
    const engine = new CoreEngine(await create({ wasmBinary: await wasm }), Object.fromEntries(rest));
    engine.addPack(first, await pack);
    engine.finishPacks();
    return engine;
  }

  /** @param {Uint8Array[]} parts @param {(pointers: number[]) => number} call */
  #withBytes(parts, call) {
    const pointers = parts.map((part) => this.module._uf_alloc(Math.max(1, part.length)));
    // The heap may have moved with the last allocation: it is looked up only now.
    parts.forEach((part, i) => this.module.HEAPU8.set(part, pointers[i]));
    const answer = call(pointers);
    pointers.forEach((pointer) => this.module._uf_free(pointer));
    return answer;
  }

  /** JSON, as it came. */
  #result() {
    const start = this.module._uf_result();
    const size = this.module._uf_result_size();
    return decoder.decode(this.module.HEAPU8.subarray(start, start + size));
  }

  #fail() {
    const { problem, diagnostics } = JSON.parse(this.#result());
    throw new Error([problem, diagnostics?.[0]?.message].filter(Boolean).join(': '));
  }

  /** @param {string} id @param {Uint8Array} json */
  addPack(id, json) {
    if (this.#load(ownFile(id), json)) this.#fail();
  }

  /** @param {string} file @param {Uint8Array} json */
  #load(file, json) {
    const name = encoder.encode(file);
    return this.#withBytes([name, json], ([n, j]) => (
      this.module._uf_load_pack(n, name.length, j, json.length)));
  }

  /** @param {string} file */
  #forget(file) {
    const name = encoder.encode(file);
    this.#withBytes([name], ([n]) => this.module._uf_forget_pack(n, name.length));
  }

  /**
   * Lays a file of a team upon the packs, or takes it away again. One with mistakes leaves everything
   * as it was without it; one for rules that cannot be fetched waits.
   * @param {{ name: string, bytes?: Uint8Array }} file @returns {Promise<string>} a PackAnswer as JSON
   */
  async usePack({ name, bytes }) {
    const missing = bytes ? languagesOf(bytes).filter((id) => id in this.rest) : [];
    if (missing.length > 0) await this.#fetchRest();
    const waitsFor = missing.find((id) => id in this.rest) ?? '';
    this.#forget(name);
    const isLaid = bytes && waitsFor === '';
    const failed = (isLaid && this.#load(name, bytes)) || this.module._uf_ready() !== 0;
    const { packs = [], samples = [], diagnostics = [] } = JSON.parse(this.#result());
    if (failed) {
      this.#forget(name);
      this.module._uf_ready();
    }
    const own = (/** @type {{ file: string }} */ { file }) => file === name;
    return JSON.stringify({ packs: packs.filter(own), samples: samples.filter(own), mistakes: diagnostics, waitsFor });
  }

  /** All packs are there: from now on texts can be audited. */
  finishPacks() {
    if (this.module._uf_ready() !== 0) this.#fail();
  }

  #hasRest() {
    return Object.keys(this.rest).length > 0;
  }

  /**
   * Fetches the packs that are still to come, and says whether they came. Without a network the text is
   * read with what is there, and the next text after a pause tries again.
   */
  #fetchRest() {
    const now = performance.now();
    if (!this.coming && now - this.triedAt < kPauseMs) return Promise.resolve(false);
    this.triedAt = now;
    this.coming ??= this.#addRest().finally(() => { this.coming = undefined; });
    return this.coming;
  }

  /** One that is missing or broken does not keep the others away. */
  async #addRest() {
    const wanted = Object.entries(this.rest);
    const answers = await Promise.allSettled(wanted.map(([, url]) => fetchUnpacked(url)));
    const came = wanted.map(([id]) => id).filter((id, i) => {
      const answer = answers[i];
      return answer.status === 'fulfilled' && this.#load(ownFile(id), answer.value) === 0;
    });
    if (came.length === 0) return false;
    if (this.module._uf_ready() !== 0) {
      came.forEach((id) => this.#forget(ownFile(id)));
      return false;
    }
    came.forEach((id) => delete this.rest[id]);
    return true;
  }

  /**
   * @param {{ language?: string }} options @param {string} text
   * @returns {Promise<string>} the report as JSON: one string goes from thread to thread faster than its parts
   */
  async audit(options, text) {
    const isNamed = (options.language ?? '') in this.rest;
    if (this.#hasRest() && (isNamed || kForeignLetter.test(text))) await this.#fetchRest();
    const report = this.#ask(options, text);
    // Inside a text that the report quotes, the marks would be escaped.
    const isForeign = (/** @type {string} */ json) => json.includes('"kind":"unknown-language"');
    if (!(isForeign(report) && this.#hasRest())) return report;
    const told = await this.#fetchRest() ? this.#ask(options, text) : report;
    if (!(isForeign(told) && this.#hasRest())) return told;
    return told.replace('"notices":[', '"notices":[{"kind":"pack-missing","places":[]},');
  }

  /** @param {{ language?: string }} wanted @param {string} text */
  #ask(wanted, text) {
    // A language whose pack has not come cannot be asked for.
    const options = (wanted.language ?? '') in this.rest ? { ...wanted, language: 'auto' } : wanted;
    const o = encoder.encode(JSON.stringify(options));
    const t = encoder.encode(text);
    const failed = this.#withBytes([o, t], ([op, tp]) => (
      this.module._uf_audit(op, o.length, tp, t.length)));
    if (failed) this.#fail();
    return this.#result();
  }
}
