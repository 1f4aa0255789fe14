// The receipt beside the number: there while the pointer or the focus is on either, gone by Escape.
// A finger presses, which the mirror tells like any press.
// @ts-check

/** @param {(node: number, value: string) => void} press */
export function listenToPeek(press) {
  const head = /** @type {HTMLElement} */ (document.getElementById('sem-head'));
  const show = (/** @type {boolean} */ isWanted) => {
    const button = /** @type {HTMLElement | null} */ (head.querySelector('.peek'));
    const isShown = button?.getAttribute('aria-expanded') === 'true';
    if (button && isShown !== isWanted) press(Number(button.dataset.node), String(Number(isWanted)));
  };
  const isOn = (/** @type {EventTarget | null} */ target) => (
    target instanceof Element && target.closest('.peek, .popover') !== null);
  const follow = (/** @type {PointerEvent} */ { target, type, pointerType }) => {
    if (pointerType === 'mouse') show((type === 'pointerover' && isOn(target)) || isOn(document.activeElement));
  };
  head.addEventListener('pointerover', follow);
  head.addEventListener('pointerleave', follow);
  head.addEventListener('focusin', ({ target }) => show(isOn(target)));
  head.addEventListener('focusout', () => show(false));
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') show(false);
  });
}
