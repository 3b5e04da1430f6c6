/**
 * Keeps the parts of a page ([data-part]) as they are at its table. #live names the line that says which parts have changed (data-stream, from the
 * moment data-cursor on) and where they are fetched (data-fragments with data-query). Several places can have one name. What somebody is typing, has
 * opened or has the focus on stays as it is. With data-sent a form of a part is sent without leaving the page while the line is open, and that is said;
 * what cannot be done is posted again as a browser does, so that the page says why. Time runs down to the moment in [data-until]; where it is
 * [data-spoken] it is said at five minutes, one minute and ten seconds. Without this the
 * page has a link to look again.
 */

const SOON_MS = 400;
/** From one look to the next, and longer the more often one has looked within a minute: a busy table must not fill a slow line. */
const BETWEEN_MS = 1_500;
const CALM_LOOKS = 4;
const MINUTE_MS = 60_000;
const LOOK_MS = 10_000;
const LATER_MS = 40_000;
/** So long after a press one waits to be told of it, and then looks all the same. */
const EAGER_MS = 3_000;
/** A second press within this time is the same press. */
const TWICE_MS = 600;
/** An answer that does not come by then does not come. */
const LONGEST_MS = 20_000;
const HEADERS = { 'x-requested-with': 'fetch' };
const SPOKEN = new Map([
  [300, 'five'],
  [60, 'one'],
  [10, 'ten'],
]);

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */

/** @type {(form: HTMLFormElement) => Field[]} */
const fieldsOf = (form) =>
  /** @type {Field[]} */ ([...form.elements].filter((one) => one.matches('input:not([type="hidden"]), textarea, select')));

/** @param {Field} field */
function isChanged(field) {
  if (field instanceof HTMLSelectElement) return [...field.options].some((option) => option.selected !== option.defaultSelected);
  if (field instanceof HTMLInputElement && ['radio', 'checkbox'].includes(field.type)) return field.checked !== field.defaultChecked;
  return field.value !== field.defaultValue;
}

/** Somebody is at it, or has to correct it: it is left alone until it is sent. @param {HTMLFormElement} form */
const isHeld = (form) =>
  form.querySelector('.err') !== null || fieldsOf(form).some((field) => field === document.activeElement || isChanged(field));

/** @param {ParentNode} part */
const holds = (part) => [...part.querySelectorAll('form')].some(isHeld);

/** @param {Node} node */
const isHolding = (node) => node instanceof Element && ((node instanceof HTMLFormElement && isHeld(node)) || holds(node));

/** What tells an element from its neighbours: of a line of a list, what can be done in it. @param {Node | null} node */
function keyOf(node) {
  if (!(node instanceof Element)) return '';
  const form = node.matches('form') ? node : node.matches('li') ? node.querySelector('form') : null;
  return node.id || node.getAttribute('data-key') || form?.getAttribute('action') || '';
}

/** @type {(old: Node | null, fresh: Node) => boolean} */
const fits = (old, fresh) =>
  old !== null && old.nodeType === fresh.nodeType && old.nodeName === fresh.nodeName && keyOf(old) === keyOf(fresh);

/** @type {(old: Element, fresh: Element) => void} */
function follow(old, fresh) {
  if (old instanceof HTMLFormElement && isHeld(old)) return;
  if (old instanceof HTMLInputElement && old.name === 'form') return; // one id for what is sent from this page, however often
  for (const { name } of Array.from(old.attributes)) {
    if (!fresh.hasAttribute(name) && name !== 'aria-busy' && !(old instanceof HTMLDetailsElement && name === 'open'))
      old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value && !(old instanceof HTMLDetailsElement && name === 'open')) old.setAttribute(name, value);
  }
  if (old instanceof HTMLInputElement) {
    old.value = old.defaultValue;
    old.checked = old.defaultChecked;
  }
  if (!(old.hasAttribute('data-until') && fresh.hasAttribute('data-until'))) followChildren(old, fresh);
  if (old instanceof HTMLTextAreaElement) old.value = old.defaultValue;
}

/** Makes the children of an element those of another one, and changes as little as it can. @type {(old: Element, fresh: Element) => void} */
function followChildren(old, fresh) {
  /** @type {Node | null} */
  let here = old.firstChild;
  for (const child of fresh.childNodes) {
    let match = here;
    if (!fits(match, child)) {
      match = keyOf(child) ? ([...old.children].find((one) => fits(one, child) && !isBefore(one, here)) ?? null) : null;
      while (match && here && here !== match && !isHolding(here)) here = next(here, true);
      if (match && here !== match) old.insertBefore(match, here);
    }
    if (!match) old.insertBefore(document.importNode(child, true), here);
    else {
      if (match instanceof Element) follow(match, /** @type {Element} */ (child));
      else if (match.nodeValue !== child.nodeValue) match.nodeValue = child.nodeValue;
      here = match.nextSibling;
    }
  }
  while (here) here = next(here, !isHolding(here));
}

