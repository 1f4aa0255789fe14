// The words of a .docx document: its paragraphs, without pictures, comments and what was deleted.
// @ts-check

const kDocument = /^word\/document\d*\.xml$/;
/** A small file may claim to hold any amount. */
const kMostXml = 64 << 20;

/** @param {Element} paragraph */
function wordsOf(paragraph) {
  let words = '';
  for (const element of paragraph.getElementsByTagName('*')) {
    // A drawn box is written twice, the second time for older programs; and it has paragraphs.
    if (element.parentElement?.localName !== 'r' || element.closest('Fallback')) continue;
    if (parentParagraph(element) !== paragraph) continue;
    if (element.localName === 't') words += element.textContent;
    if (element.localName === 'tab') words += '\t';
    if (element.localName === 'noBreakHyphen') words += '-';
    if (element.localName === 'br' || element.localName === 'cr') words += '\n';
  }
  return words.trim();
}

/** @param {Element} element */
function parentParagraph(element) {
  let at = element.parentElement;
  while (at && at.localName !== 'p') at = at.parentElement;
  return at;
}

/** @param {Uint8Array} bytes @param {string} unzip the address of the library @returns {Promise<string>} */
export async function textOfDocx(bytes, unzip) {
  const { unzipSync } = await import(unzip);
  /** @type {Record<string, Uint8Array>} */
  const parts = unzipSync(bytes, {
    filter: (/** @type {{ name: string, originalSize: number }} */ part) => kDocument.test(part.name) && part.originalSize <= kMostXml,
  });
  const [xml] = Object.values(parts);
  if (!xml) throw new Error('no document inside');
  const tree = new DOMParser().parseFromString(new TextDecoder().decode(xml), 'application/xml');
  if (tree.getElementsByTagName('parsererror').length > 0) throw new Error('not well-formed');
  let text = '';
  for (const paragraph of tree.getElementsByTagNameNS('*', 'p')) {
    if (paragraph.closest('Fallback')) continue;
    const words = wordsOf(paragraph);
    if (words === '') continue;
    const isItem = paragraph.getElementsByTagNameNS('*', 'numPr').length > 0;
    if (text) text += isItem ? '\n' : '\n\n';
    text += isItem ? `- ${words}` : words;
  }
  return text;
}
