// A language's pack for the page: its parts as one, without what only authors and tests need.
import fs from 'node:fs';
import path from 'node:path';

/** Every .json file under the folder, in a fixed order. */
function partsOf(folder) {
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  const sorted = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return sorted.flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return partsOf(full);
    return entry.name.endsWith('.json') ? [full] : [];
  });
}

function slim(rule) {
  const { examples, sources, ...rest } = rule;
  return rest;
}

/** @param {Record<string, { example?: string }[]>} asks */
function slimAsks(asks) {
  const slimmed = Object.entries(asks).map(([component, list]) => [component, list.map(({ example, ...rest }) => rest)]);
  return Object.fromEntries(slimmed);
}

/** Adds the keys of an object to another; two parts must not define the same thing. */
function addKeys(into, from, what, file) {
  for (const [key, value] of Object.entries(from)) {
    if (key in into) throw new Error(`${file} defines ${what} ${key} a second time`);
    into[key] = value;
  }
}

/** @returns the merged part, or nothing where the folder holds none */
export function mergePack(folder) {
  if (!fs.statSync(folder).isDirectory()) return undefined;
  const files = partsOf(folder);
  if (files.length === 0) return undefined;
  const merged = { format: 1 };
  for (const file of files) {
    const { format, rules = [], asks, examples, ...rest } = JSON.parse(fs.readFileSync(file, 'utf8'));
    if (format !== 1) throw new Error(`${file} is not a pack part of format 1`);
    for (const [key, value] of Object.entries(rest)) {
      if (Array.isArray(value) || typeof value !== 'object') addKeys(merged, { [key]: value }, 'the field', file);
      else addKeys(merged[key] ??= {}, value, key, file);
    }
    if (asks) addKeys(merged.asks ??= {}, slimAsks(asks), 'asks', file);
    (merged.rules ??= []).push(...rules.map(slim));
  }
  return merged;
}
