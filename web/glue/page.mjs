// The page once ui.wasm is there: connects text, checker, view, painter and mirror. What each of
// them does is in its own file; here is only who tells whom.
// @ts-check
import { addressOf, assets } from './assets.mjs';
import { Asides } from './asides.mjs';
import { Courier } from './courier.mjs';
import { Dress } from './dress.mjs';
import { Effects } from './effects.mjs';
import { Auditor, startEngine } from './engine.mjs';
import { Exports } from './exports.mjs';
import { Geometry } from './geometry.mjs';
import { packsMessage, speakOutside, spokenMessages } from './languages.mjs';
import { loadLater, lookForUpdate, reportShown } from './load_later.mjs';
import { Mirror } from './mirror.mjs';
import { Session } from './session.mjs';
import { Surface } from './surface.mjs';
import { Message, Record, Told, Writer } from './wire.mjs';

/** As EngineStatus in src/app/state.h. */
const EngineStatus = Object.freeze({ loading: 0, ready: 1, failed: 2 });

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

export class Page {
  #starts = 1;

  /**
   * @param {import('./ui_module.mjs').UiModule} ui
   * @param {import('./editor.mjs').Editor} editor
   * @param {import('./inlets.mjs').Inlets} inlets
   * @param {import('./store.mjs').Store} store
   * @param {import('./settings.mjs').Settings} settings
   */
  constructor(ui, editor, inlets, store, settings) {
    /** When the newest report was to be seen, in milliseconds. */
    this.shownAt = 0;
    /** The newest answer that all of the page shows. @type {import('./session.mjs').Session['answer']} */
    this.answer = null;
    this.settings = settings;
    this.ui = ui;
    this.editor = editor;
    this.inlets = inlets;
    this.courier = new Courier(ui, (kind, body) => this.#take(kind, body), () => this.surface.kick(2));
    this.geometry = new Geometry(editor.element, byId('mirror'));
    this.session = new Session(editor, new Asides(store), (bytes) => this.send(bytes));
    this.mirror = new Mirror((node, value) => this.#press(node, value), (node) => this.#focus(node));
    this.surface = new Surface(ui, () => this.#pieces(), () => this.courier.fetch());
    this.auditor = new Auditor(
      () => this.session.job(),
      (revision, report) => this.#reportArrived(revision, report),
      (error) => this.#engineIs(EngineStatus.failed, error.message),
    );
    this.dress = new Dress(this, store);
    this.exports = new Exports(this, addressOf(assets.exporter));
    this.effects = new Effects(this);
    /** @type {Record<string, string>} */
    this.strings = {};
    store.onTrouble = () => this.told(Told.notKept);
    /** What the first screen does without, once it is there. @type {import('./later.mjs').Later | undefined} */
    this.later = undefined;
  }

  /**
   * @param {import('./languages.mjs').Spoken} spoken
   * @param {boolean} isRestored whether the text is a kept draft
   * @param {ReturnType<typeof startEngine>} checker on its way
   */
  start(spoken, isRestored, checker) {
    this.speak(spoken);
    this.send(packsMessage());
    this.#listenToText();
    const canPaint = this.surface.start((now) => this.dress.choice.setCanPaint(now));
    byId('app').classList.remove('booting');
    this.dress.choice.setCanPaint(canPaint);
    this.send(this.session.asides.message());
    this.send(this.settings.message());
    this.editor.noticeRestored();
    this.#textChanged();
    if (isRestored) this.told(Told.draftRestored);
    /** Resolves when all of the page is there, or cannot be had. */
    this.whole = this.#use(checker).then(() => loadLater(this));
    this.inlets.page = this;
    this.inlets.join(this);
  }

  /** Everything in this language from now on. @param {import('./languages.mjs').Spoken} spoken */
  speak(spoken) {
    this.strings = spoken.strings;
    speakOutside(spoken);
    for (const bytes of spokenMessages(spoken)) this.send(bytes);
    this.dress.speak(spoken.strings);
  }

  /** @param {Uint8Array} bytes */
  send(bytes) {
    this.courier.send(bytes);
  }

  /** Starts the checker again. */
  retry() {
    this.#starts += 1;
    return this.#use(startEngine(this.#starts));
  }

  /** @param {ReturnType<typeof startEngine>} checker on its way */
  async #use(checker) {
    this.#engineIs(EngineStatus.loading);
    try {
      const channel = await checker;
      this.#engineIs(EngineStatus.ready);
      await this.later?.team.resend(channel);
      this.auditor.use(channel);
    } catch (error) {
      this.#engineIs(EngineStatus.failed, /** @type {Error} */ (error).message);
      lookForUpdate(this);
    }
  }

  wake() {
    this.auditor.wake();
  }

  /** @param {number} what @param {number} [count] */
  told(what, count = 0) {
    this.send(new Writer().u32(Message.done).u32(what).u32(count).done());
  }

  settingsChanged() {
    this.send(this.settings.message());
    this.surface.recolour();
  }

  forgetAll() {
    this.settings.forget();
    this.session.asides.forgetKept();
    this.dress.choice.forget();
    this.send(this.session.asides.message());
    this.settingsChanged();
  }

  /** @param {number} status @param {string} [problem] */
  #engineIs(status, problem = '') {
    this.send(new Writer().u32(Message.engine).u32(status).text(problem).done());
  }

  /** @param {number} node @param {string} value */
  #press(node, value) {
    this.send(new Writer().u32(Message.invoke).u32(node).text(value).done());
  }

  /** @param {number} node */
  #focus(node) {
    this.ui.focus(node);
    this.surface.kick(1);
  }

  #pieces() {
    return this.geometry.pieces(this.session.highlights(), byId('app').getBoundingClientRect());
  }

  #listenToText() {
    const { element } = this.editor;
    this.editor.onChange(() => this.#textChanged());
    element.addEventListener('scroll', () => this.dress.scrolled(), { passive: true });
    document.addEventListener('selectionchange', () => {
      if (document.activeElement !== element || !this.session.caretMoved()) return;
      this.mirror.revealActive();
    });
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'F8' || this.mirror.dialog.open || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      this.send(new Writer().u32(Message.walk).u32(event.shiftKey ? 0 : 1).done());
      this.mirror.revealActive();
    });
  }

  #textChanged() {
    const told = this.session.textChanged();
    this.auditor.wake();
    // The answer to this text comes soon, and changes more than the text did.
    if (this.auditor.busy) this.surface.clock.wait();
    this.courier.together(() => told.forEach((bytes) => this.send(bytes)), this.surface.clock.isWaiting);
    this.dress.refresh();
  }

  /** @param {number} revision @param {import('./report.mjs').Report} report */
  #reportArrived(revision, report) {
    if (revision !== this.editor.revision) return;
    this.courier.beforeMirror(() => {
      this.courier.together(() => {
        this.session.reportArrived(report);
        this.session.caretMoved();
      });
      this.dress.refresh();
      this.surface.kick(2);
      this.surface.clock.arrive();
    }, this.surface.clock.isOn, () => {
      this.answer = this.session.answer;
      reportShown(this, report);
    });
    this.shownAt = performance.now();
  }

  /** @param {number} kind @param {any} body */
  #take(kind, body) {
    if (kind === Record.effect) this.effects.run(body);
    if (kind === Record.nodes) this.mirror.update(body);
    if (kind === Record.boxes) this.mirror.place(body);
    if (kind === Record.sizes) {
      const { style } = document.documentElement;
      for (const [name, height] of Object.entries(body)) style.setProperty(`--${name}-h`, `${height}px`);
      this.surface.moved();
    }
  }
}
