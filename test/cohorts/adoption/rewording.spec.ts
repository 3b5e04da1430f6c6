import { rewording, wordByWord } from '../../../src/cohorts/adoption/rewording';

const written = (pieces: { did: string; text: string }[]) =>
  pieces.map(({ did, text }) => (did === 'go' ? `[-${text}-]` : did === 'come' ? `[+${text}+]` : text)).join('');

describe('word by word', () => {
  it.each([
    ['one word', 'Humming starts it', 'Humming opens it', 'Humming [-starts -][+opens +]it'],
    ['Chinese, sign by sign', '主席决定', '主席不决定', '主席[+不+]决定'],
    ['Arabic', 'نص قديم هنا', 'نص جديد هنا', 'نص [-قديم -][+جديد +]هنا'],
    ['nothing', 'the same', 'the same', 'the same'],
    ['everything', 'one', 'two', '[-one-][+two+]'],
    ['from nothing', '', 'new', '[+new+]'],
  ])('%s', (_, was, now, expected) => expect(written(wordByWord(was, now))).toBe(expected));
});

describe('paragraph by paragraph', () => {
  const [a, b, c] = ['First of all, we listen.', 'Then somebody asks why.', 'Nobody counts the hands.'];
  const text = (...paragraphs: string[]) => paragraphs.join('\n\n');
  it.each<[string, string | null, string | null, string[]]>([
    ['nothing changed', text(a, b), text(a, b), []],
    ['only spaces changed', text(a, b), `${a}\n \n${b}\n`, []],
    ['one was added', text(a, c), text(a, b, c), ['added']],
    ['one was removed', text(a, b, c), text(a, c), ['removed']],
    ['one was changed', text(a, b), text(a, 'Then somebody asks why not.'), ['changed']],
    ['one was written anew', text(a, b), text(a, 'It rains.'), ['removed', 'added']],
    ['a new text', null, text(a, b), ['added', 'added']],
    ['a text that went', a, null, ['removed']],
    ['two places', text(a, b, c), text('First of all, they listen.', b, 'Nobody counts hands.'), ['changed', 'changed']],
  ])('%s', (_, was, now, expected) => expect(rewording(was, now).map(({ did }) => did)).toEqual(expected));
});
