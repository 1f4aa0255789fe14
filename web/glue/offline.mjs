// The page without a network, and its newer versions. Where no service worker can be had (a private
// window, no https), the page works all the same.
// @ts-check

/** @param {ServiceWorker} worker @returns {Promise<string>} the build that it keeps */
function buildOf(worker) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage('build', [port2]);
  });
}

export class Offline {
  /** @param {() => void} onUpdate a newer version of the page is there */
  constructor(onUpdate) {
    this.onUpdate = onUpdate;
    this.build = document.querySelector('meta[name="build"]')?.getAttribute('content');
    /** @type {ServiceWorkerRegistration | undefined} */
    this.registration = undefined;
    this.isUpdating = false;
  }

  /** @param {string} address of the service worker */
  async start(address) {
    const { serviceWorker } = navigator;
    if (!serviceWorker) return;
    let wasControlled = Boolean(serviceWorker.controller);
    serviceWorker.addEventListener('controllerchange', () => {
      if (this.isUpdating) globalThis.unfeignedBoot.reload();
      // Another tab asked for it; from now on the older files are only where this page has them.
      else if (wasControlled) this.#look(serviceWorker.controller);
      wasControlled = true;
    });
    try {
      this.registration = await serviceWorker.register(address, { updateViaCache: 'none' });
    } catch {
      return;
    }
    const { registration } = this;
    if (!registration) return;
    this.#look(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing;
      worker?.addEventListener('statechange', () => {
        if (worker.state === 'installed') this.#look(registration.waiting);
      });
    });
    // A page that stays open for days asks when it is looked at again.
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) registration.update().catch(() => {});
    });
  }

  /** @param {ServiceWorker | null} worker */
  async #look(worker) {
    if (worker && await buildOf(worker) !== this.build) this.onUpdate();
  }

  /** Shows the newer version; the text goes along. */
  update() {
    const waiting = this.registration?.waiting;
    if (!waiting) return globalThis.unfeignedBoot.reload();
    this.isUpdating = true;
    return waiting.postMessage('take over');
  }
}
