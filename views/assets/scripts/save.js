/**
 * Saves the answers of a form while somebody works on it, and keeps on this device what has not arrived yet, until it has: its buttons save without
 * this, too. Says so in #saved (data-saving, data-saved with {time}, data-waiting) and in #waiting (data-outbox with {saved}, {count}, {waiting};
 * data-refused with {number}, when one of them has to be looked at).
 */

const SOONEST_MS = 1000;
const LATEST_MS = 30_000;
const PAUSE_MS = 2000;
const HEADERS = { 'content-type': 'application/x-www-form-urlencoded', 'x-requested-with': 'fetch' };
const BOX = 'answers ';

/**
 * What waits for the line under the name of its attempt: posts by the address they go to and the page they come from, the newest last. Two tabs
 * do not take away each other's. Nothing is kept where that is not possible.
 */
/** @type {(attempt: string) => Record<string, string>} */
const waitingIn = (attempt) => {
  try {
    return JSON.parse(localStorage.getItem(BOX + attempt) ?? '{}');
  } catch {
    return {};
  }
};

/** @type {(attempt: string, name: string, body: string | null) => void} */
function keep(attempt, name, body) {
  const waiting = waitingIn(attempt);
  if (waiting[name] === body) return;
  delete waiting[name];
  if (body !== null) waiting[name] = body;
  try {
    if (Object.keys(waiting).length) localStorage.setItem(BOX + attempt, JSON.stringify(waiting));
    else localStorage.removeItem(BOX + attempt);
  } catch {
    // The page still holds it.
  }
}

/** @type {(attempt: string, name: string, body: string) => void} unless something newer stands in its place */
function forget(attempt, name, body) {
  if (waitingIn(attempt)[name] === body) keep(attempt, name, null);
}

/** @type {(name: string) => string} */
const addressOf = (name) => name.split(' ')[0];

