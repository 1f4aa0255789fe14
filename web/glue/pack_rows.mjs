// How the rules of a built-in pack travel: a column for each property, because what is alike packs
// smaller side by side. The site is built with one of these, and the checker undoes it with the other.
// @ts-check

/** @typedef {Record<string, any>} Rule a property is never null */

/** @param {Rule[]} rules @returns {Record<string, any[]>} null where a rule lacks the property */
export function columnsOf(rules) {
  const names = new Set(rules.flatMap((rule) => Object.keys(rule)));
  return Object.fromEntries([...names].map((name) => [name, rules.map((rule) => rule[name] ?? null)]));
}

/** @param {Record<string, any[]>} columns @returns {Rule[]} */
function rowsOf(columns) {
  const names = Object.keys(columns);
  return columns[names[0]].map((_, i) => Object.fromEntries(names
    .filter((name) => columns[name][i] !== null).map((name) => [name, columns[name][i]])));
}

/**
 * The pack as the checker reads it.
 * @param {Uint8Array} bytes as they came; what is no such pack stays as it is, for the checker to say what it is
 */
export function withRows(bytes) {
  try {
    const pack = JSON.parse(new TextDecoder().decode(bytes));
    return new TextEncoder().encode(JSON.stringify({ ...pack, rules: rowsOf(pack.rules) }));
  } catch {
    return bytes;
  }
}
