// The colours of the style sheet, for the painter: one source for the painted and the plain page.
// @ts-check

/** In the order of Ink in src/ui/theme.h. */
export const kPaletteNames = [
  'ground', 'raised', 'sunken', 'line', 'edge', 'text', 'muted', 'accent', 'on-accent', 'focus',
  'note', 'minor', 'notable', 'major', 'grave', 'question', 'noted',
];

/** @returns {number[]} 0xRRGGBB each */
export function readPalette() {
  const style = getComputedStyle(document.documentElement);
  return kPaletteNames.map((name) => {
    const value = style.getPropertyValue(`--${name}`).trim();
    return Number.parseInt(value.slice(1, 7), 16) || 0;
  });
}

/** @param {() => void} listener */
export function onPaletteChange(listener) {
  for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)']) {
    matchMedia(query).addEventListener('change', listener);
  }
}
