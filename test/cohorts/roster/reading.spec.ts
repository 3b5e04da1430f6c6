import { isEmail } from 'class-validator';
import fc from 'fast-check';
import { emailAddress } from '../../../src/kernel/email-address';
import { isAddress } from '../../../src/cohorts/roster/reading/address';
import { problemOf, readRoster } from '../../../src/cohorts/roster/reading/reading';
import { growth, LINEAR } from '../../support/growth';

type Person = [name: string, email: string];

const people = (text: string): Person[] => readRoster(text).map(({ name, email }) => [name, email]);
const BOTH: Person[] = [
  ['Amina Said', 'amina@example.org'],
  ['Juma Otieno', 'juma@example.org'],
];

describe('a roster that is pasted', () => {
  it.each<[string, string, Person[]]>([
    ['two columns of a spreadsheet', 'Amina Said\tamina@example.org\nJuma Otieno\tjuma@example.org', BOTH],
    ['the same with headings', 'Name\tE-mail\nAmina Said\tamina@example.org\nJuma Otieno\tjuma@example.org', BOTH],
    ['the address first', 'amina@example.org\tAmina Said\njuma@example.org\tJuma Otieno', BOTH],
    ['commas', 'Amina Said,amina@example.org\r\nJuma Otieno,juma@example.org\r\n', BOTH],
    [
      'semicolons, as French and Russian spreadsheets write',
      'Nom;Courriel\nAmina Said;amina@example.org\nJuma Otieno;juma@example.org',
      BOTH,
    ],
    ['upright strokes', '| Amina Said | amina@example.org |\n| Juma Otieno | juma@example.org |', BOTH],
    [
      'quotation marks',
      '"Said, Amina","amina@example.org"\n"Otieno ""J"" Juma","juma@example.org"',
      [
        ['Said, Amina', 'amina@example.org'],
        ['Otieno J Juma', 'juma@example.org'],
      ],
    ],
    [
      'a number, a town and a telephone beside',
      'Nr,Name,Phone,Email,Town\n1,Amina Said,+254 712 345 678,amina@example.org,Lamu\n2,Juma Otieno,0712345,juma@example.org,Kisumu',
      BOTH,
    ],
    [
      'the same without headings',
      '1,Amina Said,+254 712 345 678,amina@example.org,Lamu\n2,Juma Otieno,0712345,juma@example.org,Kisumu',
      BOTH,
    ],
    ['first and last names', 'First name,Last name,Email\nAmina,Said,amina@example.org\nJuma,Otieno,juma@example.org', BOTH],
    ['first and last names without headings', 'Amina,Said,amina@example.org\nJuma,Otieno,juma@example.org', BOTH],
    ['Spanish headings', 'Nombre;Apellidos;Correo electrónico\nAmina;Said;amina@example.org\nJuma;Otieno;juma@example.org', BOTH],
    [
      'an address on each line',
      'amina@example.org\njuma@example.org\n',
      [
        ['', 'amina@example.org'],
        ['', 'juma@example.org'],
      ],
    ],
    [
      'an address on each line, with commas at the ends',
      'amina@example.org,\njuma@example.org,',
      [
        ['', 'amina@example.org'],
        ['', 'juma@example.org'],
      ],
    ],
    [
      'one column with a heading',
      'E-mail\namina@example.org\njuma@example.org',
      [
        ['', 'amina@example.org'],
        ['', 'juma@example.org'],
      ],
    ],
    ['an address book', 'Amina Said <amina@example.org>\n"Juma Otieno" <mailto:juma@example.org>', BOTH],
    ['the line of a letter to many', 'Amina Said <amina@example.org>, Juma Otieno <juma@example.org>', BOTH],
    ['the same with semicolons', 'Amina Said <amina@example.org>; Juma Otieno <juma@example.org>;', BOTH],
    [
      'addresses one after the other',
      'amina@example.org juma@example.org',
      [
        ['', 'amina@example.org'],
        ['', 'juma@example.org'],
      ],
    ],
    ['a chat', '[12/03/2027, 09:14:07] Amina Said: amina@example.org\n12.03.27, 9:15 - Juma Otieno: juma@example.org', BOTH],
    ['a list with bullets and numbers', '1. Amina Said amina@example.org\n• Juma Otieno – juma@example.org', BOTH],
    [
      'Arabic with Arabic commas',
      'الاسم، البريد الإلكتروني\nيوسف خوري، yusuf@example.org\nنور حداد، nour@example.org',
      [
        ['يوسف خوري', 'yusuf@example.org'],
        ['نور حداد', 'nour@example.org'],
      ],
    ],
    [
      'Arabic with marks of direction that a chat adds',
      '\u200f\u202bيوسف خوري\u202c \u2068yusuf@example.org\u2069',
      [['يوسف خوري', 'yusuf@example.org']],
    ],
    [
      'Chinese with wide commas',
      '姓名，邮箱\n陈美，mei@example.org\n李伟，wei@example.org',
      [
        ['陈美', 'mei@example.org'],
        ['李伟', 'wei@example.org'],
      ],
    ],
    [
      'Chinese family and given names',
      '姓\t名\t邮箱\n陈\t美\tmei@example.org\n李\t伟\twei@example.org',
      [
        ['陈美', 'mei@example.org'],
        ['李伟', 'wei@example.org'],
      ],
    ],
    [
      'Russian with semicolons',
      'ФИО;Эл. почта\nАнна Петрова;anna@example.org\nИгорь Ким;igor@example.org',
      [
        ['Анна Петрова', 'anna@example.org'],
        ['Игорь Ким', 'igor@example.org'],
      ],
    ],
    [
      'a row with a cell too few',
      'Amina Said,amina@example.org\nJuma Otieno,juma@example.org\nbaraka@example.org',
      [...BOTH, ['', 'baraka@example.org']],
    ],
    ['wide signs', 'Amina Said　amina＠example.org', [['Amina Said', 'amina＠example.org']]],
    ['nothing', ' \n\t\n', []],
  ])('%s', (_, text, found) => {
    expect(people(text)).toEqual(found);
  });

  it('keeps what it cannot read, with its line and the reason', () => {
    const rows = readRoster('Amina Said, amina@example.org\nJuma Otieno, juma at example\n\nBaraka, +254 712 345678\nX, amina@gmail,com');
    expect(rows.map((row) => [row.line, row.raw, problemOf(row)])).toEqual([
      [1, 'Amina Said, amina@example.org', null],
      [2, 'Juma Otieno, juma at example', 'address'],
      [4, 'Baraka, +254 712 345678', 'address'],
      [5, 'X, amina@gmail,com', 'address'],
    ]);
  });

  it.each<[string, string, ReturnType<typeof problemOf>]>([
    ['members of a chat without addresses', '~ Amina S.\n+254 712 345678', 'no-address'],
    ['a name of 201 characters', `${'é'.repeat(201)}\tx@example.org`, 'name'],
    ['a sign that is no text', 'Am\u0000ina\tx@example.org', 'characters'],
    ['an address without an end', 'Amina\tamina@example', 'address'],
    ['an address of 300 characters', `Amina\t${'a'.repeat(300)}@example.org`, 'address'],
  ])('%s', (_, text, problem) => {
    expect(problemOf(readRoster(text)[0]!)).toBe(problem);
  });

  it('reads a formula as the words that it is', () => {
    expect(people('=HYPERLINK("http://evil.example","x"),amina@example.org\nJuma,juma@example.org')[0]![1]).toBe('amina@example.org');
  });

  it('reads ten thousand people', () => {
    expect(readRoster(Array.from({ length: 10_000 }, (_, i) => `Person ${i},p${i}@example.org`).join('\n'))).toHaveLength(10_000);
  });

  it.each<[what: string, text: (half: number) => string]>([
    ['quotation marks', (half) => '""'.repeat(half)],
    ['quotation marks and commas', (half) => '",'.repeat(half)],
    ['one letter', (half) => 'aa'.repeat(half)],
    ['columns', (half) => 'a,'.repeat(half)],
    ['rows', (half) => 'a\n'.repeat(half)],
    ['columns, then rows', (half) => `${'a,'.repeat(half / 2)}\n${'a\n'.repeat(half / 2)}`],
    ['spaces', (half) => `x@y.org${'  '.repeat(half)}z`],
    ['beginnings of addresses', (half) => 'a@'.repeat(half)],
    ['beginnings of brackets', (half) => '[1'.repeat(half)],
  ])('a text of %s costs as its length does', (_, text) => {
    expect(growth((half) => readRoster(text(half)), 32 * 1024)).toBeLessThan(LINEAR);
  });

  it('never fails, whatever is pasted, and keeps nothing that cannot be stored', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', '\t', ',', ';', '"', '\n'), (text, sign) => {
        for (const { raw, name, email } of readRoster(text.replaceAll('a', sign)))
          expect([raw, name, email].every((one) => one.isWellFormed() && !/(?!\n)\p{Cc}/u.test(one))).toBe(true);
      }),
      { seed: 20270312, numRuns: 500 },
    );
  });
});

