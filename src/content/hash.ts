/** Fingerprints of texts and documents. Pure, so that rules can compare texts; a test holds it against the platform's own SHA-256. */
import { canonical } from './canonical';
import { PackageDocument } from './package';

/** The hash of a version: SHA-256 of the document's canonical form, 64 hex digits. */
export function documentHash(document: PackageDocument): string {
  return sha256(canonical(document));
}

/** The short hash by which a translation names the text it translates: 16 hex digits. */
export function textHash(text: string): string {
  return sha256(text.normalize('NFC')).slice(0, 16);
}

/** SHA-256 of a text's UTF-8 bytes, in hex (FIPS 180-4, section 6.2). */
export function sha256(text: string): string {
  const state = Int32Array.from(FIRST.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
  const message = padded(new TextEncoder().encode(text));
  for (let at = 0; at < message.byteLength; at += 64) digestBlock(state, message, at);
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

const FIRST = primes(64);
const ROUND = Int32Array.from(FIRST, (prime) => fraction(Math.cbrt(prime)));

function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}

/** The first 32 bits of a number's fractional part. */
function fraction(number: number): number {
  return ((number % 1) * 2 ** 32) | 0;
}

function padded(bytes: Uint8Array): DataView {
  const whole = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  whole.set(bytes);
  whole[bytes.length] = 0x80;
  const view = new DataView(whole.buffer);
  view.setUint32(whole.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(whole.length - 4, bytes.length << 3);
  return view;
}

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by));

function schedule(message: DataView, at: number): Int32Array {
  const w = new Int32Array(64);
  for (let t = 0; t < 16; t++) w[t] = message.getInt32(at + t * 4);
  for (let t = 16; t < 64; t++) {
    const [early, late] = [w[t - 15]!, w[t - 2]!];
    const s0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const s1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    w[t] = w[t - 16]! + s0 + w[t - 7]! + s1;
  }
  return w;
}

function digestBlock(state: Int32Array, message: DataView, at: number): void {
  const w = schedule(message, at);
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let t = 0; t < 64; t++) {
    const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + ROUND[t]! + w[t]!) | 0;
    const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => (state[index] = state[index]! + word));
}
