import fc from 'fast-check';
import { emailAddress, emailKey } from '../../src/kernel/email-address';

describe('an e-mail address', () => {
  it.each([
    ['as everybody types it', 'ana@example.org', 'ana@example.org', 'ana@example.org'],
    ['with capitals', 'Ana@Example.ORG', 'ana@example.org', 'Ana@example.org'],
    ['with spaces round it', '  ana@example.org\u00a0', 'ana@example.org', 'ana@example.org'],
    ['with capitals beyond ASCII', 'ÉLODIE@example.org', 'élodie@example.org', 'ÉLODIE@example.org'],
    ['with letters and marks apart', 'E\u0301LODIE@example.org', 'élodie@example.org', 'ÉLODIE@example.org'],
    ['in Russian capitals', 'ИВАН@пример.испытание', 'иван@xn--e1afmkfd.xn--80akhbyknj4f', 'ИВАН@пример.испытание'],
    ['with a Greek sigma at the end of a word', 'ΣΟΦΟΣ@example.org', 'σοφοσ@example.org', 'ΣΟΦΟΣ@example.org'],
    ['with the other small sigma', 'σοφος@example.org', 'σοφοσ@example.org', 'σοφος@example.org'],
    ['with a dotted capital İ', 'İnci@example.org', 'i\u0307nci@example.org', 'İnci@example.org'],
    ['with a sharp s, which is no ss', 'weiß@example.org', 'weiß@example.org', 'weiß@example.org'],
    ['of a domain in its own letters', 'ana@bücher.example', 'ana@xn--bcher-kva.example', 'ana@bücher.example'],
    ['of that domain in capitals', 'ana@BÜCHER.example', 'ana@xn--bcher-kva.example', 'ana@bücher.example'],
    ['of that domain with its mark apart', 'ana@bu\u0308cher.example', 'ana@xn--bcher-kva.example', 'ana@bücher.example'],
    ['of that domain in ASCII', 'ana@xn--bcher-kva.example', 'ana@xn--bcher-kva.example', 'ana@bücher.example'],
    ['of a domain with a sharp s', 'ana@straße.example', 'ana@xn--strae-oqa.example', 'ana@straße.example'],
    ['of an Arabic domain', 'نور@مثال.إختبار', 'نور@xn--mgbh0fb.xn--kgbechtv', 'نور@مثال.إختبار'],
    ['of a Chinese domain, with its full stop', '美@例子。测试', '美@xn--fsqu00a.xn--0zwm56d', '美@例子.测试'],
    ['in wide letters', 'ａｎａ＠ｅｘａｍｐｌｅ．ｏｒｇ', 'ana@example.org', 'ana@example.org'],
    ['with letters joined to one', 'o\ufb03ce@example.org', 'office@example.org', 'office@example.org'],
    ['with the sign for kelvin', '\u212aofi@\u212aumasi.example', 'kofi@kumasi.example', 'Kofi@kumasi.example'],
    ['with marks of direction that were copied along', '\u200fana\u200e@\u200bexample.org\u200e', 'ana@example.org', 'ana@example.org'],
    ['with an @ in quotes', '"a@b"@example.org', '"a@b"@example.org', '"a@b"@example.org'],
    ['that is none', 'Ana', 'ana', 'Ana'],
    ['with an address behind its domain', 'ana@example.org/x', 'ana@example.org/x', 'ana@example.org/x'],
    ['with a port', 'ana@example.org:25', 'ana@example.org:25', 'ana@example.org:25'],
    ['with an encoded domain', 'ana@ex%61mple.org', 'ana@ex%61mple.org', 'ana@ex%61mple.org'],
    ['of a domain that cannot be', 'ana@xn--\u00fc.example', 'ana@xn--ü.example', 'ana@xn--ü.example'],
    ['without a domain', 'ana@', 'ana@', 'ana@'],
    ['of nothing', '', '', ''],
  ])('%s', (_, typed, key, written) => {
    expect([emailKey(typed), emailAddress(typed)]).toEqual([key, written]);
  });

  it('stays as it is once it was read, whatever it was', () => {
    const anything = fc.string({ unit: 'binary' });
    const addresses = fc.tuple(anything, anything).map(([local, domain]) => `${local}@${domain}`);
    fc.assert(
      fc.property(fc.oneof(anything, addresses, fc.emailAddress()), (typed) => {
        expect(emailKey(emailKey(typed))).toBe(emailKey(typed));
        expect(emailKey(emailAddress(typed))).toBe(emailKey(typed));
        expect(emailAddress(emailAddress(typed))).toBe(emailAddress(typed));
      }),
      { numRuns: 3000 },
    );
  });
});
