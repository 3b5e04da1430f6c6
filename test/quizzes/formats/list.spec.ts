import { looksLikeList, readList } from '../../../src/quizzes/formats/list';
import { growth, LINEAR } from '../../support/growth';

const problemsOf = (text: string) => readList(text).problems.map(({ line, key }) => `${line} ${key.replace('formats.problem.', '')}`);
const rightOf = (text: string) =>
  readList(text).questions.map((question) => {
    if (question.type !== 'single' && question.type !== 'multiple') return question.type;
    return question.options.filter(({ percent }) => percent > 0).map((option) => option.text);
  });

describe('a pasted list', () => {
  it.each([
    ['boxes that are ticked', 'Who?\n- [ ] Nobody\n- [x] IANA', ['IANA']],
    ['a star before the right one', 'Who?\n- Nobody\n* IANA', ['IANA']],
    ['a star before a letter', 'Who?\nA. Nobody\n*B. IANA', ['IANA']],
    ['bold', '1. Who?\n* Nobody\n* **IANA**', ['IANA']],
    ['an answer line', '2) Who?\n\na) Nobody\nb) IANA\n\nAnswer: b', ['IANA']],
    ['an answer line in Russian', 'Кто?\nа) Никто\nб) IANA\nОтвет: б', ['IANA']],
    ['an answer line in Arabic', 'من؟\nأ) لا أحد\nب) IANA\nالإجابة: ب', ['IANA']],
    ['an answer in Chinese', '谁？\nA. 无\nB. IANA\n答案：B', ['IANA']],
    ['several', 'Which?\n- [x] a\n- [x] b\n- [ ] c', ['a', 'b']],
  ])('with %s', (_, text, right) => {
    expect(looksLikeList(text)).toBe(true);
    expect(readList(text).problems).toEqual([]);
    expect(rightOf(text)).toEqual([right]);
  });

  it('has headings, comments, ids and tags', () => {
    const text =
      '# Naming\n\n1. Who coordinates the root? [id:n1] [tag:dns]\n- [x] IANA\n- [ ] ITU\n> Since 1988.\n\n2. How many letters?\nAnswer: 26\n\nName it.\nAnswer: DNS';
    expect(readList(text)).toMatchObject({
      problems: [],
      questions: [
        {
          line: 3,
          type: 'single',
          id: 'n1',
          tags: ['dns'],
          category: ['Naming'],
          stem: 'Who coordinates the root?',
          feedback: 'Since 1988.',
        },
        { type: 'number', answers: [{ value: 26 }] },
        { type: 'short-text', answers: [{ text: 'DNS' }] },
      ],
    });
  });

  it.each([
    ['nothing marked', 'Who?\n- a\n- b', ['1 list-no-right']],
    ['one option', 'Who?\n- [x] a', ['1 too-few-options']],
    ['no options', 'Who?', ['1 list-no-options']],
    ['words between options', 'Who?\n- [x] a\nand then\n- [ ] b', ['3 list-line-unread']],
    ['nothing', '\n\n', ['1 nothing']],
  ])('with %s says so', (_, text, problems) => expect(problemsOf(text)).toEqual(problems));

  it('of a million lines is read', () => {
    expect(readList('Q?\n- [x] a\n- b\n\n'.repeat(250_000)).questions).toHaveLength(250_000);
  });

  it.each<[what: string, most: number, read: (length: number) => unknown]>([
    ['of questions', 200_000, (length) => readList('Q?\n- [x] a\n- b\n\n'.repeat(length / 12))],
    ['that never ends a box', 300_000, (length) => looksLikeList('- ['.repeat(length))],
    ['of stars', 200_000, (length) => readList(`${'**'.repeat(length)}\n- ${'**'.repeat(length)}\n- ${'[ '.repeat(length)}`)],
  ])('%s costs as its length does', (_, most, read) => expect(growth(read, most)).toBeLessThan(LINEAR));
});
