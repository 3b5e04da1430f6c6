/** Numbers as people type them in any of the seven languages: both digit systems, both decimal signs. */

const ZEROS = [0x0660, 0x06f0, 0xff10]; // Arabic-Indic, extended Arabic-Indic, full width

/** The same text with every digit as 0–9. */
export function westernDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    const zero = ZEROS.find((z) => code >= z && code <= z + 9);
    return zero === undefined ? digit : String(code - zero);
  });
}

/** The number that was typed, or null when it is none. One decimal sign (. , ٫), spaces between groups are ignored. */
export function typedNumber(text: string): number | null {
  const plain = westernDigits(text.trim())
    .replace(/[−–]/g, '-')
    .replace(/[\s\u00a0\u202f٬’']/g, '')
    .replace(/[٫,]/g, '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}
