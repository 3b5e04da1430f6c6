import { readQuestions, severityOf } from '../../../src/quizzes/formats/read-file';

const PARTS = [
  '\n',
  ' ',
  '\t',
  '\r',
  '{',
  '}',
  '[id:',
  '// [id:',
  '// [tag:a\\',
  '=',
  '~',
  '~a',
  '=%50%b',
  '#',
  '####',
  '->',
  '=a->b',
  '::',
  '\\',
  '%',
  '$CATEGORY:',
  'A. ',
  'A. a\n',
  'ANSWER: A\n',
  '- [',
  '- [ ] ',
  '- [x] a\n',
  '* ',
  '**',
  '> ',
  '# ',
  '1. ',
  '<',
  '<a ',
  '<a href="',
  "<a title='",
  '<p>',
  '<quiz>',
  '<!--',
  '<?',
  '<![CDATA[',
  '&',
  '&amp',
  '&#x',
  '{1:SA:',
  '{1:SA:=a~',
  '{{',
  '{{a}}',
  ',',
  ';',
  '"',
  '"a""',
  '""',
  'question,right\n',
  'question,',
  '- a\n',
  ': ',
  '? ',
  '&a ',
  '*a ',
  '[[',
  '- - ',
  '\u2028',
  '\ufdd0',
  '\u0000',
  'ب',
  '😀',
  '=1+1',
  'true',
  '3,14',
  '{~a}\n\n',
  'a\n\n',
  '"\n',
  '- a: {b: c}\n',
];
const BEGINNINGS = [
  '',
  'Who? {',
  'Who? {~a',
  '<quiz><question type="cloze"><questiontext format="moodle_auto_format"><text>',
  'question,right,wrong\n',
  'format: chapterhouse-questions\nquestions:\n',
  'Who?\n- [x] a\n- b\n',
];

/** So long that whatever grows with the square of it would not be done before the suite is given up. */
const LENGTH = 60_000;

describe('no file keeps anybody waiting', () => {
  it.each(BEGINNINGS)(
    'that begins with %j and says one thing over and over',
    (beginning) => {
      for (const part of PARTS) {
        const { questions, problems } = readQuestions(beginning + part.repeat(Math.floor(LENGTH / part.length)));
        expect(questions.length + problems.length).toBeGreaterThan(0);
        for (const problem of problems.slice(0, 3)) expect(['error', 'warning']).toContain(severityOf(problem));
      }
    },
    240_000,
  );
});
