import { nameSize } from '../../src/certificates/name-size';

describe('a name is printed', () => {
  it.each([
    'Wanjiku Kamau',
    'Fatuma Ali Hassan',
    'Aïssatou Diallo-Ba',
    'عبد الرحمن بن عبد العزيز',
    'عبدُ الرَّحْمٰن', // marks take no room of their own
    '阿卜杜拉希莫夫·买买提江',
    '美'.repeat(16),
    'W'.repeat(14),
  ])('large when it fills two lines: %s', (name) => {
    expect(nameSize(name)).toBe('large');
  });

  it.each([
    'Maria Fernanda dos Santos Oliveira',
    'Александра-Вильгельмина Константиновна',
    'MOHAMMED ABDULWAHAB MWANGI', // capitals are wider
    '美'.repeat(17),
    'W'.repeat(16),
    'W'.repeat(50),
  ])('in middle type when it fills more: %s', (name) => {
    expect(nameSize(name)).toBe('middle');
  });

  it.each(['W'.repeat(51), '美'.repeat(120), 'é'.repeat(120)])('small when it would fill more than four of those: %s', (name) => {
    expect(nameSize(name)).toBe('small');
  });
});
