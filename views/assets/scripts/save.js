/**
 * Saves the answers of a form while somebody works on it, and keeps on this device what has not arrived yet, until it has: its buttons save without
 * this, too. Says so in #saved (data-saving, data-saved with {time}, data-waiting) and in #waiting (data-outbox with {saved}, {count}, {waiting}).
 */

const SOONEST_MS = 1000;
const LATEST_MS = 30_000;
const PAUSE_MS = 2000;
const HEADERS = { 'content-type': 'application/x-www-form-urlencoded', 'x-requested-with': 'fetch' };
const BOX = 'answers ';

/** What waits for the line: a post by the address it goes to, under the name of its attempt. Nothing is kept where that is not possible. */
/** @type {(attempt: string) => Record<string, string>} */
const waitingIn = (attempt) => {
  try {
    return JSON.parse(localStorage.getItem(BOX + attempt) ?? '{}');
  } catch {
    return {};
  }
};

/** @type {(attempt: string, action: string, body: string | null) => void} */
function keep(attempt, action, body) {
  const waiting = waitingIn(attempt);
  if (body === null) delete waiting[action];
  else waiting[action] = body;
  try {
    if (Object.keys(waiting).length) localStorage.setItem(BOX + attempt, JSON.stringify(waiting));
    else localStorage.removeItem(BOX + attempt);
  } catch {
    // The page still holds it.
  }
}

/** @param {HTMLFormElement} form */
function keepSaved(form) {
  const { attempt = '' } = form.dataset;
  const line = document.querySelector('#saved span');
  const box = document.querySelector('#waiting');
  const answers = 'save' in form.dataset;
  const own = new URL(form.action).pathname;
  let wait = SOONEST_MS;
  let timer = 0;
  let turn = 0;
  let leaving = false;
  /** What was pressed and has not arrived. */
  let going = '';
  /** @type {AbortController | null} never two: answers arrive in order */
  let post = null;

  const fields = () => new URLSearchParams(/** @type {any} */ (new FormData(form))).toString();
  let saved = fields();

  /** @param {string} [words] */
  const say = (words) => {
    if (line && words) line.textContent = words;
  };

  const count = () => {
    const waiting = Object.keys(waitingIn(attempt)).length;
    const { outbox = '', count: all = '0', done = '0' } = form.dataset;
    const told = outbox.replace('{saved}', `${Math.min(Number(done), Number(all) - waiting)}`).replace('{count}', all);
    if (box) box.textContent = waiting ? told.replace('{waiting}', `${waiting}`) : '';
    return waiting;
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
    count();
    soon(wait);
    wait = Math.min(wait * 2, LATEST_MS);
  };

  /**
   * Sends one post. True when it has arrived, whatever came of it; what may arrive later is kept.
   * @type {(action: string, body: string) => Promise<{ ok: boolean, told: any, out: boolean } | null>}
   */
  async function send(action, body) {
    post = new AbortController();
    try {
      const answer = await fetch(action, { method: 'POST', headers: HEADERS, body, signal: post.signal });
      if (answer.redirected) {
        leaving = true;
        location.assign(answer.url);
        return null;
      }
      if (answer.status >= 500 || answer.status === 429) return null;
      // Whoever is not signed in any more keeps the answer here.
      return { ok: answer.ok, told: await answer.json(), out: answer.status === 401 };
    } catch {
      return null;
    } finally {
      post = null;
    }
  }

  /** What other pages of this attempt could not send. */
  async function flush() {
    for (const [action, body] of Object.entries(waitingIn(attempt))) {
      if (action === own && answers) continue;
      const arrived = await send(action, body);
      if (!arrived || arrived.out) return false;
      keep(attempt, action, null);
    }
    count();
    return true;
  }

  /** Sends this page's answer, and the press that has not arrived; then what waits elsewhere. */
  async function save() {
    if (post || leaving) return;
    if (answers && (going || fields() !== saved)) {
      note('turn', ++turn);
      const body = fields();
      keep(attempt, own, body);
      say(form.dataset.saving);
      const pressed = going;
      const arrived = await send(own, pressed ? `${body}&${pressed}` : body);
      if (leaving) return;
      if (!arrived) return pressed === going ? retry() : soon(0);
      wait = SOONEST_MS;
      const { ok, told, out } = arrived;
      const more = fields() !== body;
      // With this and its turn, an older post that arrives late cannot win.
      if (told.sequence) note('sequence', told.sequence);
      saved = more ? body : fields();
      if (!more && !out) keep(attempt, own, null);
      if (pressed) return go(ok ? told.to : null);
      say(told.message ?? (ok ? form.dataset.saved?.replace('{time}', told.time) : ''));
      if (out) return;
      if (more || going) return soon(0);
    }
    if (!(await flush()) && !leaving) return retry();
    if (going) go(null);
  }

  /** After a press: to the place it leads to; what is to be corrected, or chosen between, has a page of its own. */
  function go(/** @type {string | null} */ to) {
    leaving = true;
    if (to) return location.assign(to);
    for (const [name, value] of new URLSearchParams(answers ? going : '')) {
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
    }
    form.submit();
  }

  /** @param {SubmitEvent} event */
  function press(event) {
    const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
    // Handing in waits for what waits.
    if (!answers && !Object.keys(waitingIn(attempt)).length) return;
    event.preventDefault();
    going = new URLSearchParams([[button?.name || 'go', button?.name ? button.value : 'next']]).toString();
    // What the button sends is newer.
    post?.abort();
    soon(0);
  }

  form.addEventListener('change', () => soon(0));
  form.addEventListener('input', () => soon(PAUSE_MS));
  form.addEventListener('submit', press);
  addEventListener('online', () => soon(0));
  addEventListener('pageshow', () => {
    leaving = false;
    going = '';
    saved = fields();
    restore();
  });
  addEventListener('beforeunload', (event) => {
    if (!leaving && answers && fields() !== saved) event.preventDefault();
  });

  /** An answer that this device still holds stands in its fields again, and is sent. */
  function restore() {
    const body = waitingIn(attempt)[own];
    if (answers && body) {
      const kept = new URLSearchParams(body);
      for (const field of form.elements) {
        if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement)) continue;
        if (['form', 'sequence', 'turn'].includes(field.name)) continue;
        const values = kept.getAll(field.name);
        if (field instanceof HTMLInputElement && ['radio', 'checkbox'].includes(field.type)) field.checked = values.includes(field.value);
        else if (field.type !== 'hidden' && values.length) field.value = values[0];
      }
      // A question put in order is sent as it was: its fields are its order.
      if (fields() === saved) saved = '';
    }
    if (count()) soon(0);
  }
}

for (const form of document.forms) if (form.dataset.attempt) keepSaved(form);

const ended = document.querySelector('[data-handed-in]');
if (ended instanceof HTMLElement) localStorage.removeItem(BOX + ended.dataset.handedIn);
