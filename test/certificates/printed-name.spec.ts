import { nameProblem, printedName } from '../../src/certificates/printed-name';

describe('a name that can be printed', () => {
  it.each([
    'Wanjiku Kamau',
    'Aïssatou Diallo-Ba',
    "Sinéad O'Connor",
    'Sinéad O’Connor',
    'Martin Luther King, Jr.',
    'Johannes Paul 2',
    'يوسف خوري',
    'عبدُ الرَّحْمٰن',
    '陈美',
    'Дмитрий Шостакович',
    'Ελένη Παπαδοπούλου',
    'کتاب\u200cخانه', // with the joiner that Persian spelling needs
    'Kaʻiulani',
    '葛\u{e0100}城', // with the sign that picks one form of a character
    'X',
    'é'.repeat(120),
    'क्षि'.repeat(120),
  ])('%s', (name) => {
    expect(nameProblem(name)).toBeNull();
    expect(printedName(name)).toBe(name.normalize('NFC'));
  });

  it('is kept in NFC, with single spaces and nothing invisible', () => {
    expect(printedName('  Aı\u0308ssatou \u00a0\n Diallo\u00ad-\u200bBa\u200f ')).toBe('Aı\u0308ssatou Diallo-Ba'.normalize('NFC'));
    expect(printedName('Ange\u0301lique')).toBe('Angélique');
  });

  it.each([
    ['empty', '', 'missing'],
    ['blank', ' \u00a0\u3000\u200b', 'missing'],
    ['without a letter', '--- 007', 'missing'],
    ['of 121 characters', 'é'.repeat(121), 'long'],
    ['of 121 characters of two signs each', 'e\u0302\u0323'.repeat(121), 'long'],
    ['of few characters with thousands of marks', `Z${'\u0334'.repeat(3000)}`, 'long'],
    ['with an emoji', 'Wanjiku 🌍', 'characters'],
    ['with a digit as an emoji', 'Wanjiku 1\ufe0f\u20e3', 'characters'],
    ['with a character for private use', 'Wanjiku \ue000', 'characters'],
    ['with a sign that has no meaning yet', 'Wanjiku \u0378', 'characters'],
    ['with a sign of currency', 'Wanjiku $', 'characters'],
    ['with markup', '<b>Wanjiku</b>', 'characters'],
    ['with an override of direction', 'Wanjiku \u202ekcab', 'characters'],
    ['in letters that there is no type for', 'นางสาวสมหญิง', 'letters'],
    ['in such letters beside others', 'Ana 김', 'letters'],
    ['with NUL', 'Wanjiku\0', 'characters'],
  ])('is not one %s', (_, name, problem) => {
    expect(nameProblem(name)).toBe(problem);
  });
});
