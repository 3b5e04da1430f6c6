/** ZIP archives (APPNOTE.TXT of PKWARE, 4.3): what is in one, without unpacking it, and putting files into a new one as they are. */

export interface Entry {
  path: string;
  /** As it lies in the archive. */
  packed: Uint8Array;
  /** 0: as it is; 8: deflated. */
  method: number;
  crc: number;
  /** Behind a password. */
  locked: boolean;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const LONGEST_COMMENT = 0xffff;
const MOST_ENTRIES = 2_000;

/** The files in an archive as its directory lists them; null when it is damaged, cut off or of a size that no list of people has. */
export function entriesOf(bytes: Uint8Array): Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = endOf(view);
    if (end === null) return null;
    const count = view.getUint16(end + 10, true);
    if (count > MOST_ENTRIES) return null;
    const entries: Entry[] = [];
    for (let at = view.getUint32(end + 16, true); entries.length < count;) {
      const { entry, next } = entryAt(bytes, view, at);
      entries.push(entry);
      at = next;
    }
    return entries;
  } catch (error) {
    if (error instanceof RangeError) return null; // it points to where nothing is
    throw error;
  }
}

/** Where the end of the directory stands: from the back, because a comment may follow. */
function endOf(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - LONGEST_COMMENT);
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === END) return at;
  return null;
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): { entry: Entry; next: number } {
  if (view.getUint32(at, true) !== CENTRAL) throw new RangeError('no entry');
  const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [number, number, number];
  const size = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  if (view.getUint32(local, true) !== LOCAL) throw new RangeError('no file');
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (from + size > bytes.length || at + 46 + name > bytes.length) throw new RangeError('cut off');
  const entry = {
    path: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)),
    packed: bytes.subarray(from, from + size),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    locked: (view.getUint16(at + 8, true) & 1) === 1,
  };
  return { entry, next: at + 46 + name + extra + comment };
}

/** An archive of files that lie in it as they are. */
export function archive(files: readonly { path: string; bytes: Uint8Array; crc: number }[]): Uint8Array<ArrayBuffer> {
  const named = files.map((file) => ({ ...file, name: new TextEncoder().encode(file.path) }));
  const directory = named.reduce((sum, { name }) => sum + 46 + name.length, 0);
  const content = named.reduce((sum, { name, bytes }) => sum + 30 + name.length + bytes.length, 0);
  const whole = new Uint8Array(content + directory + 22);
  const view = new DataView(whole.buffer);
  let [at, central] = [0, content];
  for (const { name, bytes, crc } of named) {
    view.setUint32(at, LOCAL, true);
    view.setUint16(at + 4, 20, true);
    facts(view, at + 14, { crc, size: bytes.length, name: name.length });
    whole.set(name, at + 30);
    whole.set(bytes, at + 30 + name.length);
    view.setUint32(central, CENTRAL, true);
    view.setUint16(central + 6, 20, true);
    facts(view, central + 16, { crc, size: bytes.length, name: name.length });
    view.setUint32(central + 42, at, true);
    whole.set(name, central + 46);
    at += 30 + name.length + bytes.length;
    central += 46 + name.length;
  }
  view.setUint32(central, END, true);
  for (const place of [8, 10]) view.setUint16(central + place, files.length, true);
  view.setUint32(central + 12, directory, true);
  view.setUint32(central + 16, content, true);
  return whole;
}

/** What both headers of a file say of it: its checksum, its two sizes, and how long its name is. */
function facts(view: DataView, at: number, { crc, size, name }: { crc: number; size: number; name: number }): void {
  view.setUint32(at, crc, true);
  view.setUint32(at + 4, size, true);
  view.setUint32(at + 8, size, true);
  view.setUint16(at + 12, name, true);
}
