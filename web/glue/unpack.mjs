// The wasm files and the packs travel as LZMA, which is a sixth smaller than the gzip that servers send,
// and the same where a server sends files as they are. No browser unpacks it by itself, so nothing is
// compiled while it is still coming, and nothing compiled is kept for the next visit.
// @ts-check
// By their files: the library's own door leads to its encoder too, which is four times as large.
import { Decoder } from '../node_modules/lzma1/lib/decoder.js';
import { InputBuffer, OutputBuffer } from '../node_modules/lzma1/lib/streams.js';

/** How each packed file begins: the encoder's only settings (lc 3, lp 0, pb 2). */
const kSettings = 0x5d;
/** Where its header says how many bytes come out. */
const kSizeAt = 5;

/** The library goes on behind the end of a file that was cut off, and makes something up. */
class WholeInput extends InputBuffer {
  readByte() {
    if (this.pos === this.count) throw new Error('cut off');
    return super.readByte();
  }
}

/**
 * @param {Uint8Array} packed
 * @returns {Uint8Array} what it was made of; throws where it is cut off or another file. There is no
 *   checksum: the name of the file carries one, and whoever sends a file under it is trusted.
 */
export function unpacked(packed) {
  if (packed[0] !== kSettings) throw new Error('not packed');
  const size = new DataView(packed.buffer, packed.byteOffset).getUint32(kSizeAt, true);
  const output = new OutputBuffer(size);
  new Decoder().decompress(new WholeInput(packed), output);
  if (output.count !== size) throw new Error('not of its size');
  return output.buf;
}

/** @param {string} url of a packed file @returns {Promise<Uint8Array>} what it was made of */
export async function fetchUnpacked(url) {
  const response = await fetch(url);
  const { pathname } = new URL(url);
  if (!response.ok) throw new Error(`${pathname} answered ${response.status}`);
  const packed = new Uint8Array(await response.arrayBuffer());
  try {
    return unpacked(packed);
  } catch (error) {
    throw new Error(`${pathname} is damaged: ${/** @type {Error} */ (error).message}`);
  }
}
