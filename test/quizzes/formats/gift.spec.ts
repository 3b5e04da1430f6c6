import { readGift } from '../../../src/quizzes/formats/gift';
import type { Imported } from '../../../src/quizzes/formats/imported';

/** The one question of a file without problems. */
function only(file: string): Imported {
  const { questions, problems } = readGift(file);
  expect(problems).toEqual([]);
  expect(questions).toHaveLength(1);
  return questions[0]!;
}

const options = (file: string) => {
  const question = readGift(file).questions[0]!;
  if (question.type !== 'single' && question.type !== 'multiple') throw new Error(`It is ${question.type}`);
  return question.options.map(({ text, percent, feedback }) => [text, percent, feedback]);
};
const problemsOf = (file: string) => readGift(file).problems.map(({ line, key }) => `${line} ${key.replace('formats.problem.', '')}`);
const typesOf = (file: string) => readGift(file).questions.map(({ type }) => type);

describe('a GIFT file', () => {
  it('is parted by blank lines, also such as hold spaces, whatever ends a line', () => {
    expect(readGift('One {}\r\n \t \r\nTwo {}\r\n\r\n\r\nThree {}').questions.map(({ stem, line }) => [stem, line])).toEqual([
      ['One', 1],
      ['Two', 3],
      ['Three', 6],
    ]);
  });

  it('begins after a byte order mark', () => expect(only('\ufeffWho? {}').stem).toBe('Who?'));

  it('may hold comments anywhere but in the middle of a line', () => {
    const file =
      '// a list\nWhere is it?\n// inside\n{\n  // the right one\n  =https://example.org/a#see https://example.org/b\n  ~nowhere\n}';
    expect(options(file)).toEqual([
      ['https://example.org/a', 100, 'see https://example.org/b'],
      ['nowhere', 0, ''],
    ]);
    expect(only(file).line).toBe(2);
  });

  it('takes an id and tags from comments, the first id and every tag once', () => {
    const { id, tags } = only('// question: 4 [id:naming-1] [tag:dns] [id:other]\n// [tag:root \\] zone] [tag:dns]\nWhat? {}');
    expect({ id, tags }).toEqual({ id: 'naming-1', tags: ['dns', 'root ] zone'] });
  });

  it('of comments alone is nothing', () => expect(problemsOf('// one\n\n// two')).toEqual(['1 nothing']));
  it('without anything is nothing', () => expect(problemsOf('')).toEqual(['1 nothing']));

  it('puts questions into categories; a context of Moodle’s says nothing, a doubled slash is a slash', () => {
    const file = '$CATEGORY: $course$/top/Naming/IPv4//IPv6: both\n\nA {}\n\n$CATEGORY: Routing\n\nB {}';
    expect(readGift(file).questions.map(({ category }) => category)).toEqual([['Naming', 'IPv4/IPv6: both'], ['Routing']]);
  });

  it('says when a category has no name, or runs into a question', () => {
    expect(problemsOf('$CATEGORY:\n\nA {}')).toEqual(['1 category-empty']);
    expect(problemsOf('$CATEGORY: a\nWhat? {}\n\nB {}')).toEqual(['2 category-goes-on']);
  });

  it('with the same id twice keeps the first and says so; another category is another matter', () => {
    expect(problemsOf('// [id:a]\nOne {}\n\n// [id:a]\nTwo {}')).toEqual(['5 id-twice']);
    expect(problemsOf('// [id:a]\nOne {}\n\n$CATEGORY: b\n\n// [id:a]\nTwo {}')).toEqual([]);
  });

  it('with characters that no text can have is not read', () => expect(problemsOf('a\nb\u0000 {}')).toEqual(['2 unusable-characters']));
});

describe('escapes', () => {
  it('bring every mark into a text, and a new line', () => {
    expect(only('a\\=b \\~c \\#d \\{e\\} f\\: \\n g\\\\h').stem).toBe('a=b ~c #d {e} f: \n g\\h');
  });
  it('of anything else stay as they were typed', () => expect(only('\\[x\\] \\a').stem).toBe('\\[x\\] \\a'));
  it('are read from the left: two backslashes and an n are a backslash and an n', () => expect(only('a\\\\nb').stem).toBe('a\\nb'));
  it('are not needed outside braces but for these', () => expect(only('1 = 2: # ~ {}').stem).toBe('1 = 2: # ~'));
});

