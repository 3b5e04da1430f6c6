/**
 * Codes that change every thirty seconds (RFC 6238, with the SHA-1 and six digits that every app takes), and those on paper for the day on which the
 * phone is gone. Twenty lines with the test vectors of the RFC are less to keep than a library and what it stands on.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { westernDigits } from '../../kernel/digits';

const STEP_SECONDS = 30;
const DIGITS = 6;
const DRIFT = 1; // clocks of phones that are half a minute off
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** How many codes stand on paper. */
export const RECOVERY_CODES = 10;

/** 160 random bits, in the letters of RFC 4648. */
export const newSecret = (): string => base32(randomBytes(20));

export const stepOf = (at: Date): number => Math.floor(at.getTime() / 1000 / STEP_SECONDS);

export function codeAt(secret: string, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const number = mac.readUInt32BE(mac[19]! & 15) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** The step to which a typed code belongs, at most one away from now; null when it belongs to none. Any digits, with or without spaces. */
export function stepOfCode(secret: string, typed: string, now: Date): number | null {
  const code = westernDigits(typed).replace(/[\s\u200e\u200f-]/g, '');
  const here = stepOf(now);
  const steps = Array.from({ length: 2 * DRIFT + 1 }, (_, i) => here - DRIFT + i);
  return steps.find((step) => codeAt(secret, step) === code) ?? null;
}

/** Sixteen letters and digits in fours: eighty random bits. */
export function newRecoveryCode(): string {
  return grouped(base32(randomBytes(10)));
}

/** What is kept of a recovery code, however it was typed. */
export function recoveryHash(typed: string): string {
  const plain = westernDigits(typed.normalize('NFKC')).toUpperCase().replaceAll('0', 'O').replaceAll('1', 'I').replaceAll('8', 'B');
  return createHash('sha256')
    .update(plain.replace(/[^A-Z2-7]/g, ''))
    .digest('base64url');
}

/** What an app reads from the QR code; `site` is the host name under which the app lists it. */
export function appAddress(site: string, email: string, secret: string): string {
  return `otpauth://totp/${encodeURIComponent(site)}:${encodeURIComponent(email)}?secret=${secret}&issuer=${encodeURIComponent(site)}`;
}

/** In groups of four, to be read and typed. */
export const grouped = (letters: string): string => letters.match(/.{1,4}/g)!.join('-');

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits
    .match(/.{5}/g)!
    .map((five) => LETTERS[parseInt(five, 2)])
    .join('');
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g)!.map((eight) => parseInt(eight, 2)));
}
