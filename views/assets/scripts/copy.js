/**
 * Shows the buttons that copy a link and lets them do it: data-copy names the input, data-copied says that it worked.
 * Where nothing can be copied (no secure connection) they stay hidden; the text can be marked by hand.
 */

/** @param {HTMLButtonElement} button */
function offer(button) {
  const words = button.querySelector('span') ?? button;
  button.hidden = false;
  words.setAttribute('aria-live', 'polite');
  button.addEventListener('click', async () => {
    const input = /** @type {HTMLInputElement | null} */ (document.getElementById(button.dataset.copy ?? ''));
    if (!input) return;
    input.select();
    await navigator.clipboard.writeText(input.value);
    words.textContent = button.dataset.copied ?? '';
  });
}

if (navigator.clipboard) {
  document.querySelectorAll('button[data-copy]').forEach((button) => offer(/** @type {HTMLButtonElement} */ (button)));
}
