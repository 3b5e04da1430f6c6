/**
 * Remembers how far somebody read: when the page is left, the last heading that was reached is sent to the address in data-place,
 * together with the one-time id in data-form. Nothing is lost when it does not arrive.
 */

/** @param {HTMLElement} text */
function remember(text) {
  const headings = [...text.querySelectorAll('h2[id]')];
  let sent = '';

  const send = () => {
    const reached = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 2).at(-1)?.id ?? '';
    if (!reached || reached === sent) return;
    sent = reached;
    navigator.sendBeacon(text.dataset.place ?? '', new URLSearchParams({ form: text.dataset.form ?? '', heading: reached }));
  };

  addEventListener('pagehide', send);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') send();
  });
}

document.querySelectorAll('[data-place]').forEach((text) => remember(/** @type {HTMLElement} */ (text)));
