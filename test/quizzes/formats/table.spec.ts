import { readTable, separatorOfTable } from '../../../src/quizzes/formats/table';
import { columnOf } from '../../../src/quizzes/formats/table-columns';

const problemsOf = (text: string) => readTable(text).problems.map(({ line, key }) => `${line} ${key.replace('formats.problem.', '')}`);

describe('a table of questions', () => {
  it('has a row for each', () => {
    const text = `id,type,question,right,wrong 1,wrong 2,feedback,tags
n1,,Who?,IANA,ITU,Nobody,"Since 1988, yes","dns; root"
n2,,Which?,a | b,c,,,
n3,,It is so.,TRUE,,,,
n4,,How many?,"3,5",,,,
n5,,Name it.,DNS|domain names,,,,
n6,,Match.,a -> b | c -> d,e,,,
n7,ordering,Order.,a|b|c,,,,
n8,,Write.,,,,,
n9,description,Read.,,,,,`;
    const { questions, problems } = readTable(text);
    expect(problems).toEqual([]);
    expect(questions.map(({ type }) => type)).toEqual([
      'single',
      'multiple',
      'true-false',
      'number',
      'short-text',
      'matching',
      'ordering',
      'essay',
      'description',
    ]);
    expect(questions[0]).toMatchObject({
      line: 2,
      id: 'n1',
      stem: 'Who?',
      feedback: 'Since 1988, yes',
      tags: ['dns', 'root'],
      options: [{ text: 'IANA', percent: 100 }, { percent: 0 }, {}],
    });
    expect(questions[1]).toMatchObject({ options: [{ percent: 50 }, { percent: 50 }, { percent: -50 }] });
    expect(questions[3]).toMatchObject({ answers: [{ value: 3.5 }] });
    expect(questions[5]).toMatchObject({
      pairs: [
        { left: 'a', right: 'b' },
        { left: 'c', right: 'd' },
      ],
      distractors: ['e'],
    });
  });

  it.each([
    ['English', 'Question,Right,Wrong'],
    ['French', 'Énoncé;Bonne réponse;Mauvaise réponse'],
    ['Spanish', 'Pregunta\tCorrecta\tIncorrecta'],
    ['Portuguese', 'Pergunta;Certa;Errada'],
    ['Russian', 'Вопрос;Правильный ответ;Неправильный ответ'],
    ['Arabic', 'السؤال,الإجابة,خطأ'],
    ['Chinese', '题目,正确答案,错误选项'],
  ])('has headings in %s', (_, headings) => {
    const separator = separatorOfTable(headings)!;
    expect(headings.split(separator).map(columnOf)).toEqual(['stem', 'right', 'wrong']);
    expect(readTable(`${headings}\n${['Who?', 'a', 'b'].join(separator)}`).questions).toMatchObject([
      { type: 'single', stem: 'Who?', options: [{ text: 'a', percent: 100 }, { text: 'b' }] },
    ]);
  });

  it.each([
    ['no headings', 'Who?,a,b', ['1 table-no-headings']],
    ['a row without a question', 'stem,right\n,a', ['2 table-no-stem']],
    ['a row without an answer', 'stem,right,type\na,,single', ['2 table-no-right']],
    ['a type that nobody knows', 'stem,right,type\na,b,riddle', ['2 type-unknown']],
    ['a truth that is none', 'stem,right,type\na,b,true/false', ['2 table-no-truth']],
    ['one option', 'stem,right,type\na,b,single', ['2 too-few-options']],
    ['formulas, which stay as they are', 'stem,right\n=HYPERLINK("x"),=1+1', []],
  ])('with %s', (_, text, problems) => expect(problemsOf(text)).toEqual(problems));
});
