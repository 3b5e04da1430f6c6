import { gapsIn, pieces } from '../../src/content/gaps';

describe('a text with gaps', () => {
  it.each([
    ['between words', 'All {{one}} are {{two}}.', [{ text: 'All ' }, { gap: 'one' }, { text: ' are ' }, { gap: 'two' }, { text: '.' }]],
    ['at both ends', '{{one}} and {{two}}', [{ gap: 'one' }, { text: ' and ' }, { gap: 'two' }]],
    ['side by side', '{{one}}{{two}}', [{ gap: 'one' }, { gap: 'two' }]],
    ['with spaces inside', '{{ one }}', [{ gap: 'one' }]],
    ['in Arabic', 'تُعالج كل {{one}}.', [{ text: 'تُعالج كل ' }, { gap: 'one' }, { text: '.' }]],
    ['without any', 'None {one} {{Two}} {{}}', [{ text: 'None {one} {{Two}} {{}}' }]],
    ['empty', '', []],
  ])('%s', (_, text, cut) => expect(pieces(text)).toEqual(cut));

  it('lists its gaps in their order, as often as they stand there', () => {
    expect(gapsIn('{{b}} {{a}} {{b}}')).toEqual(['b', 'a', 'b']);
  });
});
