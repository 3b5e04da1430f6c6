/** Forms with a file (`multipart/form-data`, RFC 7578), read from what has arrived already: the caller bounds it. */

export interface Part {
  name: string;
  /** Null for a field that is no file. */
  file: string | null;
  bytes: Buffer;
}

const MOST_PARTS = 24;
const LONGEST_HEAD = 2_000;

/** What stands between the parts, or null when the content type is another one. */
export function boundaryOf(contentType: string): string | null {
  const [, quoted, plain] = /^multipart\/form-data\s*;\s*boundary=(?:"([^"\r\n]{1,70})"|([^\s;"]{1,70}))\s*$/i.exec(contentType) ?? [];
  return quoted ?? plain ?? null;
}

/** The parts of a body; null when it is made in another way, or cut off: then, if wanted, those that came whole. */
export function partsOf(body: Buffer, boundary: string, cutOff = false): Part[] | null {
  const mark = Buffer.from(`\r\n--${boundary}`);
  const whole = Buffer.concat([Buffer.from('\r\n'), body]);
  const parts: Part[] = [];
  let at = whole.indexOf(mark);
  if (at !== 0) return null;
  while (parts.length <= MOST_PARTS) {
    const from = at + mark.length;
    const next = whole.subarray(from, from + 2).toString('latin1');
    if (next === '--') return parts;
    const end = whole.indexOf(mark, from);
    if (next === '\r\n' && end < 0 && cutOff) return parts;
    if (next !== '\r\n' || end < 0) return null;
    const part = partIn(whole.subarray(from + 2, end));
    if (!part) return null;
    parts.push(part);
    at = end;
  }
  return null;
}

function partIn(bytes: Buffer): Part | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0 || end > LONGEST_HEAD) return null;
  const head = bytes.subarray(0, end).toString('utf8');
  const said = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(head)?.[1] ?? '';
  const name = /(?:^|;)\s*name="([^"]*)"/i.exec(said)?.[1];
  if (!name) return null;
  return { name, file: /(?:^|;)\s*filename="([^"]*)"/i.exec(said)?.[1] ?? null, bytes: bytes.subarray(end + 4) };
}