/** @type {(one: Node, here: Node | null) => boolean} */
const isBefore = (one, here) => !here || (one.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** @type {(node: Node, remove: boolean) => Node | null} */
function next(node, remove) {
  const after = node.nextSibling;
  if (remove) node.parentNode?.removeChild(node);
  return after;
}

/** A one-time id as the site makes them: UUID version 7. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  bytes[0] = 0x70 | (bytes[0] & 0x0f);
  bytes[2] = 0x80 | (bytes[2] & 0x3f);
  const hex = Date.now().toString(16).padStart(12, '0') + [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** @type {(form: HTMLFormElement) => HTMLInputElement | null} */
const idOf = (form) => form.querySelector('input[name="form"]');

/** @param {HTMLFormElement} form */
function renew(form) {
  const id = idOf(form);
  if (id) id.value = newId();
}

/** Forms that came with parts get their ids here. @param {ParentNode} part */
function giveIds(part) {
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (part.querySelectorAll('input[name="form"]'))) field.value ||= newId();
}

/** What came of each part, piece by piece, so that a piece comes once; and the mark by which that is known. @type {Map<string, { mark: string, pieces: string[] }>} */
const had = new Map();

/** @typedef {[mark: string, patch: ([from: number, to: number] | string)[]]} Patched */

/** @type {(wanted: string[], patched: Patched[]) => string} */
function put(wanted, patched) {
  return wanted
    .map((part, index) => {
      const known = had.get(part)?.pieces ?? [];
      const [mark, patch] = patched[index];
      const pieces = patch.flatMap((one) => (typeof one === 'string' ? [one] : known.slice(...one)));
      had.set(part, { mark, pieces });
      return pieces.join('');
    })
    .join('');
}

/** A moment's place among those of its kind: what a line calls it, in two. @type {(moment: string) => [kind: string, count: number]} */
const momentOf = (moment) => [moment.replace(/\.\d+$/, ''), Number(/\d+$/.exec(moment)?.[0] ?? NaN)];

/** @type {(one: string, other: string) => boolean} */
function isBy(one, other) {
  const [[kind, count], [otherKind, otherCount]] = [one, other].map(momentOf);
  return kind === otherKind && count <= otherCount;
}

/** Signs that the page has not shown yet. @param {Document} fresh */
function takeSigns(fresh) {
  for (const sign of fresh.querySelectorAll('svg.vh symbol')) {
    if (document.getElementById(sign.id)) continue;
    let sprite = [...document.querySelectorAll('body > svg.vh')].at(-1);
    if (!sprite) {
      sprite = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      sprite.setAttribute('class', 'vh');
      sprite.setAttribute('aria-hidden', 'true');
      document.body.append(sprite);
    }
    sprite.append(document.importNode(sign, true));
  }
}

/** @param {Element} place */
const partOf = (place) => place.closest('[data-part]')?.getAttribute('data-part') ?? '';

/** @param {Element[]} places */
const textOf = (places) => places.map(({ textContent }) => textContent).join(' ');

