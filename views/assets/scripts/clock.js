/**
 * Lets the time left run down: data-clock holds the seconds that the server gave. It is spoken only at five minutes and at
 * one minute (data-five, data-one). When it is over, the form is sent as it is; the server's clock decides.
 */

const SPOKEN = new Map([
  [300, 'five'],
  [60, 'one'],
]);

/** @param {number} seconds */
function written(seconds) {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  return (parts[0] === '00' ? parts.slice(1) : parts).join(':');
}

/** @param {HTMLElement} clock */
function run(clock) {
  const ends = Date.now() + Number(clock.dataset.clock) * 1000;
  const voice = document.createElement('p');
  voice.className = 'vh';
  voice.setAttribute('aria-live', 'polite');
  clock.after(voice);
  let before = Infinity;

  const tick = () => {
    // Counted from the end, not from tick to tick: a phone that slept must not have time left over.
    const left = Math.max(0, Math.ceil((ends - Date.now()) / 1000));
    clock.textContent = written(left);
    for (const [seconds, name] of SPOKEN) {
      if (left <= seconds && before > seconds && before !== Infinity) voice.textContent = clock.dataset[name] ?? '';
    }
    before = left;
    if (left > 0) return;
    clearInterval(ticking);
    clock.closest('form')?.requestSubmit();
  };

  const ticking = setInterval(tick, 1000);
  tick();
}

document.querySelectorAll('[data-clock]').forEach((clock) => run(/** @type {HTMLElement} */ (clock)));
