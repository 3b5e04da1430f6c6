/**
 * Saves the answers of a form while somebody works on it; its buttons save without this, too.
 * Says so in #saved, in the words of data-saving, data-saved (with {time}) and data-waiting.
 */

const SOONEST_MS = 1000;
const LATEST_MS = 30_000;
const PAUSE_MS = 2000;
const HEADERS = { 'content-type': 'application/x-www-form-urlencoded', 'x-requested-with': 'fetch' };

/** @param {HTMLFormElement} form */
function keepSaved(form) {
  const line = document.querySelector('#saved span');
  let wait = SOONEST_MS;
  let timer = 0;
  let turn = 0;
  let leaving = false;
  /** @type {AbortController | null} never two: answers arrive in order */
  let post = null;

  const fields = () => new URLSearchParams(/** @type {any} */ (new FormData(form))).toString();
  let saved = fields();

  /** @param {string} [words] */
  const say = (words) => {
    if (line && words) line.textContent = words;
  };

  /** @param {number} delay */
  const soon = (delay) => {
    clearTimeout(timer);
    timer = window.setTimeout(save, delay);
  };

  /** @type {(name: string, value: number) => void} */
  const note = (name, value) => {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = `${value}`;
  };

  const retry = () => {
    say(form.dataset.waiting);
    soon(wait);
    wait = Math.min(wait * 2, LATEST_MS);
  };

  async function save() {
    if (post || leaving || fields() === saved) return;
    post = new AbortController();
    note('turn', ++turn);
    const body = fields();
    say(form.dataset.saving);
    try {
      const answer = await fetch(form.action, { method: 'POST', headers: HEADERS, body, signal: post.signal });
      if (answer.redirected) {
        leaving = true;
        location.assign(answer.url);
      } else if (answer.status >= 500 || answer.status === 429) retry();
      else {
        const told = await answer.json();
        const changed = fields() !== body;
        wait = SOONEST_MS;
        // With this and its turn, an older post that arrives late cannot win.
        if (told.sequence) note('sequence', told.sequence);
        saved = changed ? body : fields();
        say(answer.ok ? form.dataset.saved?.replace('{time}', told.time) : told.message);
        if (changed) soon(0);
      }
    } catch {
      if (!leaving) retry();
    } finally {
      post = null;
    }
  }

  form.addEventListener('change', () => soon(0));
  form.addEventListener('input', () => soon(PAUSE_MS));
  form.addEventListener('submit', () => {
    // What the button sends is newer.
    leaving = true;
    clearTimeout(timer);
    note('turn', ++turn);
    post?.abort();
  });
  addEventListener('online', () => soon(0));
  addEventListener('pageshow', () => {
    leaving = false;
    saved = fields();
  });
  addEventListener('beforeunload', (event) => {
    if (!leaving && fields() !== saved) event.preventDefault();
  });
}

for (const form of document.forms) if ('save' in form.dataset) keepSaved(form);