describe('name and stem', () => {
  it('a name stands between colons at the very beginning, and may hold escaped ones', () => {
    expect(only('::Root\\:: zone\\:::What? {}')).toMatchObject({ name: 'Root:: zone:', stem: 'What?' });
    expect(only('Not ::a name:: {}')).toMatchObject({ name: 'Not ::a name::', stem: 'Not ::a name::' });
  });
  it('without a name the stem gives one, shortened', () => {
    expect(only(`${'long '.repeat(40)}{}`).name).toHaveLength(60);
  });
  it('a name that is not closed is told', () => expect(problemsOf('::What? {}')).toEqual(['1 name-not-closed']));
  it('a tag says how a text is marked up, and only at the beginning', () => {
    expect(only('::n::[html]<b>What?</b> {}')).toMatchObject({ markup: 'html', stem: '<b>What?</b>' });
    expect(only('[markdown]*a* [html] {}')).toMatchObject({ markup: 'markdown', stem: '*a* [html]' });
    expect(only('[Nairobi] is where? {}')).toMatchObject({ markup: 'auto', stem: '[Nairobi] is where?' });
  });
  it('a tag that nobody knows stays, and is told', () => expect(problemsOf('[HTML]What? {}')).toEqual(['1 markup-unknown']));
  it('no braces make a description', () =>
    expect(only('Read this first.')).toMatchObject({ type: 'description', stem: 'Read this first.' }));
  it('one brace alone is told, with its line', () => {
    expect(problemsOf('a\nb {=c')).toEqual(['2 brace-missing']);
    expect(problemsOf('a =c}')).toEqual(['1 brace-missing']);
  });
  it('braces the wrong way round are told', () => expect(problemsOf('a } b { c')).toEqual(['1 brace-order']));
  it('answers in the middle leave a gap; at the end they leave nothing', () => {
    expect(only('Grant is {=buried ~living} there.').stem).toBe('Grant is _____ there.');
    expect(only('Grant {=a ~b}').stem).toBe('Grant');
    expect(only('{=Asia ~Africa}').stem).toBe('');
  });
  it('only a mark after the braces is a sentence with a gap, and told', () => {
    expect(problemsOf('What is pi? {#3.14}.')).toEqual(['1 mark-after-brace']);
    expect(readGift('What is pi? {#3.14}.').questions[0]!.stem).toBe('What is pi? _____.');
  });
  it('more braces stay as text, and are told', () => {
    const file = 'a {=b ~c} d {=e}';
    expect(readGift(file).questions[0]!.stem).toBe('a  d {=e}');
    expect(problemsOf(file)).toEqual(['1 more-braces']);
  });
  it('feedback for everybody stands after the last ####', () => {
    expect(only('a {=b#x ~c####one####two}')).toMatchObject({ feedback: 'two' });
    expect(only('a {####read on}')).toMatchObject({ type: 'essay', feedback: 'read on' });
  });
});

describe('the type of a question', () => {
  it.each([
    ['a {}', 'essay'],
    ['a {#1}', 'number'],
    ['a {=b ~c}', 'single'],
    ['a {~%50%b ~%50%c ~d}', 'multiple'],
    ['a {=b -> c =d -> e}', 'matching'],
    ['a {T}', 'true-false'],
    ['a { FALSE }', 'true-false'],
    ['a {=b}', 'short-text'],
    ['a {b}', 'short-text'],
    ['a', 'description'],
  ])('%s is %s', (file, type) => expect(typesOf(file)).toEqual([type]));

  it('true in small letters is an answer to type, and told', () => {
    expect(typesOf('a {true}')).toEqual(['short-text']);
    expect(problemsOf('a {true}')).toEqual(['1 lower-case-truth']);
    expect(problemsOf('a {f}')).toEqual(['1 lower-case-truth']);
  });
  it('a ~ in the feedback of an answer makes options of it, and is told when two are right', () => {
    expect(problemsOf('a {=Nairobi#some ~4 million =nairobi}')).toEqual(['1 several-right']);
  });
  it('an arrow in the feedback of a truth is told', () => {
    expect(problemsOf('a {T#no#a = b -> c}')).toContain('1 truth-read-as-matching');
  });
});

describe('options', () => {
  it('have feedback from the first # on', () => {
    expect(options('a {=b#yes#really ~c#no}')).toEqual([
      ['b', 100, 'yes#really'],
      ['c', 0, 'no'],
    ]);
  });
  it('have weights, also less than nothing, and fractions as Moodle keeps them', () => {
    expect(options('a {~%33.33333%b ~%33.333%c ~%33.33333%d ~%-50%e}').map(([, percent]) => percent)).toEqual([
      33.33333, 33.333, 33.33333, -50,
    ]);
  });
  it('over several lines know theirs when something is wrong', () => {
    expect(problemsOf('a {\n=b\n~%17%c\n}')).toEqual(['3 weight-unknown']);
  });
  it.each([
    ['a {~b}', 'too-few-options'],
    ['a {~b ~c}', 'no-right-option'],
    ['a {~%50%b ~%25%c}', 'weights-not-whole'],
    ['a {=b ~}', 'empty-answer'],
    ['a {x =b ~c}', 'text-before-options'],
    ['a {=%50%b ~c}', 'weight-as-text'],
  ])('%s: %s', (file, key) => expect(problemsOf(file)).toEqual([`1 ${key}`]));
});

