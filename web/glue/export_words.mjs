// The wording of a report that is made for taking away: the page's own strings, by key.
// @ts-check

export class Words {
  /** @param {Record<string, string>} strings @param {string} lang of the interface */
  constructor(strings, lang) {
    this.strings = strings;
    this.rules = new Intl.PluralRules(lang);
  }

  /** @param {string} key @param {Record<string, string | number>} [values] */
  say(key, values = {}) {
    return (this.strings[key] ?? key).replace(/\{(\w+)\}/g, (all, name) => String(values[name] ?? all));
  }

  /** @param {string} key @param {number} n */
  count(key, n) {
    const form = `${key}.${this.rules.select(n)}`;
    return this.say(form in this.strings ? form : `${key}.other`, { n });
  }

  /** With one decimal, as the language writes it. @param {number} amount */
  tenths(amount) {
    return amount.toFixed(1).replace('.', this.strings['number.decimal'] ?? '.');
  }

  /** With its sign. @param {number} amount */
  signed(amount) {
    return (amount < 0 ? '\u2212' : '+') + this.tenths(Math.abs(amount));
  }

  /** A name of a closed set, or the id itself where it is newer than these words. @param {string} prefix @param {string} id */
  name(prefix, id) {
    return this.strings[`${prefix}.${id}`] ?? id;
  }
}
