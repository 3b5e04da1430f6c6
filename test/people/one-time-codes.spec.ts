import { codeAt, newRecoveryCode, newSecret, recoveryHash, stepOf, stepOfCode } from '../../src/people/second-factor/one-time-codes';

/** “12345678901234567890”, as RFC 6238 uses it, in the letters of RFC 4648. */
const RFC = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('codes that change every thirty seconds', () => {
  it.each([
    ['1970-01-01T00:00:59Z', '94287082'],
    ['2005-03-18T01:58:29Z', '07081804'],
    ['2005-03-18T01:58:31Z', '14050471'],
    ['2009-02-13T23:31:30Z', '89005924'],
    ['2033-05-18T03:33:20Z', '69279037'],
    ['2603-10-11T11:33:20Z', '65353130'],
  ])('are those of RFC 6238, appendix B, at %s', (at, code) => {
    expect(codeAt(RFC, stepOf(new Date(at)), 8)).toBe(code);
  });

  const now = new Date('2027-03-01T09:00:10Z');
  const here = stepOf(now);

  it.each([
    ['of now', here, true],
    ['of half a minute ago', here - 1, true],
    ['of half a minute from now', here + 1, true],
    ['of a minute ago', here - 2, false],
    ['of a minute from now', here + 2, false],
  ])('a code %s', (_, step, taken) => {
    expect(stepOfCode(RFC, codeAt(RFC, step), now)).toBe(taken ? step : null);
  });

  it.each([
    ['with a space', (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`],
    ['in Arabic digits', (code: string) => code.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))],
    ['with marks of direction, as they are copied', (code: string) => `\u200e${code}\u200f`],
  ])('are taken %s', (_, typed) => {
    expect(stepOfCode(RFC, typed(codeAt(RFC, here)), now)).toBe(here);
  });

  it.each(['', '0', 'abcdef', '1e5', '١'])('“%s” is none', (typed) => {
    expect(stepOfCode(RFC, typed, now)).toBeNull();
  });

  it('come from 160 random bits', () => {
    const secrets = new Set(Array.from({ length: 100 }, newSecret));
    expect([secrets.size, [...secrets].every((one) => /^[A-Z2-7]{32}$/.test(one))]).toEqual([100, true]);
  });
});

describe('codes on paper', () => {
  it('are the same however they are typed', () => {
    const code = newRecoveryCode();
    expect(code).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
    const ways = [
      code.toLowerCase(),
      code.replaceAll('-', ''),
      code.replaceAll('-', ' '),
      ` ${code.replaceAll('O', '0').replaceAll('I', '1')} `,
    ];
    expect(new Set(ways.map(recoveryHash))).toEqual(new Set([recoveryHash(code)]));
    expect(recoveryHash(newRecoveryCode())).not.toBe(recoveryHash(code));
  });
});
