// The binary form in which the glue and ui.wasm talk: little-endian words, floats, and texts as a
// length and UTF-8. The other side is src/app/wire.h, messages.h and outbox.h. No logic here.
// @ts-check

/** Kinds of messages, as MessageKind in src/app/messages.h. */
export const Message = Object.freeze({
  boot: 1, report: 2, text: 3, caret: 4, engine: 5, plain: 6, invoke: 7, walk: 8, done: 9,
  interface: 10, packs: 11, asides: 12, settings: 13,
  updateReady: 16, team: 17,
});
/** Kinds of records in the outbox, as RecordKind in src/app/outbox.h. */
export const Record = Object.freeze({ effect: 1, nodes: 2, boxes: 3, sizes: 4 });
/** As EffectKind in src/app/action.h. */
export const Effect = Object.freeze({
  apply: 1, focus: 2, copy: 3, clear: 4, setOptions: 5, setPlain: 6, loadSample: 7, retry: 8,
  putIn: 9, select: 10, goToSlot: 11, setInterface: 12, setAside: 13, takeBack: 14, showAside: 15,
  applyAll: 16, setSetting: 17, forgetAll: 18, export: 19,
  update: 20, loadTeamSample: 21, stopTrying: 22, openFile: 23,
});
/** As Told in src/app/action.h. */
export const Told = Object.freeze({
  copied: 0, copyFailed: 1, applied: 2, stale: 3, cleared: 4, sampleLoaded: 5, putIn: 6,
  notFetched: 7, appliedAll: 8, exported: 9, exportFailed: 10, draftRestored: 11, notKept: 12,
  fileOpened: 13, fileTooLarge: 14, fileUnreadable: 15, fileOfOtherKind: 16, fileWithoutText: 17,
});

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Instead of a size: a text that stands in this message already, at the place that follows. */
const kAgain = 0x80000000;
/** Shorter ones are written as soon as they are found. */
const kShort = 12;

export class Writer {
  /** Where longer texts stand. @type {Map<string, number>} */
  #known = new Map();

  constructor() {
    this.bytes = new Uint8Array(256);
    this.view = new DataView(this.bytes.buffer);
    this.size = 0;
  }

  /** @param {number} more */
  #reserve(more) {
    if (this.size + more <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.size + more));
    grown.set(this.bytes.subarray(0, this.size));
    this.bytes = grown;
    this.view = new DataView(grown.buffer);
  }

  /** Signed or not: the low 32 bits. @param {number} value @returns {this} */
  u32(value) {
    this.#reserve(4);
    this.view.setUint32(this.size, value >>> 0, true);
    this.size += 4;
    return this;
  }

  /** Lone surrogates become U+FFFD, as everywhere in UTF-8. @param {string} value @returns {this} */
  text(value) {
    const before = value.length > kShort ? this.#known.get(value) : undefined;
    if (before !== undefined) return this.u32(kAgain + before);
    if (value.length > kShort) this.#known.set(value, this.size);
    // Three bytes are the most that a UTF-16 unit takes.
    this.#reserve(4 + value.length * 3);
    const { written } = encoder.encodeInto(value, this.bytes.subarray(this.size + 4));
    this.u32(written);
    this.size += written;
    return this;
  }

  /** Texts and numbers, as they come. @param {(string | number)[]} parts @returns {this} */
  all(parts) {
    for (const part of parts) {
      if (typeof part === 'string') this.text(part);
      else this.u32(part);
    }
    return this;
  }

  /** A count and its elements. @template T @param {T[]} list @param {(value: T) => void} each */
  list(list, each) {
    this.u32(list.length);
    list.forEach(each);
    return this;
  }

  done() {
    return this.bytes.subarray(0, this.size);
  }
}

class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = 0;
  }

  u32() {
    this.at += 4;
    return this.view.getUint32(this.at - 4, true);
  }

  f32() {
    this.at += 4;
    return this.view.getFloat32(this.at - 4, true);
  }

  text() {
    const size = this.u32();
    this.at += size;
    return size === 0 ? '' : decoder.decode(this.bytes.subarray(this.at - size, this.at));
  }

  /** @template T @param {() => T} each @returns {T[]} */
  list(each) {
    return Array.from({ length: this.u32() }, each);
  }
}

/** @param {Reader} r */
const readNode = (r) => ({
  parent: r.u32(), role: r.u32(), tag: r.u32(), look: r.u32(), flags: r.u32(),
  text: r.text(), label: r.text(), value: r.text(), lang: r.text(),
  options: r.list(() => ({ value: r.text(), text: r.text() })),
});
/** @typedef {ReturnType<typeof readNode>} ViewNode */
/** One that was told before, and is as it was, comes without what it says. @typedef {{ id: number, told?: ViewNode }} ToldNode */
/** @typedef {{ id: number, x: number, y: number, width: number, height: number }} Box */

/** @type {{ [kind: number]: (r: Reader) => any }} */
const bodies = {
  [Record.effect]: (/** @type {Reader} */ r) => ({
    effect: r.u32(), first: r.u32(), second: r.u32(), revision: r.u32(),
    language: r.text(), genre: r.text(), text: r.text(),
  }),
  [Record.nodes]: (/** @type {Reader} */ r) => r.list(() => {
    const id = r.u32();
    return { id, told: r.u32() ? undefined : readNode(r) };
  }),
  [Record.boxes]: (/** @type {Reader} */ r) => r.list(() => (
    { id: r.u32(), x: r.f32(), y: r.f32(), width: r.f32(), height: r.f32() })),
  [Record.sizes]: (/** @type {Reader} */ r) => ({
    bar: r.f32(), foot: r.f32(), head: r.f32(), panel: r.f32(),
  }),
};

/** All records of an outbox. The bytes must be a copy: the heap moves. @param {Uint8Array} bytes */
export function readOutbox(bytes) {
  const records = [];
  const r = new Reader(bytes);
  while (r.at < bytes.length) {
    const kind = r.u32();
    const end = r.u32() + r.at;
    const body = bodies[kind];
    if (body) records.push({ kind, body: body(r) });
    r.at = end;
  }
  return records;
}
