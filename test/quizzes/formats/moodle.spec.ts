import fc from 'fast-check';
import type { Imported } from '../../../src/quizzes/formats/imported';
import { readMoodle } from '../../../src/quizzes/formats/moodle-reader';
import { writeMoodle } from '../../../src/quizzes/formats/moodle-writer';
import { anyQuestion, counted, EVERY_TYPE, kept } from './made';
import { growth, LINEAR } from '../../support/growth';

/** What Moodle says of a question. */
function inMoodle(question: Imported): Imported {
  const { type } = question;
  const combined = ['single', 'multiple', 'matching', 'ordering', 'true-false'].includes(type);
  const base = {
    ...question,
    whenRight: combined ? question.whenRight : '',
    whenWrong: combined || type === 'number' ? question.whenWrong : '',
    penalty: type === 'true-false' && question.penalty === 100 ? null : question.penalty,
  };
  if (base.type === 'number') return { ...base, units: base.units.map((unit) => ({ ...unit, text: unit.text.trim() })) };
  if (base.type === 'short-text') return base;
  if (base.type === 'essay')
    return { ...base, rubric: base.rubric.map(({ text, points }) => ({ text: text.replace(/\s+/g, ' '), points })) };
  if (base.type !== 'gap-text') return base;
  const brace = (text: string) => text.replace(/\{(?=\d{0,3}:[A-Z_]+:)/g, '{ ');
  return {
    ...base,
    stem: base.stem.replace(/\{(?=\{|\d{0,3}:[A-Z_]+:)/g, '{ ').replace(/\n{2,}/g, '\n'),
    text: brace(base.text),
    gaps: base.gaps.map((gap) => (gap.typed ? gap : { ...gap, feedback: '' })),
  };
}

const trips = counted('Moodle XML');
afterAll(() => process.stdout.write(trips.told()));
const apart = (questions: Imported[]) =>
  questions.map((question, at) => (question.id === null ? question : { ...question, id: `${question.id} ${at}` }));

describe('questions written as Moodle XML', () => {
  it('come back the same, and are written the same again', () => {
    fc.assert(
      fc.property(fc.array(anyQuestion([...EVERY_TYPE], ['plain', 'markdown']), { minLength: 1, maxLength: 4 }).map(apart), (questions) => {
        const { text } = writeMoodle(questions);
        const { questions: back } = readMoodle(text);
        expect(back.map(kept)).toEqual(questions.map(kept).map(inMoodle));
        expect(writeMoodle(back).text).toBe(text);
        trips.one();
      }),
      { numRuns: 1000, seed: 21 },
    );
  });
});

const file = (...questions: string[]) => `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join('\n')}\n</quiz>`;
const problemsOf = (text: string) => readMoodle(text).problems.map(({ line, key }) => `${line} ${key.replace('formats.problem.', '')}`);
const question = (type: string, rest: string, text = 'Who?') =>
  `<question type="${type}"><name><text>n</text></name><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext>${rest}</question>`;
const answer = (text: string, fraction: number, feedback = '') =>
  `<answer fraction="${fraction}" format="html"><text>${text}</text><feedback format="html"><text>${feedback}</text></feedback></answer>`;
const only = (text: string) => {
  const read = readMoodle(text);
  expect(read.problems).toEqual([]);
  expect(read.questions).toHaveLength(1);
  return read.questions[0]!;
};

describe('a file of Moodle', () => {
  it('has questions to choose from, with everything that is said of them', () => {
    const rest = `<generalfeedback format="html"><text>&lt;p&gt;So&lt;/p&gt;</text></generalfeedback><defaultgrade>2.0000000</defaultgrade><penalty>0.5000000</penalty>
      <hidden>0</hidden><idnumber>n-1</idnumber><single>true</single><correctfeedback format="html"><text>Right</text></correctfeedback>
      <partiallycorrectfeedback format="html"><text>Your answer is partially correct.</text></partiallycorrectfeedback><incorrectfeedback format="html"><text>Wrong</text></incorrectfeedback>
      ${answer('&lt;p&gt;IANA&lt;/p&gt;', 100, 'Yes')}${answer('Nobody', -33.33333)}<hint format="html"><text>Think</text></hint><tags><tag><text>dns</text></tag></tags>`;
    const category = '<question type="category"><category><text>$course$/top/Naming/IPv4//6</text></category></question>';
    expect(only(file(category, question('multichoice', rest, '<p>Who?</p>')))).toMatchObject({
      type: 'single',
      name: 'n',
      stem: 'Who?',
      id: 'n-1',
      tags: ['dns'],
      category: ['Naming', 'IPv4/6'],
      feedback: 'So',
      whenRight: 'Right',
      whenWrong: 'Wrong',
      points: 2,
      penalty: 50,
      hints: ['Think'],
      markup: 'plain',
      options: [
        { text: 'IANA', percent: 100, feedback: 'Yes' },
        { text: 'Nobody', percent: -33.33333, feedback: '' },
      ],
    });
  });

  it.each([
    ['several right', question('multichoice', `<single>false</single>${answer('a', 50)}${answer('b', 50)}`), { type: 'multiple' }],
    [
      'true or false',
      question('truefalse', answer('true', 0, 'no') + answer('false', 100, 'yes')),
      { type: 'true-false', right: false, whenRight: 'yes', whenWrong: 'no' },
    ],
    [
      'an answer to type',
      question('shortanswer', `<usecase>1</usecase>${answer('a &lt; *', 100)}`),
      { type: 'short-text', matchCase: true, answers: [{ text: 'a < *' }] },
    ],
    [
      'pairs',
      question(
        'matching',
        '<subquestion><text>a</text><answer><text>b</text></answer></subquestion><subquestion><text>c</text><answer><text>d</text></answer></subquestion><subquestion><text/><answer><text>e</text></answer></subquestion>',
      ),
      {
        type: 'matching',
        pairs: [
          { left: 'a', right: 'b' },
          { left: 'c', right: 'd' },
        ],
        distractors: ['e'],
      },
    ],
    ['an order', question('ordering', answer('b', 2) + answer('a', 1)), { type: 'ordering', items: ['a', 'b'] }],
    [
      'an essay',
      question('essay', '<maxwordlimit>200</maxwordlimit><graderinfo format="html"><text>- Facts (2)\n- Words (1)</text></graderinfo>'),
      { type: 'essay', mostWords: 200 },
    ],
    ['something to read', question('description', '<defaultgrade>0</defaultgrade>'), { type: 'description', points: 0 }],
    [
      'gaps',
      question('cloze', '', 'Say:<br><br>{1:SHORTANSWER:=a~=b#x~*#x} is {2:MC:c~=d~%-50%e\\}} {:NM:=5:0}'),
      { type: 'gap-text', stem: 'Say:', text: '{{1}} is {{2}} {{3}}', points: 4 },
    ],
    [
      'words to select',
      question(
        'gapselect',
        '<selectoption><text>a</text><group>1</group></selectoption><selectoption><text>b</text><group>1</group></selectoption>',
        'It is [[2]].',
      ),
      { type: 'gap-text', text: 'It is {{1}}.', gaps: [{ right: 1 }] },
    ],
  ])('%s', (_, source, expected) => {
    expect(readMoodle(file(source)).questions).toMatchObject([expected]);
  });

  it('numbers have tolerances and units', () => {
    const rest = `<answer fraction="100"><text>3.14</text><tolerance>0.01</tolerance><feedback><text>yes</text></feedback></answer>
      <answer fraction="0"><text>*</text><feedback><text>no</text></feedback></answer>
      <units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit><unit><multiplier>100</multiplier><unit_name>cm</unit_name></unit></units>`;
    expect(only(file(question('numerical', rest)))).toMatchObject({
      type: 'number',
      answers: [{ value: 3.14, tolerance: 0.01, percent: 100, feedback: 'yes' }],
      whenWrong: 'no',
      units: [
        { text: 'm', factor: 1 },
        { text: 'cm', factor: 0.01 },
      ],
    });
  });

  it.each([
    ['a type that is not here', question('calculated', ''), ['3 type-unknown']],
    ['a picture', question('essay', '', 'See <img src="@@PLUGINFILE@@/x.png">'), ['3 html-picture']],
    ['styles', question('essay', '', 'See <b>this</b>'), ['3 html-style']],
    ['no right option', question('multichoice', answer('a', 0) + answer('b', 50)), ['3 no-right-option']],
    [
      'weights that are no whole',
      question('multichoice', `<single>false</single>${answer('a', 50)}${answer('b', 0)}`),
      ['3 weights-not-whole'],
    ],
    ['a comma decimal', question('numerical', answer('3,14', 100)), ['3 number-with-comma']],
    ['gaps with tolerance', question('cloze', '', '{1:NM:=3:0.5}'), ['3 gap-tolerance']],
    ['gaps for several', question('cloze', '', '{1:MULTIRESPONSE:=a~=b}'), ['3 gap-type-unknown']],
    ['half a point', question('essay', '<defaultgrade>1.5</defaultgrade>'), ['3 points-rounded']],
    ['an id twice', `${question('essay', '<idnumber>a</idnumber>')}\n${question('essay', '<idnumber>a</idnumber>')}`, ['4 id-twice']],
    ['what is not closed', '<question>', ['4 xml-broken']],
  ])('with %s says so', (_, source, problems) => expect(problemsOf(file(source))).toEqual(problems));

  it.each([
    ['a DOCTYPE', '<!DOCTYPE quiz SYSTEM "file:///etc/passwd"><quiz/>', 'xml-doctype'],
    [
      'words that unfold',
      '<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>\n<quiz>&lol2;</quiz>',
      'xml-doctype',
    ],
    ['words that nobody defined', '<quiz>&x;</quiz>', 'xml-broken'],
    ['deep nesting', '<a>'.repeat(100_000), 'xml-deep'],
    ['another root', '<html/>', 'xml-other'],
    ['half a file', '<quiz><question type="essay">', 'xml-broken'],
    ['two roots', '<quiz/><quiz/>', 'xml-broken'],
    ['an attribute twice', '<quiz a="1" a="2"/>', 'xml-broken'],
  ])('with %s is refused', (_, text, key) => {
    expect(readMoodle(text)).toMatchObject({ questions: [], problems: [{ key: `formats.problem.${key}` }] });
  });

  it('of five megabytes is read', () => {
    const one = question('multichoice', answer('a', 100) + answer('b', 0));
    const many = file(...Array.from({ length: Math.floor(5_000_000 / one.length) - 1 }, () => one));
    expect(readMoodle(many).questions.length).toBeGreaterThan(5000);
  });

  it.each<[what: string, most: number, text: (length: number) => string]>([
    ['questions of no type', 200_000, (length) => `<quiz>${'<question type="x"/>'.repeat(length)}</quiz>`],
    ['gaps that never end', 50_000, (length) => file(question('cloze', '', '{1:SA:'.repeat(length)))],
    ['a gap of signs', 100_000, (length) => file(question('cloze', '', `{1:SA:${'\\'.repeat(length)}`))],
  ])('of %s costs as its length does, and nothing is read', (_, most, text) => {
    expect(readMoodle(text(most)).questions).toEqual([]);
    expect(growth((length) => readMoodle(text(length)), most)).toBeLessThan(LINEAR);
  });
});
