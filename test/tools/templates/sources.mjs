import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';

/** The templates below a folder by their name without `.hbs`, each with its tree and with the names that its contract leaves open. */
export function readTemplates(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.hbs'));
  const all = new Map(
    files.map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      return [file.replaceAll('\\', '/').replace(/\.hbs$/, ''), { tree: Handlebars.parse(text), open: leftOpen(text) }];
    }),
  );
  const isPiece = (name) => name.startsWith('partials/') || /(^|\/)(_|parts\/)/.test(name);
  const pages = [...all.keys()].filter((name) => !isPiece(name) && !name.startsWith('layouts/')).sort();
  return { all, pages, piece: (name) => (all.has(`partials/${name}`) ? `partials/${name}` : all.has(name) ? name : null) };
}

/** `{{!-- a bar.  label · may have: hint, unit --}}`: whoever prints it may leave out `hint` and `unit`. */
function leftOpen(text) {
  const contract = /^\{\{!-- ([\s\S]*?) --\}\}/.exec(text)?.[1] ?? '';
  return /may have: ([^·]*)/.exec(contract)?.[1].match(/[A-Za-z]\w*/g) ?? [];
}
