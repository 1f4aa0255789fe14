// The text of a file: plain text, Markdown, HTML and the documents of word processors; and a pack of
// rules as it is. What cannot be read is said, never guessed at.
// @ts-check
import { textOfDocx } from './docx_text.mjs';
import { textOfHtml } from './html_text.mjs';
import { Told } from './wire.mjs';

export { textOfHtml };

/** An edit that one undo takes back costs a browser the square of its lines; what is pasted does not. */
const kMostText = 200_000;
const kMostLines = 1_000;
/** Pictures make a document large that has little text. */
const kMostFile = 32 << 20;

/** @type {Record<string, string>} */
const kKinds = {
  txt: 'text', text: 'text', md: 'text', markdown: 'text', html: 'html', htm: 'html', docx: 'docx', json: 'pack',
};
/** @type {Record<string, string>} */
const kTypes = { 'text/plain': 'text', 'text/markdown': 'text', 'text/html': 'html' };

/** @param {File} file */
function kindOf({ name, type }) {
  const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '';
  return kKinds[ending] ?? kTypes[type];
}

/** What a page says of its own encoding. @param {Uint8Array} bytes */
function declared(bytes) {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  return /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
}

/** Throws where the bytes are not what they claim to be. @param {Uint8Array} bytes @param {string} [label] */
function decode(bytes, label) {
  const mark = (bytes[0] << 8) | bytes[1];
  const wide = { 0xfffe: 'utf-16le', 0xfeff: 'utf-16be' }[mark];
  const text = new TextDecoder(wide ?? label ?? 'utf-8', { fatal: true }).decode(bytes);
  if (text.includes('\0')) throw new Error('not a text');
  return text;
}

/** @param {string} kind @param {Uint8Array} bytes @param {string} unzip */
async function textOf(kind, bytes, unzip) {
  if (kind === 'docx') return textOfDocx(bytes, unzip);
  return kind === 'html' ? textOfHtml(decode(bytes, declared(bytes))) : decode(bytes);
}

/** The words for it, by their keys. @type {Record<number, string>} */
const kRefusals = {
  [Told.fileTooLarge]: 'message.file-large', [Told.fileUnreadable]: 'message.file-unreadable',
  [Told.fileOfOtherKind]: 'message.file-kind', [Told.fileWithoutText]: 'message.file-empty',
};

/**
 * Says why a file was refused where the page will say it once it is there, or would have; nothing for one
 * that was opened.
 * @param {Record<string, string>} words @param {number} [told]
 */
export function note(words, told) {
  const head = document.getElementById('sem-head');
  head?.replaceChildren();
  if (told === undefined) return;
  const line = document.createElement('p');
  line.className = 'boot-note';
  line.setAttribute('role', 'alert');
  line.textContent = words[kRefusals[told]];
  head?.append(line);
}

/**
 * @param {File} file @param {string} unzip the address of the library for compressed files
 * @returns {Promise<{ text?: string, pack?: Uint8Array, told?: number }>} told: why there is no text
 */
export async function readFile(file, unzip) {
  const kind = kindOf(file);
  if (!kind) return { told: Told.fileOfOtherKind };
  if (file.size > (kind === 'text' ? kMostText * 4 : kMostFile)) return { told: Told.fileTooLarge };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (kind === 'pack') return { pack: bytes };
    const text = await textOf(kind, bytes, unzip);
    if (text.length > kMostText || text.split('\n').length > kMostLines) return { told: Told.fileTooLarge };
    return text.trim() === '' ? { told: Told.fileWithoutText } : { text };
  } catch {
    return { told: Told.fileUnreadable };
  }
}
