import { readdirSync } from 'node:fs';
import { alone, expression, hashOf, isCall, nameOf, needed } from './expressions.mjs';

/** Pieces within pieces; there are no more, unless one prints itself. */
const DEEPEST = 8;

/**
 * Writes the templates down as TypeScript, so that the compiler can say what does not fit: one function for each page, one statement
 * for each thing that is printed, asked or repeated, one line for each statement. Pieces are written out where they are printed.
 */
export class Writer {
  lines = [];
  /** Where line n of the TypeScript comes from. */
  places = [];
  problems = [];
  /** What a name that was made up here stands for, for messages. */
  meanings = new Map();

  #templates;
  #words;
  #phrases;
  #assets;
  #count = 0;
  #way = [];

  constructor(templates, words, phrases, assets) {
    this.#templates = templates;
    this.#words = words;
    this.#phrases = phrases;
    this.#assets = new Set(['style.css', ...readdirSync(assets, { recursive: true }).map((file) => file.split(/[\\/]/).at(-1))]);
  }

  page(name, { name: wanted, feature, all }) {
    if (all.length !== 1) {
      const text = all.length ? `src/${feature} has ${all.length} functions ${wanted}` : `no view file of src/${feature} exports ${wanted}`;
      return this.problems.push({ where: `${name}.hbs:1`, text });
    }
    this.#whole(name, `Filled<Awaited<ReturnType<typeof import(${JSON.stringify(all[0].file.replace(/\.ts$/, ''))}).${all[0].name}>>>`);
  }

  layout(name) {
    this.#whole(name, 'Layout');
  }