describe('true or false', () => {
  it('says first what whoever is wrong reads, then whoever is right', () => {
    expect(only('a {T#no, look#yes}')).toMatchObject({ right: true, whenWrong: 'no, look', whenRight: 'yes' });
    expect(only('a {FALSE#no}')).toMatchObject({ right: false, whenWrong: 'no', whenRight: '' });
  });
});

describe('an answer to type', () => {
  it('can be several, of different worth', () => {
    expect(only('a {=DNS#yes =%50%domain names#nearly =%0%ip}')).toMatchObject({
      answers: [
        { text: 'DNS', percent: 100, feedback: 'yes' },
        { text: 'domain names', percent: 50, feedback: 'nearly' },
        { text: 'ip', percent: 0, feedback: '' },
      ],
    });
  });
  it('may stand without its =', () => expect(only('a {four}')).toMatchObject({ answers: [{ text: 'four', percent: 100 }] }));
});

describe('matching', () => {
  it('parts at the first arrow; an empty left side is one to choose that fits nothing', () => {
    expect(only('a {=b -> c -> d =e -> f = -> g}')).toMatchObject({
      pairs: [
        { left: 'b', right: 'c -> d' },
        { left: 'e', right: 'f' },
      ],
      distractors: ['g'],
    });
  });
  it.each([
    ['a {=b -> c =d}', 'pair-without-arrow'],
    ['a {=b -> c}', 'too-few-pairs'],
    ['a {=b -> =c -> d}', 'empty-answer'],
  ])('%s: %s', (file, key) => expect(problemsOf(file)).toEqual([`1 ${key}`]));
});

describe('numbers', () => {
  it.each([
    ['{#3}', 3, 0],
    ['{#3.14:0.01}', 3.14, 0.01],
    ['{#1..5}', 3, 2],
    ['{#-5..5}', 0, 5],
    ['{#-5..-1}', -3, 2],
    ['{#=1e3:10}', 1000, 10],
    ['{# .5 }', 0.5, 0],
  ])('%s is %d within %d', (file, value, tolerance) => expect(only(file)).toMatchObject({ answers: [{ value, tolerance, percent: 100 }] }));

  it('several at once, with what is said to everybody else', () => {
    expect(only('When? {# =1822:0#exact =%50%1822:2#close ~#another time}')).toMatchObject({
      answers: [
        { value: 1822, tolerance: 0, percent: 100, feedback: 'exact' },
        { value: 1822, tolerance: 2, percent: 50, feedback: 'close' },
      ],
      whenWrong: 'another time',
    });
  });
  it.each([
    ['{#3,14}', 'number-with-comma'],
    ['{#three}', 'not-a-number'],
    ['{#1:2:3}', 'not-a-number'],
    ['{#Infinity}', 'not-a-number'],
    ['{#5..1}', 'range-reversed'],
    ['{#5:-1}', 'range-reversed'],
    ['{#}', 'no-answers'],
    ['{#*}', 'not-a-number'],
  ])('%s: %s', (file, key) => {
    expect(problemsOf(file)).toEqual([`1 ${key}`]);
    expect(readGift(file).questions).toEqual([]);
  });
});

describe('a file of any kind', () => {
  it('never throws, loses no block without saying so, and takes no time to speak of', () => {
    const marks = [
      '{',
      '}',
      '=',
      '~',
      '#',
      '->',
      '::',
      '%50%',
      '%',
      '####',
      '\\',
      '\n',
      '\n\n',
      'T',
      '//',
      '$CATEGORY:',
      '[html]',
      '1',
      '..',
      'ب',
      '😀',
    ];
    let seed = 7;
    const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
    for (let i = 0; i < 3000; i++) {
      const file = Array.from({ length: 1 + Math.floor(next() * 14) }, () => marks[Math.floor(next() * marks.length)]).join('');
      const { questions, problems } = readGift(file);
      expect(questions.length + problems.length).toBeGreaterThan(0);
      for (const { line } of problems) expect(line).toBeGreaterThanOrEqual(1);
    }
    expect(readGift(`${'{'.repeat(100_000)}`).questions).toEqual([]);
    expect(readGift(`a {${'=b'.repeat(50_000)}}`).questions).toHaveLength(1);
  });
});