/** @param {HTMLElement} box */
function live(box) {
  const { stream = '', fragments = '', query = '' } = box.dataset;
  const line = /** @type {HTMLElement} */ (box.querySelector('[data-line]'));
  const voice = /** @type {HTMLElement} */ (box.querySelector('[data-voice]'));
  let { cursor = '' } = box.dataset;
  /** @type {EventSource | null} */
  let source = null;
  /** What changed, and at which moment the latest of it. @type {Map<string, string>} */
  const changed = new Map();
  /** What changed a little, and waits for something else to look at. @type {Set<string>} */
  const little = new Set();
  let timer = 0;
  /** @type {number[]} when one looked within the last minute, the latest last */
  let looks = [];
  let looking = false;
  let over = false;
  /** Whoever has pressed something looks at once, as soon as they were told of it. */
  let eager = false;
  /** The moment after what was pressed, until it is announced. */
  let awaited = '';
  /** From one look to the next, as a crowded table asks for it. */
  let between = BETWEEN_MS;
  /** Forms on their way. @type {Set<HTMLFormElement>} */
  const sending = new Set();

  /** @param {'on' | 'cut' | 'off'} how */
  const say = (how) => {
    const words = box.dataset[how] ?? '';
    if (line.textContent !== words) line.textContent = words;
    box.dataset.how = how;
  };

  /** @param {number} [delay] */
  const soon = (delay = SOON_MS * Math.random()) => {
    if (timer || over) return;
    const now = performance.now();
    looks = looks.filter((at) => at > now - MINUTE_MS);
    const next = (looks.at(-1) ?? -Infinity) + between * (1 + looks.length / CALM_LOOKS);
    timer = window.setTimeout(look, eager ? 0 : Math.max(delay, next - now));
  };

  /** @type {(parts: Iterable<string>, moment?: string) => void} */
  const note = (parts, moment = '') => {
    for (const part of parts) if (changed.get(part) !== '') changed.set(part, moment); // '' is looked at in any case
    more();
  };

  const now = () => {
    eager = true;
    awaited = '';
    clearTimeout(timer);
    timer = 0;
    more();
  };

  /** What is far from where somebody looks is fetched when they come there. @type {Set<Element>} */
  const near = new Set();
  const isSeen = (/** @type {string} */ part) => [...near].some((one) => partOf(one) === part);
  const more = () => {
    if ([...changed.keys()].some(isSeen)) soon();
  };
  const eyes = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) near[isIntersecting ? 'add' : 'delete'](target);
      more();
    },
    { rootMargin: '50%' },
  );
  for (const part of document.querySelectorAll('[data-part]')) {
    eyes.observe((part.matches('.part') && part.firstElementChild) || part); // one that has no box of its own is never seen
  }

  const parts = () => [...document.querySelectorAll('[data-part]')].map(partOf);

  function stop() {
    over = true;
    source?.close();
    source = null;
    say('off');
  }

  function listen() {
    if (source || over) return;
    source = new EventSource(`${stream}?after=${encodeURIComponent(cursor)}`);
    source.addEventListener('open', () => {
      between = BETWEEN_MS; // until it says something else
      say('on');
    });
    source.addEventListener('now', (event) => {
      began = { at: JSON.parse(event.data).at, date: Date.now(), steady: performance.now() };
      tick();
    });
    source.addEventListener('message', (event) => {
      cursor = event.lastEventId;
      const { parts, later = [], pause } = JSON.parse(event.data);
      if (pause !== undefined) between = Math.max(BETWEEN_MS, pause);
      if (later.length && !little.size) window.setTimeout(() => note(little), LATER_MS * (1 + Math.random()));
      for (const part of later) little.add(part);
      note(parts, cursor);
      if (awaited && isBy(awaited, cursor)) now();
    });
    source.addEventListener('enough', stop);
    source.addEventListener('error', () => {
      if (!source || over) return;
      say('cut');
      if (source.readyState !== EventSource.CLOSED) return; // it tries again by itself, from where it was
      source = null;
      note(parts());
      window.setTimeout(listen, LOOK_MS);
    });
  }

  function hush() {
    source?.close();
    source = null;
  }

  async function look() {
    timer = 0;
    if (looking || over) return;
    const wanted = [...changed.keys()].filter(isSeen);
    for (const part of wanted) [changed, little].forEach((set) => set.delete(part));
    if (!wanted.length) return;
    eager = false;
    looking = true;
    looks.push(performance.now());
    const marks = `${query ? '&' : '?'}known=${wanted.map((part) => had.get(part)?.mark ?? '').join()}`;
    try {
      const answer = await fetch(`${fragments}/${wanted.join(',')}${query}${marks}`, {
        headers: HEADERS,
        signal: AbortSignal.timeout(LONGEST_MS),
      });
      if (answer.status >= 500 || answer.status === 429) throw new Error('later');
      if (answer.redirected && !holds(document)) return location.assign(answer.url); // the table has moved on to another page
      if (!answer.ok || answer.redirected) return stop();
      const { at, parts } = await answer.json();
      show(new DOMParser().parseFromString(put(wanted, parts), 'text/html'), wanted);
      for (const part of wanted) if (isBy(changed.get(part) ?? '', at)) changed.delete(part); // it came along, though it was announced after one asked
      if (source?.readyState === EventSource.OPEN) say('on');
    } catch {
      for (const part of wanted) changed.set(part, '');
      say('cut');
      eager = false;
      looks.pop();
      soon(LOOK_MS / 2);
    } finally {
      looking = false;
      more();
    }
  }

  /** @type {(fresh: Document, wanted: string[]) => void} */
  function show(fresh, wanted) {
    takeSigns(fresh);
    for (const part of wanted) {
      const [from = [], to = []] = [fresh, document].map((page) => [...page.querySelectorAll(`[data-part="${part}"]`)]);
      const said = textOf(to);
      to.forEach((place, index) => from[index] && become(place, from[index]));
      const words = box.dataset[`new${part}`];
      if (words && textOf(to) !== said) voice.textContent = words;
    }
    tick();
  }

  /** @type {(place: HTMLElement, fresh: Element) => void} */
  function become(place, fresh) {
    const here = place.contains(document.activeElement);
    followChildren(place, fresh);
    giveIds(place);
    if (!here || document.activeElement !== document.body) return;
    place.tabIndex = -1; // whoever pressed something that is gone now is still there
    place.focus({ preventScroll: true });
  }

  /** What was sent of each form last, without its id. @type {WeakMap<HTMLFormElement, string>} */
  const tried = new WeakMap();

  /** @param {SubmitEvent} event */
  async function send(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
    if (!form.closest('[data-part]') || form.method !== 'post' || source?.readyState !== EventSource.OPEN) return;
    event.preventDefault();
    if (sending.has(form)) return;
    sending.add(form);
    form.ariaBusy = 'true';
    const said = saidIn(form, button);
    if ((tried.get(form) ?? said) !== said) renew(form); // it may have arrived without our hearing of it: this is another one
    tried.set(form, said);
    const id = idOf(form)?.value ?? '';
    const body = new URLSearchParams(said);
    body.set('form', id);
    try {
      const answer = await fetch(form.action, { method: 'POST', body, headers: HEADERS, signal: AbortSignal.timeout(LONGEST_MS) });
      if (!answer.ok) return again(form.action, body); // a rule, or a fault: the page says it
      if (answer.redirected) return location.assign(answer.url);
      const { address, at = '' } = await answer.json();
      const to = new URL(address, location.href);
      if (to.pathname !== location.pathname) return location.assign(to);
      done(form, said, button, at);
    } catch {
      say('cut');
    } finally {
      setTimeout(() => {
        sending.delete(form);
        form.ariaBusy = null;
      }, TWICE_MS);
    }
  }

  /** @type {(form: HTMLFormElement, button: HTMLButtonElement | null) => string} */
  function saidIn(form, button) {
    const fields = new FormData(form);
    if (button?.name) fields.append(button.name, button.value);
    fields.delete('form');
    return new URLSearchParams(/** @type {[string, string][]} */ ([...fields])).toString();
  }

  /** As if there were no script: the very same, whatever its form says by now. @type {(action: string, body: URLSearchParams) => void} */
  function again(action, body) {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = action;
    form.hidden = true;
    for (const [name, value] of body) {
      const field = document.createElement('input');
      Object.assign(field, { type: 'hidden', name, value });
      form.append(field);
    }
    document.body.append(form);
    form.submit();
  }

  /** @type {(form: HTMLFormElement, said: string, button: HTMLButtonElement | null, at: string) => void} */
  function done(form, said, button, at) {
    tried.delete(form);
    renew(form);
    if (saidIn(form, button) === said) {
      form.reset(); // unless somebody has written on meanwhile
      for (const field of fieldsOf(form)) if (field instanceof HTMLTextAreaElement) field.value = field.defaultValue = '';
      for (const box of [form.closest('details'), ...form.querySelectorAll('details')]) box?.removeAttribute('open');
    }
    for (const wrong of form.querySelectorAll('.err')) wrong.remove();
    voice.textContent = box.dataset.sent ?? '';
    changed.set(partOf(form), at); // also of what nobody is told, such as a hum
    if (!at || isBy(at, cursor)) return now();
    awaited = at;
    setTimeout(() => awaited === at && now(), EAGER_MS);
  }

  /** The server's clock, as it was when the line began. @type {{ at: number, date: number, steady: number } | null} */
  let began = null;
  let before = Infinity;

  function tick() {
    if (!began) return;
    // By whichever says more: the steady one may have slept with the phone, the clock may have been set back.
    const now = began.at + Math.max(Date.now() - began.date, performance.now() - began.steady);
    for (const clock of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-until]'))) {
      const left = Math.max(0, Math.ceil((Date.parse(clock.dataset.until ?? '') - now) / 1000));
      clock.textContent = written(left);
      if (!('spoken' in clock.dataset)) continue;
      for (const [seconds, name] of SPOKEN) {
        if (left <= seconds && before > seconds && before !== Infinity) voice.textContent = box.dataset[name] ?? '';
      }
      before = left;
    }
  }

  if (stream) {
    listen();
    if ('sent' in box.dataset) document.addEventListener('submit', send);
    document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? hush() : listen()));
    addEventListener('pagehide', hush);
    addEventListener('pageshow', (event) => {
      if (event.persisted) listen();
    });
    addEventListener('online', () => {
      hush();
      listen();
    });
  }
  setInterval(tick, 1_000);
}

/** @param {number} seconds */
function written(seconds) {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  return (parts[0] === '00' ? parts.slice(1) : parts).join(':');
}

const box = document.getElementById('live');
if (box) live(box);
