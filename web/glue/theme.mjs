// Light or dark by choice instead of by system: the style sheet asks the system, so its questions are
// put in other words that the choice answers. So every colour has one place, in the style sheet.
// @ts-check

/** @typedef {'system' | 'light' | 'dark'} Theme */

const kYes = '(min-width: 0px)';
const kNo = '(max-width: 0px)';
const kQuestion = /\(prefers-color-scheme: (light|dark)\)/g;

/** @type {Map<CSSMediaRule, string>} */
const asWritten = new Map();

/** @param {string | null} value @returns {Theme} */
export function themeOf(value) {
  return value === 'light' || value === 'dark' ? value : 'system';
}

/** A sheet that somebody else put into the page may not be read. @param {CSSStyleSheet} sheet */
function mediaRules(sheet) {
  try {
    return [...sheet.cssRules].filter((rule) => rule instanceof CSSMediaRule);
  } catch {
    return [];
  }
}

/** @param {Theme} theme */
export function wear(theme) {
  for (const rule of [...document.styleSheets].flatMap(mediaRules)) {
    if (!asWritten.has(rule)) asWritten.set(rule, rule.media.mediaText);
    const written = /** @type {string} */ (asWritten.get(rule));
    const wanted = theme === 'system' ? written
      : written.replace(kQuestion, (_, scheme) => (scheme === theme ? kYes : kNo));
    if (rule.media.mediaText !== wanted) rule.media.mediaText = wanted;
  }
  document.documentElement.style.colorScheme = theme === 'system' ? '' : theme;
}
