// When a frame is painted: a few after each change, none while the page is idle, and none while
// something is about to come that would change it at once.
// @ts-check

/** Three frames of most displays: as long as highlights may stand where words were before a key. */
const kPatienceMs = 50;

export class Frames {
  #isOn = false;

  #left = 0;

  #request = 0;

  /** Ends a wait that takes too long. @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting = undefined;

  /** @param {(now: number) => boolean} paint says whether it wants to paint again */
  constructor(paint) {
    this.paint = paint;
  }

  get isOn() {
    return this.#isOn;
  }

  get isWaiting() {
    return this.#waiting !== undefined;
  }

  /** @param {boolean} isOn */
  turn(isOn) {
    this.#isOn = isOn;
    if (!isOn) this.go();
  }

  /** @param {number} frames */
  kick(frames) {
    if (!this.#isOn) return;
    this.#left = Math.max(this.#left, frames);
    if (!this.#request && !this.#waiting) this.#request = requestAnimationFrame((now) => this.#frame(now));
  }

  /**
   * A frame can cost more than the answer to a key. Where no graphics card helps, the answer would wait
   * until it is painted. While keys come quickly, the first wait counts.
   */
  wait() {
    if (this.#isOn && !this.#waiting) this.#waiting = setTimeout(() => this.go(), kPatienceMs);
  }

  /** What was waited for takes too long. */
  go() {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    if (this.#left > 0) this.kick(this.#left);
  }

  /**
   * What was waited for is there, and is painted at once: the next frame may be a while away, and has the
   * browser's own work to do.
   */
  arrive() {
    this.go();
    if (!this.#request) return;
    cancelAnimationFrame(this.#request);
    this.#frame(performance.now());
  }

  /** @param {number} now */
  #frame(now) {
    this.#request = 0;
    if (!this.#isOn) return;
    this.#left -= 1;
    if (this.paint(now) || this.#left > 0) this.kick(1);
  }
}
