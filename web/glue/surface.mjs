// The canvas: its size, what is painted on it, the pointer.
// @ts-check
import { Frames } from './frames.mjs';
import { onPaletteChange, readPalette } from './palette.mjs';
import { Context, Pointer } from './ui_module.mjs';

/** In the order of uf_regions in src/wasm/ui.cpp. */
const kRegions = ['sem-bar', 'sem-foot', 'sem-head', 'sem-panel', 'editor', 'strip'];

export class Surface {
  /**
   * @param {import('./ui_module.mjs').UiModule} ui
   * @param {() => { finding: number, x: number, y: number, width: number, height: number }[]} pieces
   *   where the highlights are now
   * @param {() => void} onFrame after each frame: the outbox may hold something
   */
  constructor(ui, pieces, onFrame) {
    this.ui = ui;
    this.pieces = pieces;
    this.onFrame = onFrame;
    this.app = /** @type {HTMLElement} */ (document.getElementById('app'));
    this.canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('ui'));
    this.panel = /** @type {HTMLElement} */ (document.getElementById('sem-panel'));
    this.elements = kRegions.map((id) => /** @type {HTMLElement} */ (document.getElementById(id)));
    this.clock = new Frames((now) => this.#frame(now));
    this.frames = 0;
    this.geometryIsOld = true;
    /** @type {ReturnType<typeof pieces>} */
    this.painted = [];
    this.#listen();
  }

  #listen() {
    const observer = new ResizeObserver(() => this.moved());
    observer.observe(this.app);
    this.elements.forEach((element) => observer.observe(element));
    this.panel.addEventListener('scroll', () => this.kick(1), { passive: true });
    document.fonts?.ready.then(() => this.moved());
    const watchDensity = () => {
      matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
        this.moved();
        watchDensity();
      }, { once: true });
    };
    watchDensity();
    const send = (/** @type {number} */ kind) => (/** @type {PointerEvent} */ event) => {
      if (!this.clock.isOn) return;
      const origin = this.app.getBoundingClientRect();
      this.ui.pointer(kind, event.clientX - origin.x, event.clientY - origin.y);
      this.kick(2);
    };
    this.app.addEventListener('pointermove', send(Pointer.move));
    this.app.addEventListener('pointerdown', send(Pointer.down));
    addEventListener('pointerup', send(Pointer.up));
    addEventListener('pointercancel', send(Pointer.gone));
    this.app.addEventListener('pointerleave', send(Pointer.gone));
  }

  /**
   * @param {(canPaint: boolean) => void} onChange when the canvas is lost, and when it is back
   * @returns {boolean} whether there is something to paint on
   */
  start(onChange) {
    this.canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();
      onChange(this.ui.context(Context.lost));
    });
    this.canvas.addEventListener('webglcontextrestored', () => {
      onChange(this.ui.context(Context.restored));
    });
    onPaletteChange(() => this.recolour());
    const canPaint = this.ui.context(Context.start);
    this.ui.palette(readPalette());
    return canPaint;
  }

  recolour() {
    this.ui.palette(readPalette());
    this.kick(2);
  }

  /** @param {boolean} isOn */
  turn(isOn) {
    this.clock.turn(isOn);
    this.painted = [];
    if (isOn) this.moved();
  }

  /** Text or boxes are elsewhere now. */
  moved() {
    this.geometryIsOld = true;
    this.kick(2);
  }

  /** @param {number} frames */
  kick(frames) {
    this.clock.kick(frames);
  }

  #measure() {
    const origin = this.app.getBoundingClientRect();
    const floats = new Float32Array(25);
    this.elements.forEach((element, i) => {
      const box = element.getBoundingClientRect();
      // Without borders and scroll bar: what may be painted on.
      floats.set([box.x - origin.x + element.clientLeft, box.y - origin.y + element.clientTop,
        element.clientWidth, element.clientHeight], i * 4);
    });
    floats[24] = this.panel.scrollTop;
    const density = devicePixelRatio;
    const width = Math.round(origin.width * density);
    const height = Math.round(origin.height * density);
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
    }
    this.ui.surface(origin.width, origin.height, density);
    this.ui.regions(floats);
  }

  /** @param {number} now @returns {boolean} whether another one is wanted */
  #frame(now) {
    if (!this.ui.module) return false;
    this.#measure();
    if (this.geometryIsOld) {
      this.geometryIsOld = false;
      this.painted = this.pieces();
      this.ui.rects(this.painted);
    }
    const wantsMore = this.ui.frame(now);
    this.frames += 1;
    this.onFrame();
    return wantsMore;
  }
}
