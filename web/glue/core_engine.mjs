// core.wasm behind two functions: add a pack, audit a text. The same file runs in the worker and,
// where no worker can be had, on the page itself.
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

export class CoreEngine {
  /** @param {any} module the instance of core.mjs */
  constructor(module) {
    this.module = module;
  }

  /**
   * @param {{ module: string, wasm: string, packs: Record<string, string> }} addresses absolute
   * @returns {Promise<CoreEngine>} ready to audit with the first pack
   */
  static async start(addresses) {
    const packs = Object.entries(addresses.packs).map(([id, url]) => ({ id, bytes: fetchBytes(url) }));
    for (const pack of packs) pack.bytes.catch(() => {});
    const { default: create } = await import(addresses.module);
    const engine = new CoreEngine(await create(located(addresses.wasm)));
    for (const pack of packs) engine.addPack(pack.id, await pack.bytes);
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

  #result() {
    const start = this.module._uf_result();
    const size = this.module._uf_result_size();
    return JSON.parse(decoder.decode(this.module.HEAPU8.slice(start, start + size)));
  }

  #fail() {
    const { problem, diagnostics } = this.#result();
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

  /** @param {object} options @param {string} text @returns {object} the report */
  audit(options, text) {
    const o = encoder.encode(JSON.stringify(options));
    const t = encoder.encode(text);
    const failed = this.#withBytes([o, t], ([op, tp]) => (
      this.module._uf_audit(op, o.length, tp, t.length)));
    const result = this.#result();
    if (failed) throw new Error(result.problem ?? 'the audit gave no report');
    return result;
  }
}
