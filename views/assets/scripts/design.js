/** The example follows what is typed. Without this it follows the button. */

const PAUSE_MS = 500;
const NOT_DRAWN = ['form', 'version', 'file', 'place', 'do'];

/**
 * @param {HTMLFormElement} form
 * @param {HTMLImageElement} example
 */
function follow(form, example) {
  let timer = 0;
  const look = () => {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string' && !NOT_DRAWN.includes(name)) fields.set(name, value);
    }
    const address = `${new URL(form.action).pathname}/preview.webp?${fields}`;
    if (example.getAttribute('src') !== address) example.src = address;
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(look, PAUSE_MS);
  });
}

const form = document.getElementById('design');
const example = document.getElementById('example');
if (form instanceof HTMLFormElement && example instanceof HTMLImageElement) follow(form, example);
