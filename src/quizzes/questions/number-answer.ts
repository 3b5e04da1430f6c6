/** A number that was typed as an answer: what it may mean, and whether that is right. */
import { typedNumber, westernDigits } from '../../kernel/digits';

/** The numbers that a typed text can stand for: none, one, or two, because 1,000 is a thousand to some people and one to others. */
export function readings(typed: string): number[] {
  const plain = westernDigits(typed.trim()).replace(/．/g, '.').replace(/[，،]/g, ',');
  const found = [typedNumber(plain), grouped(plain)].filter((number) => number !== null && Number.isFinite(number));
  return [...new Set(found as number[])];
}

/** A number and what stands behind it, perhaps a unit; the number in front is the longest there is. */
export function withUnit(typed: string): { number: string; unit: string } {
  const [, number = '', unit = ''] = /^\s*([+−–-]?[\p{Nd}.,٫٬،，．\s\u00a0\u202f’']*\p{Nd}[.,٫]?)(.*)$/su.exec(typed) ?? [];
  return { number: number.trim(), unit: unit.trim() };
}

/** The number when its dots or commas part groups of three digits, such as 1,000 or 1.234.567,5. */
function grouped(plain: string): number | null {
  const [, start, groups, sign, decimals = ''] = /^([+−–-]?\d{1,3})((?:\.\d{3})+|(?:,\d{3})+)(?:([.,])(\d+))?$/.exec(plain) ?? [];
  if (!start || !groups || groups.startsWith(sign ?? ' ')) return null;
  return typedNumber(`${start}${groups.replace(/[.,]/g, '')}${decimals && '.'}${decimals}`);
}

/** Within the tolerance, borders included, in decimal arithmetic, so that 0.8 is within 0.1 of 0.7. */
export function isWithin(given: number, value: number, tolerance: number): boolean {
  const decimals = [given, value, tolerance].map(decimal);
  const scale = Math.max(...decimals.map((each) => each.scale));
  const [a, b, most] = decimals.map((each) => each.digits * 10n ** BigInt(scale - each.scale)) as [bigint, bigint, bigint];
  return (a > b ? a - b : b - a) <= most;
}

/** A number as its shortest decimal writing: digits, and how many of them stand behind the point. */
function decimal(number: number): { digits: bigint; scale: number } {
  const [plain, exponent = '0'] = String(number).split('e');
  const [whole, behind = ''] = plain!.split('.');
  const scale = behind.length - Number(exponent);
  const digits = BigInt(whole! + behind);
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}
