// What stands between braces, as TypeScript. A scope says what is `here`, what is `above` it (the nearest first), and what is the `root`.

const DATA = { index: '(0 as number)', key: '("" as string)', first: '(true as boolean)', last: '(true as boolean)' };

/** With arguments, by place or by name; `{{name}}` alone is a value. */
export const isCall = (node) => node.type === 'SubExpression' || Boolean(node.params?.length || node.hash?.pairs.length);

export function expression(node, scope, alone = false) {
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
      return path(node, scope, alone);
    default:
      return call(node, scope);
  }
}

export function hashOf(node, scope) {
  const pairs = (node.hash?.pairs ?? []).map(({ key, value }) => `${JSON.stringify(key)}: ${expression(value, scope)}`);
  return `{ ${pairs.join(', ')} }`;
}

/** How a message would name it. */
export const nameOf = (node) => node.original ?? node.path?.original ?? String(node.value);

function path({ data, depth, parts, original }, scope, alone) {
  if (data) return parts[0] === 'root' ? dotted(scope.root, parts.slice(1)) : (DATA[parts[0]] ?? `nothing.of(${JSON.stringify(original)})`);
  if (depth) return dotted(scope.above[depth - 1] ?? 'nothing', parts);
  if (scope.parameters.has(parts[0])) return dotted(scope.parameters.get(parts[0]), parts.slice(1));
  const word = alone && scope.words.has(original); // the page's own value first, else a helper without arguments
  return word ? `own(${scope.here}, ${JSON.stringify(original)})` : dotted(scope.here, parts);
}

function dotted(from, parts) {
  return parts.reduce((before, part) => (/^[A-Za-z_$][\w$]*$/.test(part) ? `${before}.${part}` : `${before}[${JSON.stringify(part)}]`), from);
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
  return `words.${name}(${args.join(', ')})`;
}
