// core.wasm as bytes in and bytes out, for tests that compare them; nothing is parsed here.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const top = fileURLToPath(new URL('../..', import.meta.url));
const encoder = new TextEncoder();

/** The folder that holds core.mjs and core.wasm. */
export function wasmFolder() {
  const folder = path.resolve(top, process.env.UNFEIGNED_WASM ?? 'build/wasm-release/bin');
  if (!fs.existsSync(path.join(folder, 'core.mjs'))) {
    throw new Error(`${folder} holds no core.mjs; build the preset wasm-release or set UNFEIGNED_WASM`);
  }
  return folder;
}

/** Every file under a folder of the repository, sorted by code unit, as paths from that folder. */
export function filesUnder(folder) {
  const walk = (inner) => fs.readdirSync(path.join(folder, inner), { withFileTypes: true })
    .flatMap((entry) => {
      const name = inner ? `${inner}/${entry.name}` : entry.name;
      return entry.isDirectory() ? walk(name) : [name];
    });
  return walk('').sort((a, b) => (a < b ? -1 : 1));
}

/** The parts of all packs, named as the command line names them. @returns {[string, Buffer][]} */
export function packParts() {
  const folder = path.join(top, 'assets/packs');
  return filesUnder(folder).filter((name) => name.endsWith('.json'))
    .map((name) => [name, fs.readFileSync(path.join(folder, name))]);
}

export class Core {
  #module;

  /** A fresh instance, without packs. */
  static async create() {
    const { default: factory } = await import(pathToFileURL(path.join(wasmFolder(), 'core.mjs')).href);
    const core = new Core();
    core.#module = await factory();
    return core;
  }

  /** An instance with every pack of the repository. */
  static async withPacks(parts = packParts()) {
    const core = await Core.create();
    for (const [name, json] of parts) core.#check(core.loadPack(name, json));
    core.#check(core.ready());
    return core;
  }

  #check({ failed, bytes }) {
    if (failed) throw new Error(bytes.toString());
  }

  #call(inputs, call) {
    const parts = inputs.map((input) => (typeof input === 'string' ? encoder.encode(input) : input));
    const pointers = parts.map((part) => this.#module._uf_alloc(part.length));
    if (pointers.includes(0)) throw new Error('uf_alloc gave nothing');
    // Any call may move the heap, so its view is taken after the last one.
    parts.forEach((part, i) => this.#module.HEAPU8.set(part, pointers[i]));
    const failed = call(...pointers.flatMap((pointer, i) => [pointer, parts[i].length]));
    pointers.forEach((pointer) => this.#module._uf_free(pointer));
    const start = this.#module._uf_result();
    const bytes = Buffer.from(this.#module.HEAPU8.slice(start, start + this.#module._uf_result_size()));
    return { failed: failed !== 0, bytes };
  }

  loadPack(name, json) {
    return this.#call([name, json], this.#module._uf_load_pack);
  }

  ready() {
    return this.#call([], this.#module._uf_ready);
  }

  /** @param {object | string} options @param {string | Uint8Array} text */
  audit(options, text) {
    const json = typeof options === 'string' ? options : JSON.stringify(options);
    return this.#call([json, text], this.#module._uf_audit);
  }

  /** Bytes of the heap, to see that it does not grow without end. */
  heapSize() {
    return this.#module.HEAPU8.length;
  }
}
