/** Names of stored things: UUID version 7 (RFC 9562, 5.7), made in code, sortable by the moment they were made. */

let last = 0;
let sequence = 0;

/** A new id. Ids made by one process ascend, also within a millisecond. */
export function newId(now = Date.now()): string {
  if (now > last) {
    last = now;
    sequence = crypto.getRandomValues(new Uint16Array(1))[0]! & 0x7ff; // room to count up within the 12 bits
  } else if (++sequence > 0xfff) {
    last++;
    sequence = 0;
  }
  const time = last.toString(16).padStart(12, '0');
  const rest = crypto.getRandomValues(new Uint8Array(8));
  rest[0] = (rest[0]! & 0x3f) | 0x80;
  const tail = Array.from(rest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(value);
}
