import fc from 'fast-check';
import { zipSync, strToU8 } from 'fflate';
import type { Imported } from '../../../src/quizzes/formats/imported';
import { readQtiPackage } from '../../../src/quizzes/formats/qti-package';
import { readQtiItem } from '../../../src/quizzes/formats/qti-reader';
import { writeQti } from '../../../src/quizzes/formats/qti-writer';
import { anyQuestion, counted, EVERY_TYPE, kept } from './made';

/** Blanks are one in XHTML. */
const spaced = <T>(value: T): T => {
  if (typeof value === 'string')
    return value
      .replace(/\ufeff/g, '')
      .replace(/\u00a0/g, ' ')
      .replace(/[ \t\f\r]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim() as T;
  if (Array.isArray(value)) return value.map(spaced) as T;
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, spaced(each)])) as T;
  return value;
};

/** What QTI says of a question. */
function inQti(question: Imported): Imported {
  const base = { ...question, category: [], hints: [], penalty: null, markup: 'plain' as const };
  if (base.type === 'short-text') {
    const most = Math.max(...base.answers.map(({ percent }) => percent));
    void most;
    return { ...base, answers: base.answers.map((each) => ({ ...each, feedback: '' })) };
  }
  if (base.type === 'number') {
    const main = base.answers.find(({ percent }) => percent === 100) ?? base.answers[0]!;
    return { ...base, units: [], answers: [{ ...main, percent: 100, feedback: '' }] };
  }
  if (base.type === 'matching') {
    const sides = [...new Set([...base.pairs.map(({ right }) => right), ...base.distractors])];
    return { ...base, distractors: sides.filter((side) => !base.pairs.some(({ right }) => right === side)) };
  }
  if (base.type === 'essay')
    return {
      ...base,
      mostWords: null,
      rubric: base.rubric.map(({ text, points }) => ({ text: text.replace(/\s+/g, ' ').trim(), points })),
    };
  if (base.type === 'gap-text') {
    const gaps = base.gaps.map((gap) =>
      gap.typed
        ? { ...gap, answers: [...new Set(gap.answers)], feedback: '' }
        : { ...gap, feedback: '', options: gap.options.map(({ text }) => ({ text, feedback: '' })) },
    );
    return { ...base, gaps };
  }
  return base;
}

const trips = counted('QTI 3.0');
afterAll(() => process.stdout.write(trips.told()));

