/** Names of stored things: UUID version 7 (RFC 9562, 5.7), made in code, sortable by the moment they were made. */

let last = 0;
let sequence = 0;

/** A new id. Ids made by one process ascend, also within a millisecond. */
export function newId(now = Date.now()): string {
  if (now > last) {
    last = now;
    sequence = parseInt(crypto.randomUUID().slice(0, 3), 16) & 0x7ff; // room to count up within the 12 bits
  } else if (++sequence > 0xfff) {
    last++;
    sequence = 0;
  }
  const time = last.toString(16).padStart(12, '0');
  const random = crypto.randomUUID().slice(19); // its variant and 62 random bits, from entropy that the platform keeps ready
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${random}`;
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(value);
}
