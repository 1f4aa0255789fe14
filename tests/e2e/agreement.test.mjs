// What is written down on both sides of the wasm border, and in the style sheet, is the same.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { kLooks, kTags, Role } from '../../web/glue/mirror_nodes.mjs';
import { kPaletteNames } from '../../web/glue/palette.mjs';
import { Effect, Message, Record, Told } from '../../web/glue/wire.mjs';
import { root } from '../support/site.mjs';

const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');

/** The enumerators of an enum of a header, with their values. */
function enumOf(file, name) {
  const body = read(file).match(new RegExp(`enum class ${name}[^{]*\\{([^}]*)\\}`))[1];
  let value = 0;
  return Object.fromEntries(body.replaceAll(/\/\/.*$/gm, '').split(',').map((part) => part.trim())
    .filter(Boolean).map((part) => {
      const [key, given] = part.split('=').map((each) => each.trim());
      value = given === undefined ? value : Number(given);
      value += 1;
      return [key, value - 1];
    }));
}

/** apply -> Apply */
const asInHeader = (object) => Object.fromEntries(
  Object.entries(object).map(([key, value]) => [key[0].toUpperCase() + key.slice(1), value]));

const kEnums = [
  ['src/app/messages.h', 'MessageKind', Message],
  ['src/app/outbox.h', 'RecordKind', Record],
  ['src/app/action.h', 'EffectKind', Effect],
  ['src/app/action.h', 'Told', Told],
  ['src/app/view.h', 'Role', Role],
];
for (const [file, name, object] of kEnums) {
  test(`${name} is the same on both sides`, () => assert.deepEqual(enumOf(file, name), asInHeader(object)));
}

test('every tag has its class, every look its own', () => {
  const tags = enumOf('src/app/view.h', 'Tag');
  assert.deepEqual(kTags.slice(2), Object.keys(tags).slice(1).map((tag) => tag.toLowerCase()));
  assert.equal(tags.Plain, 1);
  assert.deepEqual(kLooks, Object.keys(enumOf('src/app/view.h', 'Look')).map((look) => `look-${look.toLowerCase()}`));
});

/** The colours of each scheme of the style sheet. */
function schemes() {
  const css = read('web/app.css').split('/* ---- One screen')[0];
  const [base, ...rest] = css.split('@media');
  const colours = (text) => Object.fromEntries([...text.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1], m[2]]));
  const light = colours(base);
  const found = { light };
  for (const part of rest) {
    const isDark = part.includes('dark');
    const isMore = part.includes('contrast');
    const under = isDark && isMore ? { ...light, ...found.dark, ...found['light, more contrast'] } : light;
    found[`${isDark ? 'dark' : 'light'}${isMore ? ', more contrast' : ''}`] = { ...under, ...colours(part) };
  }
  return found;
}

const channel = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const rgb = (hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
const luminance = (colour) => {
  const [r, g, b] = colour.map(channel);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
function contrast(a, b) {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}
const laidOver = (colour, ground, alpha) => colour.map((c, i) => c * alpha + ground[i] * (1 - alpha));

const kLookNames = ['note', 'minor', 'notable', 'major', 'grave', 'question', 'noted'];

test('the style sheet has four schemes, each with every colour the painter asks for', () => {
  const all = schemes();
  assert.deepEqual(Object.keys(all), ['light', 'dark', 'light, more contrast', 'dark, more contrast']);
  for (const [name, colours] of Object.entries(all)) {
    for (const role of kPaletteNames) assert.match(colours[role] ?? '', /^#/, `${name}: ${role}`);
  }
  const inks = Object.keys(enumOf('src/ui/theme.h', 'Ink')).slice(1, -1);
  assert.deepEqual(kPaletteNames.map((name) => name.replace('-', '')), inks.map((ink) => ink.toLowerCase()));
});

for (const [name, colours] of Object.entries(schemes())) {
  test(`contrast is enough: ${name}`, () => {
    const c = Object.fromEntries(Object.entries(colours).map(([role, hex]) => [role, rgb(hex)]));
    const wants = (least, a, b, what) => assert.ok(contrast(a, b) >= least, `${what}: ${contrast(a, b).toFixed(2)}`);
    for (const ground of ['ground', 'raised', 'sunken']) {
      for (const text of ['text', 'muted', 'accent']) wants(4.5, c[text], c[ground], `${text} on ${ground}`);
    }
    for (const ground of ['ground', 'raised']) wants(3, c.edge, c[ground], `edge on ${ground}`);
    for (const ground of ['ground', 'raised', 'sunken']) wants(3, c.focus, c[ground], `focus on ${ground}`);
    wants(4.5, c['on-accent'], c.accent, 'on-accent on accent');
    wants(4.5, c.raised, c.text, 'hint');
    for (const look of kLookNames) {
      wants(3, c[look], c.raised, `${look} on raised`);
      // The strongest tint that is ever laid over words.
      wants(4.5, laidOver(c[look], c.text, 0x44 / 255), laidOver(c[look], c.raised, 0x44 / 255), `text under ${look}`);
    }
  });
}
