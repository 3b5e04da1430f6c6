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
  const began = { clock: Date.now(), steady: performance.now() };
  const ends = Number(clock.dataset.clock) * 1000;
  const voice = document.createElement('p');
  voice.className = 'vh';
  voice.setAttribute('aria-live', 'polite');
  clock.after(voice);
  let before = Infinity;

  const tick = () => {
    // By whichever says more: the steady one may have slept with the phone, the clock may have been set back.
    const gone = Math.max(Date.now() - began.clock, performance.now() - began.steady);
    const left = Math.max(0, Math.ceil((ends - gone) / 1000));
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