describe('an address', () => {
  it.each(['amina@example.org', 'a.b+c@sub.example.co.ke', "o'neil@example.org", 'иван@почта.рф', 'x@例え.jp', 'AMINA＠Example.ORG'])(
    'can be %s',
    (text) => {
      expect([isAddress(text), isEmail(emailAddress(text))]).toEqual([true, true]);
    },
  );

  it.each([
    'amina',
    '@example.org',
    'a@b',
    'a@b.c',
    'a..b@example.org',
    '.a@example.org',
    'a@-x.org',
    'a@x_y.org',
    'a b@example.org',
    'a@example.1',
  ])('cannot be %s', (text) => {
    expect(isAddress(text)).toBe(false);
  });

  it('that is taken is taken by the form of the invited person too', () => {
    const word = fc.stringMatching(/^[A-Za-zéß中مи0.+_'-]{1,12}$/);
    fc.assert(
      fc.property(word, word, fc.constantFrom('org', 'co.ke', 'рф', 'x', 'c0m'), (local, host, end) => {
        const text = `${local}@${host}.${end}`;
        const taken = isAddress(text);
        expect([text, taken && !isEmail(emailAddress(text))]).toEqual([text, false]);
      }),
      { seed: 20270313, numRuns: 3000 },
    );
  });
});