/** A short text must have an answer that is worth everything, and no stem with a blank line before its gaps is parted elsewhere. */
const sound = (question: Imported): boolean =>
  question.type === 'short-text'
    ? question.answers.some(({ percent }) => percent === 100)
    : question.type !== 'gap-text' || !/\n\s*\n|\{\{/.test(question.stem);

describe('questions written as QTI 3.0', () => {
  it('come back the same, and are written the same again', () => {
    fc.assert(
      fc.property(
        fc.array(
          anyQuestion([...EVERY_TYPE], ['plain']).filter((each) => sound(kept(each))),
          { minLength: 1, maxLength: 3 },
        ),
        (made) => {
          const questions = made.map((question) => spaced(kept(question)));
          const { bytes } = writeQti(questions);
          const { questions: back } = readQtiPackage(bytes);
          expect(back.map((each) => spaced(kept(each)))).toEqual(questions.map(inQti).map(spaced));
          expect(Buffer.from(writeQti(back).bytes).equals(Buffer.from(writeQti(back.map((each) => ({ ...each }))).bytes))).toBe(true);
          const again = readQtiPackage(writeQti(back).bytes).questions;
          expect(again).toEqual(back);
          expect(Buffer.from(writeQti(again).bytes).equals(Buffer.from(writeQti(back).bytes))).toBe(true);
          trips.one();
        },
      ),
      { numRuns: 400, seed: 29 },
    );
  });
});

const item = (declarations: string, body: string, rest = '') =>
  `<?xml version="1.0"?><assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i" title="t" adaptive="false" timeDependent="false">${declarations}<itemBody>${body}</itemBody>${rest}</assessmentItem>`;
const declared = (id: string, cardinality: string, type: string, ...values: string[]) =>
  `<responseDeclaration identifier="${id}" cardinality="${cardinality}" baseType="${type}"><correctResponse>${values.map((value) => `<value>${value}</value>`).join('')}</correctResponse></responseDeclaration>`;
const CORRECT = '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>';
const keysOf = (text: string) => readQtiItem(text).problems.map(({ key }) => key.replace('formats.problem.', ''));

describe('an item of QTI 2.1', () => {
  it.each([
    [
      'a choice',
      item(
        declared('R', 'single', 'identifier', 'B'),
        '<p>Who?</p><choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>Choose.</prompt><simpleChoice identifier="A">ITU</simpleChoice><simpleChoice identifier="B">IANA<feedbackInline identifier="B">Yes</feedbackInline></simpleChoice></choiceInteraction>',
        CORRECT,
      ),
      {
        type: 'single',
        name: 't',
        stem: 'Who?\n\nChoose.',
        options: [
          { text: 'ITU', percent: 0 },
          { text: 'IANA', percent: 100, feedback: 'Yes' },
        ],
      },
    ],
    [
      'several, with worth of their own',
      item(
        '<responseDeclaration identifier="R" cardinality="multiple" baseType="identifier"><correctResponse><value>A</value><value>B</value></correctResponse><mapping defaultValue="0"><mapEntry mapKey="A" mappedValue="1"/><mapEntry mapKey="B" mappedValue="3"/><mapEntry mapKey="C" mappedValue="-2"/></mapping></responseDeclaration>',
        '<choiceInteraction responseIdentifier="R" maxChoices="0"><simpleChoice identifier="A">a</simpleChoice><simpleChoice identifier="B">b</simpleChoice><simpleChoice identifier="C">c</simpleChoice></choiceInteraction>',
      ),
      { type: 'multiple', options: [{ percent: 25 }, { percent: 75 }, { percent: -50 }] },
    ],
    [
      'an order',
      item(
        declared('R', 'ordered', 'identifier', 'B', 'A'),
        '<orderInteraction responseIdentifier="R"><simpleChoice identifier="A">a</simpleChoice><simpleChoice identifier="B">b</simpleChoice></orderInteraction>',
      ),
      { type: 'ordering', items: ['b', 'a'] },
    ],
    [
      'pairs',
      item(
        declared('R', 'multiple', 'directedPair', 'C R', 'P M'),
        '<matchInteraction responseIdentifier="R"><simpleMatchSet><simpleAssociableChoice identifier="C">c</simpleAssociableChoice><simpleAssociableChoice identifier="P">p</simpleAssociableChoice></simpleMatchSet><simpleMatchSet><simpleAssociableChoice identifier="M">m</simpleAssociableChoice><simpleAssociableChoice identifier="R">r</simpleAssociableChoice><simpleAssociableChoice identifier="T">t</simpleAssociableChoice></simpleMatchSet></matchInteraction>',
      ),
      {
        type: 'matching',
        pairs: [
          { left: 'c', right: 'r' },
          { left: 'p', right: 'm' },
        ],
        distractors: ['t'],
      },
    ],
    [
      'associations',
      item(
        declared('R', 'multiple', 'pair', 'A P', 'C M'),
        '<associateInteraction responseIdentifier="R">' +
          ['A', 'P', 'C', 'M', 'L']
            .map((id) => `<simpleAssociableChoice identifier="${id}">${id.toLowerCase()}</simpleAssociableChoice>`)
            .join('') +
          '</associateInteraction>',
      ),
      {
        type: 'matching',
        pairs: [
          { left: 'a', right: 'p' },
          { left: 'c', right: 'm' },
        ],
        distractors: ['l'],
      },
    ],
    [
      'a text to type',
      item(declared('R', 'single', 'string', 'York'), '<p>The capital is <textEntryInteraction responseIdentifier="R"/>.</p>'),
      { type: 'short-text', stem: 'The capital is _____ .', answers: [{ text: 'York', percent: 100 }] },
    ],
    [
      'a number',
      item(declared('R', 'single', 'float', '3.5'), '<p>How much? <textEntryInteraction responseIdentifier="R"/></p>'),
      { type: 'number', stem: 'How much?', answers: [{ value: 3.5 }] },
    ],
    [
      'words to choose in a text',
      item(
        declared('R', 'single', 'identifier', 'L'),
        '<p>Sum of <inlineChoiceInteraction responseIdentifier="R"><inlineChoice identifier="G">Gloucester</inlineChoice><inlineChoice identifier="L">Lancaster</inlineChoice></inlineChoiceInteraction>!</p>',
      ),
      { type: 'gap-text', text: 'Sum of {{1}}!', gaps: [{ typed: false, right: 1 }] },
    ],
    [
      'an essay',
      item('', '<extendedTextInteraction responseIdentifier="R"><prompt>Write.</prompt></extendedTextInteraction>'),
      { type: 'essay', stem: 'Write.' },
    ],
    ['something to read', item('', '<p>Read.</p>'), { type: 'description', points: 0 }],
  ])('%s', (_, text, expected) => expect(readQtiItem(text).questions).toMatchObject([expected]));

  it.each([
    ['another way of asking', item('', '<hotspotInteraction responseIdentifier="R"/>'), ['qti-interaction-unknown']],
    [
      'several ways of asking',
      item('', '<extendedTextInteraction responseIdentifier="R"/><extendedTextInteraction responseIdentifier="S"/>'),
      ['qti-several'],
    ],
    ['no right answer', item('', '<choiceInteraction responseIdentifier="R"/>'), ['qti-no-response']],
    [
      'rules of its own',
      item(
        declared('R', 'single', 'string', 'a'),
        '<textEntryInteraction responseIdentifier="R"/>',
        '<responseProcessing><responseCondition><responseIf/></responseCondition></responseProcessing>',
      ),
      ['qti-processing'],
    ],
    ['a picture', item('', '<p>See <img src="http://example.org/x.png" alt="map"/></p>'), ['html-picture']],
    ['another root', '<quiz2/>', ['xml-other']],
  ])('with %s says so', (_, text, keys) => expect(keysOf(text)).toEqual(keys));
});

const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
const manifest = (...paths: string[]) =>
  `<manifest><resources>${paths.map((path) => `<resource type="imsqti_item_xmlv2p1" href="${path}"/>`).join('')}</resources></manifest>`;
const READ = item('', '<p>Read.</p>');

describe('a package', () => {
  it('is read by its list, in its order; without one every item is read', () => {
    const two = { 'b.xml': item('', '<p>b</p>'), 'a.xml': item('', '<p>a</p>'), 'x.css': '' };
    expect(readQtiPackage(zip({ 'imsmanifest.xml': manifest('b.xml', 'a.xml'), ...two })).questions.map(({ stem }) => stem)).toEqual([
      'b',
      'a',
    ]);
    expect(readQtiPackage(zip({ ...two, 'other.xml': '<x/>' })).questions.map(({ stem }) => stem)).toEqual(['b', 'a']);
    expect(readQtiPackage(zip({ 'f/imsmanifest.xml': manifest('b.xml'), 'f/b.xml': READ })).questions).toHaveLength(1);
  });

  const nul = zip({ 'imsmanifest.xml': manifest('a.xml'), 'a.xml': READ });
  it.each([
    ['a name that leads out', zip({ '../../etc/passwd': 'x' }), 'package-name'],
    ['a name from the root', zip({ '/etc/passwd': 'x' }), 'package-name'],
    ['a drive', zip({ 'C:/x.xml': 'x' }), 'package-name'],
    ['a backslash', zip({ 'a\\..\\b': 'x' }), 'package-name'],
    ['a name that turns round', zip({ 'a\u202elmx.exe': 'x' }), 'package-name'],
    ['a line end in a name', zip({ 'a\nb': 'x' }), 'package-name'],
    ['names that are one', zip({ 'a.xml': READ, 'A.xml': READ }), 'package-twice'],
    ['a part that is not there', zip({ 'imsmanifest.xml': manifest('gone.xml') }), 'package-part'],
    ['a list that is broken', zip({ 'imsmanifest.xml': '<manifest>' }), 'package-part'],
    ['nothing in its list', zip({ 'imsmanifest.xml': manifest() }), 'package-empty'],
    ['a part that unfolds', zip({ 'imsmanifest.xml': manifest('a.xml'), 'a.xml': `<a>${' '.repeat(6_000_000)}</a>` }), 'file-large'],
    [
      'many parts that unfold',
      zip({
        'imsmanifest.xml': manifest(...'abcdefgh'.split('').map((name) => `${name}.xml`)),
        ...Object.fromEntries('abcdefgh'.split('').map((name) => [`${name}.xml`, ' '.repeat(4_500_000)])),
      }),
      'file-large',
    ],
    ['a DOCTYPE', zip({ 'imsmanifest.xml': manifest('a.xml'), 'a.xml': '<!DOCTYPE x><assessmentItem/>' }), 'xml-doctype'],
    ['half of it', nul.slice(0, nul.length / 2), 'file-broken'],
    ['too many parts', zip(Object.fromEntries(Array.from({ length: 2_100 }, (_, at) => [`${at}.xml`, '']))), 'file-broken'],
  ])('with %s is refused with a sentence', (_, bytes, key) => {
    const { questions, problems } = readQtiPackage(bytes);
    expect(questions).toEqual([]);
    expect(problems.map((problem) => problem.key)).toContain(`formats.problem.${key}`);
  });

  it('that lies about its sizes unfolds no further', () => {
    const bytes = zip({ 'imsmanifest.xml': manifest('a.xml'), 'a.xml': ' '.repeat(30_000_000) });
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 4; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    const before = process.memoryUsage().rss;
    expect(readQtiPackage(bytes).problems).toMatchObject([{ key: 'formats.problem.file-large' }]);
    expect(process.memoryUsage().rss - before).toBeLessThan(128 * 1024 * 1024);
  });
});
