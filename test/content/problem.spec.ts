import { join } from 'node:path';
import { compile } from '../../src/content/folders/folder';
import { PROBLEMS, problem, ProblemKey, told } from '../../src/content/problem';
import { LANGUAGES } from '../../src/kernel/language';
import { Phrases } from '../../src/languages/phrases';
import { SCENARIO } from './sample-scenario';
import { changed, QUIZ } from './samples';

const phrases = Phrases.read(join(__dirname, '../../views/translations'));
const say = phrases.in('en');

describe('a problem in a sentence', () => {
  it.each([
    [
      'a right answer that is no option',
      compile('quiz', changed(QUIZ, 'quiz.yml', 'right: b }', 'right: z }')),
      'quiz.yml:7 questions.1.right: “z” is not one of the options.',
    ],
    [
      'a slot that is not there, and which there are',
      compile('scenario', changed(SCENARIO, 'scenario.yml', 'path: slot.hours', 'path: slot.colour')),
      'scenario.yml:70 roles.2.script.rules.1.when.path: there is no “slot.colour” here. There are: slot.place, slot.hours, slot.fee',
    ],
    [
      'a table without conflict',
      compile('scenario', changed(SCENARIO, 'scenario.yml', 'options: [school], weight: 1', 'options: [hill], weight: 1')),
      'scenario.yml:87 No goal of engineer pulls against a goal of another role, so it has nothing to negotiate.',
    ],
    [
      'what is about a whole file',
      compile('scenario', Object.fromEntries(Object.entries(SCENARIO).filter(([path]) => path !== 'en/briefs/shop.md'))),
      'en/briefs/shop.md This file is needed and is not there.',
    ],
  ])('%s', (_, { problems }, sentence) => expect(problems.map((each) => told(each, say))).toContain(sentence));

  it.each(LANGUAGES)('every problem can be said: %s', (language) => {
    for (const key of Object.keys(PROBLEMS) as ProblemKey[]) {
      expect(told(problem('a.yml', 1, key, {}), (one) => phrases.source(language, one) ?? '')).toMatch(/^a\.yml:1 .{8,}$/u);
    }
  });
});
