import { readQuestions, severityOf } from '../../../src/quizzes/formats/read-file';

const LENGTH = 40_000;
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

describe('no file keeps anybody waiting', () => {
  it.each(BEGINNINGS)(
    'that begins with %j and says one thing over and over',
    (beginning) => {
      const slow: string[] = [];
      for (const part of PARTS) {
        const text = beginning + part.repeat(Math.floor(LENGTH / part.length));
        const began = performance.now();
        const { questions, problems } = readQuestions(text);
        const took = performance.now() - began;
        expect(questions.length + problems.length).toBeGreaterThan(0);
        for (const problem of problems.slice(0, 3)) expect(['error', 'warning']).toContain(severityOf(problem));
        if (took > 2_500) slow.push(`${JSON.stringify(part)}: ${Math.round(took)} ms`);
      }
      expect(slow).toEqual([]);
    },
    120_000,
  );
});
