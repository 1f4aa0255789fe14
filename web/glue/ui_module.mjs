// ui.wasm as an object: its numbers, its scratch area and its outbox. Views of its heap are looked
// up anew in every call, because any call may have grown the memory.
// @ts-check
import { fetchUnpacked } from './unpack.mjs';
import { readOutbox } from './wire.mjs';

export const Context = Object.freeze({ start: 0, lost: 1, restored: 2 });
export const Pointer = Object.freeze({ move: 0, gone: 1, down: 2, up: 3 });

/** @typedef {{ finding: number, x: number, y: number, width: number, height: number }} Piece */

export class UiModule {
  /** @param {any} module */
  constructor(module) {
    this.module = module;
  }

  /** @param {string} moduleUrl @param {string} wasmUrl @param {(what: string) => void} onAbort */
  static async load(moduleUrl, wasmUrl, onAbort) {
    const file = fetchUnpacked(wasmUrl);
    file.catch(() => {});
    const { default: create } = await import(moduleUrl);
    /** @type {UiModule | undefined} */
    let ui;
    const module = await create({
      wasmBinary: await file,
      onAbort: (/** @type {string} */ what) => {
        // Nothing of a program that stopped half-way can be asked again.
        if (ui) ui.module = undefined;
        onAbort(String(what));
      },
    });
    ui = new UiModule(module);
    return ui;
  }

  /** @param {Uint8Array} bytes */
  #scratch(bytes) {
    const pointer = this.module._uf_scratch(bytes.length);
    this.module.HEAPU8.set(bytes, pointer);
  }

  /** @param {Uint8Array} bytes */
  send(bytes) {
    if (!this.module) return;
    this.#scratch(bytes);
    if (!this.module._uf_message()) throw new Error('the page and the painter do not fit together');
  }

  /** @param {number} event @returns {boolean} whether the canvas is painted on */
  context(event) {
    return this.module._uf_context(event) === 1;
  }

  /** @param {number} width @param {number} height @param {number} density */
  surface(width, height, density) {
    this.module._uf_surface(width, height, density);
  }

  /** @param {Float32Array} floats */
  regions(floats) {
    this.#scratch(new Uint8Array(floats.buffer));
    this.module._uf_regions();
  }

  /** @param {number[]} colors */
  palette(colors) {
    this.#scratch(new Uint8Array(Uint32Array.from(colors).buffer));
    this.module._uf_palette();
  }

  /** @param {Piece[]} pieces */
  rects(pieces) {
    this.#pieces(pieces);
    this.module._uf_rects();
  }

  /** @param {Piece[]} pieces with shares of the text instead of pixels */
  strip(pieces) {
    this.#pieces(pieces);
    this.module?._uf_strip();
  }

  /** @param {Piece[]} pieces */
  #pieces(pieces) {
    const floats = new Float32Array(pieces.length * 5);
    const words = new Uint32Array(floats.buffer);
    pieces.forEach((piece, i) => {
      words[i * 5] = piece.finding >>> 0;
      floats.set([piece.x, piece.y, piece.width, piece.height], i * 5 + 1);
    });
    this.#scratch(new Uint8Array(floats.buffer));
  }

  /** @param {number} event @param {number} x @param {number} y */
  pointer(event, x, y) {
    this.module?._uf_pointer(event, x, y);
  }

  /** @param {number} node */
  focus(node) {
    this.module?._uf_focus(node);
  }

  /** @param {number} now @returns {boolean} whether another frame is wanted */
  frame(now) {
    return this.module._uf_frame(now) === 1;
  }

  /** @param {boolean} [effectsAlone] what the mirror is told is left for later */
  takeOutbox(effectsAlone = false) {
    if (!this.module) return [];
    const start = this.module._uf_outbox(effectsAlone ? 1 : 0);
    const size = this.module._uf_outbox_size();
    return size === 0 ? [] : readOutbox(this.module.HEAPU8.slice(start, start + size));
  }
}
