// Everything that the page keeps in this browser: small choices and, only where the reader asked for
// it, the draft. Storage may be forbidden or full: nothing breaks then, and it is said once.
// @ts-check

const kPrefix = 'unfeigned.';

export class Store {
  #hasComplained = false;

  /** @type {() => void} called once, when something could not be kept */
  onTrouble = () => {};

  #complain() {
    if (this.#hasComplained) return;
    this.#hasComplained = true;
    this.onTrouble();
  }

  /** @param {string} key @returns {string | null} */
  read(key) {
    try {
      return localStorage.getItem(kPrefix + key);
    } catch {
      return null;
    }
  }

  /** @param {string} key @param {string} value @returns {boolean} whether it is kept now */
  write(key, value) {
    try {
      localStorage.setItem(kPrefix + key, value);
      return true;
    } catch {
      this.#complain();
      return false;
    }
  }

  /** Where nothing can be kept, there is nothing to take away. @param {string} key */
  remove(key) {
    try {
      localStorage.removeItem(kPrefix + key);
    } catch {
      // See read().
    }
  }

  /** @param {string} key @param {boolean} isSet */
  flag(key, isSet) {
    if (isSet) return this.write(key, '1');
    this.remove(key);
    return true;
  }

  /** A list of short texts. What somebody else wrote there is none. @param {string} key @returns {string[]} */
  list(key) {
    try {
      const value = JSON.parse(this.read(key) ?? '[]');
      return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
    } catch {
      return [];
    }
  }

  /** Forgets every key of ours, also those of other versions of the page. */
  clear() {
    try {
      Object.keys(localStorage).filter((key) => key.startsWith(kPrefix))
        .forEach((key) => localStorage.removeItem(key));
    } catch {
      this.#complain();
    }
  }
}
