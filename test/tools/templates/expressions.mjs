// What stands between braces, as TypeScript. A scope says what is `here`, what is `above` it (the nearest first), what is the `root`, the
// names of the `words` (helpers), and how `sure` one may be that a value is there: `!` in a branch, where somebody has asked.

const DATA = { index: '(0 as number)', key: '("" as string)', first: '(true as boolean)', last: '(true as boolean)' };

/** With arguments, by place or by name; `{{name}}` alone is a value. */
export const isCall = (node) => node.type === 'SubExpression' || Boolean(node.params?.length || node.hash?.pairs.length);

/** A value that is asked for, compared or handed on. */
export function expression(node, scope) {
  switch (node.type) {
    case 'StringLiteral':
      return JSON.stringify(node.value);
    case 'NumberLiteral':
    case 'BooleanLiteral':
      return String(node.value);
    case 'NullLiteral':
      return 'null';
    case 'UndefinedLiteral':
      return 'undefined';
    case 'PathExpression':
      return path(node, scope);
    default:
      return call(node, scope);
  }
}

/** A value that has to be there, because it is printed or put into a phrase, a date, a number. */
export function needed(node, scope) {
  return node.type === 'PathExpression' ? path(node, scope) + scope.sure : expression(node, scope);
}

/** `{{name}}`: the page's own value first, else a helper without arguments. */
export function alone({ path: node }, scope) {
  return scope.words.has(node.original) ? `own(${scope.here}, ${JSON.stringify(node.original)})${scope.sure}` : needed(node, scope);
}

export function hashOf(node, scope) {
  const pairs = (node.hash?.pairs ?? []).map(({ key, value }) => `${JSON.stringify(key)}: ${expression(value, scope)}`);
  return `{ ${pairs.join(', ')} }`;
}

/** How a message would name it. */
export const nameOf = (node) => node.original ?? node.path?.original ?? String(node.value);

function path({ data, depth, parts, original }, scope) {
  if (data) return parts[0] === 'root' ? dotted(scope.root, parts.slice(1)) : (DATA[parts[0]] ?? `nothing.of(${JSON.stringify(original)})`);
  if (depth) return dotted(scope.above[depth - 1] ?? 'nothing', parts);
  if (scope.parameters.has(parts[0])) return dotted(scope.parameters.get(parts[0]), parts.slice(1));
  return dotted(scope.here, parts);
}

function dotted(from, parts) {
  return parts.reduce(
    (before, part) => (/^[A-Za-z_$][\w$]*$/.test(part) ? `${before}.${part}` : `${before}[${JSON.stringify(part)}]`),
    from,
  );
}

function call(node, scope) {
  const name = node.path.original;
  const args = node.params.map((one) => expression(one, scope));
  switch (name) {
    case 'eq':
      return `(${args[0]} === ${args[1]})`;
    case 'not':
      return `!(${args[0]})`;
    case 'and':
      return `(${args.join(' && ')})`;
    case 'or':
      return `(${args.join(' || ')})`;
    case 'choose':
      return `(${args[0]} ? ${args[1]} : ${args[2]})`;
  }
  return `words.${name}(${node.params.map((one) => needed(one, scope)).join(', ')})`;
}
