/**
 * Makes the form of a question quick: Enter leads to the next answer and adds one after the last, Alt+Enter marks an answer as right,
 * Ctrl+Enter saves and begins the next question; what was noticed and how it looks follow what is typed. Without this each is a button.
 */

const PAUSE_MS = 900;
const HEADERS = { 'content-type': 'application/x-www-form-urlencoded' };

/** @param {HTMLFormElement} form */
function quick(form) {
  let timer = 0;
  let turn = 0;
  let asked = '';

  const body = (/** @type {string} */ act) => {
    const fields = new URLSearchParams(/** @type {any} */ (new FormData(form)));
    fields.set('do', act);
    return fields.toString();
  };

  /** @param {string} act */
  async function look(act) {
    clearTimeout(timer); // what comes back shows what is noticed, too
    const fields = body(act);
    if (act === 'preview' && fields === asked) return;
    const own = ++turn;
    asked = fields;
    const answer = await fetch(form.action, { method: 'POST', headers: HEADERS, body: fields }).catch(() => null);
    if (!answer || answer.status >= 500 || own !== turn) return; // a newer one is on its way, or the buttons still do it
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const id of ['checks', 'preview']) {
      const [from, to] = [page.getElementById(id), document.getElementById(id)];
      if (from && to && !(id === 'preview' && act === 'preview' && to.contains(document.activeElement))) to.replaceWith(from);
    }
  }

  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => look('preview'), PAUSE_MS);
  };

  /** @param {string} act */
  const press = (act) => {
    /** @type {HTMLButtonElement | null} */ (form.querySelector(`button[name="do"][value="${act}"]:not([aria-hidden])`))?.click();
  };

  /** @param {HTMLElement} row */
  function another(row) {
    const list = /** @type {HTMLElement} */ (row.parentElement);
    const keys = [...list.children].map((one) => /** @type {HTMLElement} */ (one).dataset.key);
    if (keys.length >= 26) return null;
    const key = [...'abcdefghijklmnopqrstuvwxyz'].find((one) => !keys.includes(one)) ?? `a${keys.length}`;
    const letter = String.fromCharCode(65 + keys.length);
    const copy = /** @type {HTMLElement} */ (row.cloneNode(true));
    copy.dataset.key = key;
    copy.className = '';
    const words = { option: form.dataset.option, right: form.dataset.right, told: form.dataset.told };
    for (const one of copy.querySelectorAll('input')) {
      const [family = ''] = one.name.split('.');
      if (one.name === 'options' || one.name === 'right') one.value = key;
      else one.value = '';
      one.checked = false;
      one.removeAttribute('aria-invalid');
      if (one.name.includes('.')) one.name = `${family}.${key}`;
      if (one.id) one.id = `f-${one.name}`;
      if (one.hasAttribute('aria-label'))
        one.setAttribute('aria-label', (words[/** @type {'option'} */ (family)] ?? '').replace('{letter}', letter));
    }
    for (const one of copy.querySelectorAll('label[for]')) one.setAttribute('for', `f-mark.${key}`);
    copy.querySelectorAll('.err').forEach((one) => one.remove());
    copy.querySelectorAll('details').forEach((one) => (one.open = false));
    const shown = copy.querySelector('.letter');
    if (shown) shown.textContent = letter;
    const worth = copy.querySelector('.worth');
    if (worth) worth.textContent = (form.dataset.mark ?? '').replace('{letter}', letter);
    const spoken = copy.querySelector('summary .vh');
    if (spoken) spoken.textContent = ` ${letter}`;
    list.append(copy);
    return copy;
  }

  /** @param {HTMLElement} field */
  function next(field) {
    const row = /** @type {HTMLElement} */ (field.closest('li'));
    const after =
      /** @type {HTMLElement | null} */ (row.nextElementSibling) ?? (row.querySelector('button[value^="up-"]') ? null : another(row));
    if (after) /** @type {HTMLElement | null} */ (after.querySelector('[data-enter]'))?.focus();
    else press('more-options'); // rows that can be moved have buttons, which the house makes
  }

  form.addEventListener('keydown', (event) => {
    const field = /** @type {HTMLElement} */ (event.target);
    if (event.key !== 'Enter' || event.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      press('save-next');
    } else if (event.altKey && field.closest('[data-key]')) {
      event.preventDefault();
      /** @type {HTMLElement | null} */ (field.closest('[data-key]')?.querySelector('input[name="right"]'))?.click();
    } else if ('enter' in field.dataset) {
      event.preventDefault();
      next(field);
    }
  });

  form.addEventListener('input', (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (field.dataset.again) press(field.dataset.again);
    else if (!field.closest('#preview')) soon();
  });

  form.addEventListener('submit', (event) => {
    const button = /** @type {SubmitEvent} */ (event).submitter;
    if (!(button instanceof HTMLButtonElement) || !button.closest('#preview')) return;
    event.preventDefault();
    const pressed = document.createElement('input');
    pressed.type = 'hidden';
    pressed.name = button.name;
    pressed.value = button.value;
    if (button.name !== 'do') form.append(pressed); // an item of an order, moved
    void look('try').then(() => pressed.remove());
  });
}

document.querySelectorAll('form[data-write]').forEach((form) => quick(/** @type {HTMLFormElement} */ (form)));