  #whole(name, type) {
    const root = this.#name('root', '');
    this.#write(`export function ${this.#name('page', name)}(${root}: ${type}): void {`, { name, line: 1 });
    this.#body(name, { here: root, root, sure: '', words: this.#words, above: [], block: null, parameters: new Map() });
    this.#write('}', { name, line: 1 });
  }

  #body(name, scope) {
    this.#program(this.#templates.all.get(name).tree, { ...scope, name });
  }

  #program(program, scope) {
    for (const node of program?.body ?? []) this.#statement(node, scope);
  }

  #statement(node, scope) {
    const place = { name: scope.name, line: node.loc.start.line };
    switch (node.type) {
      case 'MustacheStatement':
        return this.#printed(node, scope, place);
      case 'BlockStatement':
        return this.#block(node, scope, place);
      case 'PartialStatement':
      case 'PartialBlockStatement':
        return this.#piece(node, scope, place);
    }
  }

  #printed(node, scope, place) {
    this.#calls(node, scope, place);
    this.#write(isCall(node) ? `putSaid(${expression(node, scope)});` : `put(${alone(node, scope)});`, place);
  }

  #block(node, scope, place) {
    const kind = node.path.original;
    const [asked] = node.params;
    if (!['if', 'unless', 'each', 'listed', 'with'].includes(kind) || !asked)
      return this.#problem(place, `{{#${kind}}} is no block of ours`);
    this.#calls(asked, scope, place);
    if (kind === 'if' || kind === 'unless') return this.#choice(node, scope, place);
    const value = expression(asked, scope);
    const item = this.#name('item', nameOf(asked));
    const within = { ...scope, sure: '', here: item, above: [scope.here, ...scope.above], parameters: named(node.program, item, scope) };
    if (kind === 'each' || kind === 'listed') this.#inside(`for (const ${item} of items(${value})) {`, node.program, within, place);
    else {
      this.#write(`{ const ${item} = ${value};`, place);
      this.#inside(`if (${item}) {`, node.program, within, place);
      this.#write('}', place);
    }
    if (node.inverse) this.#inside('{', node.inverse, scope, place);
  }

  /** Whoever asked before printing knows more than the types do: in a branch, what may be null is taken not to be. */
  #choice(node, scope, place) {
    const value = expression(node.params[0], scope);
    const branch = { ...scope, sure: '!' };
    this.#inside(`if (${node.path.original === 'if' ? value : `!(${value})`}) {`, node.program, branch, place);
    if (node.inverse) this.#inside('else {', node.inverse, branch, place);
  }

  #inside(opening, program, scope, place) {
    this.#write(opening, place);
    this.#program(program, scope);
    this.#write('}', place);
  }

  #piece(node, scope, place) {
    const called = node.name.original;
    if (called === '@partial-block') return scope.block && this.#program(scope.block.program, scope.block.scope);
    const name = this.#templates.piece(called);
    if (!name) return this.#problem(place, `there is no piece ${called}`);
    for (const { value } of node.hash?.pairs ?? []) this.#calls(value, scope, place);
    const own = node.params[0] ? expression(node.params[0], scope) : scope.here;
    const here = node.hash ? this.#name('piece', called) : own;
    if (node.hash) this.#write(`{ const ${here} = { ${this.#leftOut(name, node)}...${own}, ...${hashOf(node, scope)} };`, place);
    if (called === 'form-id' && !node.hash) this.#write(`said<string>(${scope.root}.formId);`, place, 'the one-time id of this form');
    const block = node.type === 'PartialBlockStatement' ? { program: node.program, scope } : null;
    this.#way.push(place);
    if (this.#way.length < DEEPEST) this.#body(name, { ...scope, here, above: [], block, parameters: new Map() });
    this.#way.pop();
    if (node.hash) this.#write('}', place);
  }

  #leftOut(name, { hash }) {
    const given = hash.pairs.map(({ key }) => key);
    const open = this.#templates.all.get(name).open.filter((one) => !given.includes(one));
    return open.map((one) => `${one}: leftOut, `).join('');
  }

  /** What can be said of a call without types: its phrase and placeholders, its asset. And whatever its arguments call. */
  #calls(node, scope, place) {
    if (!isCall(node)) return;
    for (const one of [...node.params, ...(node.hash?.pairs ?? []).map(({ value }) => value)]) this.#calls(one, scope, place);
    const [first] = node.params;
    const literal = first?.type === 'StringLiteral' ? first.value : null;
    if (node.path.original === 't' && literal !== null) this.#phrase(literal, node, scope, place);
    else if (node.hash?.pairs.length) this.#write(`given(${hashOf(node, scope)});`, place);
    if (['script', 'asset'].includes(node.path.original) && literal !== null && !this.#assets.has(literal))
      this.#problem(place, `there is no ${literal} in views/assets`);
  }

  #phrase(key, node, scope, place) {
    if (!this.#phrases.has(key)) return this.#problem(place, `no English phrase has the key ${key}`);
    const wanted = this.#phrases.get(key);
    if (!wanted) return;
    const given = new Map((node.hash?.pairs ?? []).map((pair) => [pair.key, pair.value]));
    for (const name of wanted.keys()) if (!given.has(name)) this.#problem(place, `${key} needs ${name}=…`);
    for (const [name, value] of given) {
      if (!wanted.has(name)) this.#problem(place, `${key} says nothing of ${name}`);
      else this.#write(`said<${wanted.get(name)}>(${needed(value, scope)});`, place, `${name}= of ${key}`);
    }
  }

  #write(line, place, about = null) {
    this.lines.push(line);
    this.places.push({ where: `${place.name}.hbs:${place.line}`, way: this.#way.map(({ name, line }) => `${name}.hbs:${line}`), about });
  }

  #problem(place, text) {
    const way = this.#way.length ? ` (printed by ${this.#way.at(-1).name}.hbs:${this.#way.at(-1).line})` : '';
    this.problems.push({ where: `${place.name}.hbs:${place.line}`, text: text + way });
  }

  #name(kind, meaning) {
    const name = `${kind}${++this.#count}`;
    this.meanings.set(name, meaning);
    return name;
  }
}

/** `{{#each rows as |row index|}}` */
function named(program, item, scope) {
  const [own, index] = program.blockParams ?? [];
  return new Map([...scope.parameters, ...(own ? [[own, item]] : []), ...(index ? [[index, '(0 as number)']] : [])]);
}
