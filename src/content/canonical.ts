/** The one spelling of a value: JSON with sorted keys, no spaces and strings in Unicode NFC, so that equal things have equal bytes (after RFC 8785). */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'));
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${Array.from(value, canonical).join(',')}]`;
  if (Object.prototype.toString.call(value) === '[object Object]') return record(value as Record<string, unknown>);
  throw new TypeError(`No canonical form for ${Object.prototype.toString.call(value)}`);
}

function record(value: Record<string, unknown>): string {
  const entries = Object.entries(value).map(([key, inner]) => [key.normalize('NFC'), inner] as const);
  if (new Set(entries.map(([key]) => key)).size < entries.length) throw new TypeError('Two keys are one in Unicode NFC');
  const inOrder = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${inOrder.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}
