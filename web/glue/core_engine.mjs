// core.wasm behind one function: audit a text. The first pack is there from the start, the others are
// fetched when a text needs them. The same file runs in the worker and, where no worker can be had, on
// the page itself.
// @ts-check

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The address of a wasm file beside its module is a hashed one. @param {string} url */
const located = (url) => ({ locateFile: () => url });

/** @param {string} url */
async function fetchBytes(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${new URL(url).pathname} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** A letter that English does without. */
const kForeignLetter = /(?=\P{ASCII})\p{L}/u;
const kPauseMs = 10_000;

export class CoreEngine {
  /** @param {any} module the instance of core.mjs @param {Record<string, string>} rest packs to come */
  constructor(module, rest = {}) {
    this.module = module;
    this.rest = rest;
    this.triedAt = -kPauseMs;
  }

  /**
   * @param {{ module: string, wasm: string, packs: Record<string, string> }} addresses absolute
   * @returns {Promise<CoreEngine>} ready to audit with the first pack
   */
  static async start(addresses) {
    const [[first, url], ...rest] = Object.entries(addresses.packs);
    const bytes = fetchBytes(url);
    bytes.catch(() => {});
    const { default: create } = await import(addresses.module);
    const engine = new CoreEngine(await create(located(addresses.wasm)), Object.fromEntries(rest));
    engine.addPack(first, await bytes);
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
    const name = encoder.encode(`packs/${id}.json`);
    const failed = this.#withBytes([name, json], ([n, j]) => (
      this.module._uf_load_pack(n, name.length, j, json.length)));
    if (failed) this.#fail();
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
  async #fetchRest() {
    const now = performance.now();
    if (now - this.triedAt < kPauseMs) return false;
    this.triedAt = now;
    try {
      const packs = await Promise.all(Object.entries(this.rest).map(async ([id, url]) => [id, await fetchBytes(url)]));
      this.rest = {};
      for (const [id, bytes] of packs) this.addPack(/** @type {string} */ (id), /** @type {Uint8Array} */ (bytes));
      this.finishPacks();
      return true;
    } catch {
      // Said by the report: a part of the text is in a language without rules.
      return false;
    }
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
    const isForeign = report.includes('"kind":"unknown-language"');
    const hasCome = isForeign && this.#hasRest() && await this.#fetchRest();
    return hasCome ? this.#ask(options, text) : report;
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
