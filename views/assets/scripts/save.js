/**
 * Keeps the answers of a form safe while somebody works on it. The form works without this: its buttons save, too.
 * Words come from the form: data-saving, data-saved (with {time}), data-waiting. They are shown in the element #saved.
 */

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;
const TYPING_PAUSE_MS = 2000;

/** @param {HTMLFormElement} form */
function keepSaved(form) {
  const line = /** @type {HTMLElement | null} */ (document.querySelector('#saved span'));
  let saved = fieldsOf(form);
  let wait = FIRST_WAIT_MS;
  let timer = 0;
  let leaving = false;
  let turn = 0;
  /** @type {AbortController | null} the post under way; there is never more than one, so answers arrive in order */
  let post = null;

  /** @param {string | undefined} words */
  const say = (words) => {
    if (line && words) line.textContent = words;
  };

  /** @param {number} delay */
  const soon = (delay) => {
    clearTimeout(timer);
    timer = window.setTimeout(save, delay);
  };

  const retry = () => {
    say(form.dataset.waiting);
    soon(wait);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  };

  async function save() {
    let fields = fieldsOf(form);
    if (post || leaving || fields === saved) return;
    post = new AbortController();
    note(form, 'turn', ++turn);
    fields = fieldsOf(form);
    say(form.dataset.saving);
    try {
      const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-requested-with': 'fetch' };
      const answer = await fetch(form.action, { method: 'POST', headers, body: fields, signal: post.signal });
      if (answer.redirected) return void go(answer.url);
      if (answer.status >= 500 || answer.status === 429) return retry();
      const told = await answer.json();
      wait = FIRST_WAIT_MS;
      const unchanged = fieldsOf(form) === fields;
      // The page now knows this answer as the newest, and counts its own posts: an older one that arrives late cannot win.
      if (told.sequence) note(form, 'sequence', told.sequence);
      saved = unchanged ? fieldsOf(form) : fields;
      say(answer.ok ? form.dataset.saved?.replace('{time}', told.time) : told.message);
      if (fieldsOf(form) !== fields) soon(0);
    } catch {
      if (!leaving) retry();
    } finally {
      post = null;
    }
  }

  /** @param {string} address */
  const go = (address) => {
    leaving = true;
    location.assign(address);
  };

  form.addEventListener('change', () => soon(0));
  form.addEventListener('input', () => soon(TYPING_PAUSE_MS));
  form.addEventListener('submit', () => {
    // What the button sends is newer than what is under way.
    leaving = true;
    clearTimeout(timer);
    note(form, 'turn', ++turn);
    post?.abort();
  });
  addEventListener('online', () => soon(0));
  addEventListener('pageshow', () => {
    leaving = false;
    saved = fieldsOf(form);
  });
  addEventListener('beforeunload', (event) => {
    if (!leaving && fieldsOf(form) !== saved) event.preventDefault();
  });
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {number} value
 */
function note(form, name, value) {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = String(value);
}

/** @param {HTMLFormElement} form */
function fieldsOf(form) {
  const pairs = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  return new URLSearchParams(pairs).toString();
}

document.querySelectorAll('form[data-save]').forEach((form) => keepSaved(/** @type {HTMLFormElement} */ (form)));