/** @param {HTMLFormElement} form */
function keepSaved(form) {
  const { attempt = '' } = form.dataset;
  const line = document.querySelector('#saved span');
  const box = document.querySelector('#waiting');
  const answers = 'save' in form.dataset;
  const own = new URL(form.action).pathname;
  const name = `${own} ${value('form')}`;
  let wait = SOONEST_MS;
  let timer = 0;
  let turn = Number(value('turn'));
  let leaving = false;
  /** What was pressed and has not arrived. */
  let going = '';
  /** The answer of an earlier page that stands in the fields again, by its name and what was sent. @type {[string, string] | null} */
  let base = null;
  /** What waits, and was refused: by its name, what was sent. @type {Map<string, string>} */
  const refused = new Map();
  /** @type {AbortController | null} never two: answers arrive in order */
  let post = null;

  const fields = () => new URLSearchParams(/** @type {any} */ (new FormData(form))).toString();
  let saved = fields();
  let sent = '';

  /** @param {string} [words] */
  const say = (words) => {
    if (line && words) line.textContent = words;
  };

  const count = () => {
    const waiting = new Set(Object.keys(waitingIn(attempt)).map(addressOf)).size;
    const { outbox = '', refused: look = '', count: all = '0', done = '0' } = form.dataset;
    const told = outbox.replace('{saved}', `${Math.min(Number(done), Number(all) - waiting)}`).replace('{count}', all);
    const [first] = refused.keys();
    const [number = ''] = first ? addressOf(first).split('/').slice(-1) : [];
    if (box) box.textContent = first ? look.replace('{number}', number) : waiting ? told.replace('{waiting}', `${waiting}`) : '';
    return waiting;
  };

  /** @param {number} delay */
  const soon = (delay) => {
    clearTimeout(timer);
    timer = window.setTimeout(save, delay);
  };

  function value(/** @type {string} */ field) {
    const found = form.elements.namedItem(field);
    return found instanceof HTMLInputElement ? found.value : '';
  }

  /** @type {(field: string, value: number | string) => void} */
  const note = (field, value) => {
    const found = form.elements.namedItem(field);
    if (found instanceof HTMLInputElement) found.value = `${value}`;
  };

  /** What is to be sent, under a turn of its own when it or the press is new; kept until it has arrived. */
  const put = () => {
    if (fields() + going !== sent) note('turn', ++turn);
    const body = fields();
    sent = body + going;
    keep(attempt, name, body);
    return body;
  };

  const open = () => answers && (going || fields() !== saved);

  const retry = () => {
    say(form.dataset.waiting);
    count();
    soon(wait);
    wait = Math.min(wait * 2, LATEST_MS);
  };

  /**
   * Sends one post. True when it has arrived, whatever came of it; what may arrive later is kept.
   * @type {(action: string, body: string) => Promise<{ ok: boolean, status: number, told: any, out: boolean } | null>}
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
      return { ok: answer.ok, status: answer.status, told: await answer.json(), out: answer.status === 401 };
    } catch {
      return null;
    } finally {
      post = null;
    }
  }

  /** Sends what other pages could not. What is refused waits until somebody hands in, and is looked at then. */
  async function flush() {
    for (const [key, body] of Object.entries(waitingIn(attempt))) {
      if ((answers && key === name) || refused.has(key)) continue;
      const arrived = await send(addressOf(key), body);
      if (!arrived || arrived.out) return false;
      if (arrived.ok || (arrived.status !== 409 && arrived.status !== 422)) forget(attempt, key, body);
      else refused.set(key, body);
    }
    count();
    return true;
  }

  /** Sends the answer that stands here again as the earlier page would have; this page goes on from there, unless something newer was saved. */
  async function goOn() {
    if (!base) return true;
    const arrived = await send(own, base[1]);
    if (!arrived || arrived.out) return false;
    const { ok, told } = arrived;
    const same = fields() === saved;
    if (ok && told.sequence && !told.late) note('sequence', told.sequence);
    if (same) saved = fields();
    say(told.message ?? (ok ? form.dataset.saved?.replace('{time}', told.time) : ''));
    forget(attempt, ...base);
    base = null;
    return true;
  }

  /** Sends this page's answer, and the press that has not arrived; then what waits elsewhere. */
  async function save() {
    if (post || leaving) return;
    if (open()) put();
    if (!(await goOn())) return leaving || retry();
    if (open()) {
      const body = put();
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
      if (!out) forget(attempt, name, body);
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
    const [other] = refused;
    if (!answers && other) {
      // Before handing in, what was refused has its say: as a form, from which a page comes.
      Object.assign(form, { method: 'post', action: addressOf(other[0]) });
      form.replaceChildren();
      forget(attempt, ...other);
    }
    for (const [name, value] of new URLSearchParams(answers ? going : (other?.[1] ?? ''))) {
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

  form.addEventListener('change', () => {
    if (open() && !base) put(); // also while an older one is under way: a page that is left now must not come back with that
    soon(0);
  });
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

  /** An answer that this device still holds stands in its fields again, knows what it knew of others, and is sent. */
  function restore() {
    const [kept] = Object.entries(waitingIn(attempt))
      .reverse()
      .filter(([key]) => addressOf(key) === own);
    if (answers && kept) {
      const given = new URLSearchParams(kept[1]);
      for (const field of form.elements) {
        if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement)) continue;
        const values = given.getAll(field.name);
        if (field instanceof HTMLInputElement && ['radio', 'checkbox'].includes(field.type)) field.checked = values.includes(field.value);
        else if (field.type !== 'hidden' && values.length) field.value = values[0];
      }
      if (kept[0] !== name) {
        base = kept;
        note('sequence', given.get('sequence') ?? '0');
      }
      saved = kept[0] === name ? '' : fields();
    }
    if (count()) soon(0);
  }
}

for (const form of document.forms) if (form.dataset.attempt) keepSaved(form);

const ended = document.querySelector('[data-handed-in]');
if (ended instanceof HTMLElement) localStorage.removeItem(BOX + ended.dataset.handedIn);
