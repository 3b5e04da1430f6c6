import { PRESETS, REVIEW_MOMENTS, REVIEW_PARTS, USUAL_SETTINGS } from '../../../src/content/quiz-settings';
import { explained } from '../../../src/quizzes/attempts/explained';
import { grade } from '../../../src/quizzes/questions/grading';
import { momentOf, moreFrom, rightsAt } from '../../../src/quizzes/sitting/review-rights';
import { rightAnswer } from '../../../src/quizzes/questions/review';
import type { Words } from '../../../src/content/translation';
import { SINGLE } from '../questions';

const at = (seconds: number) => new Date(Date.UTC(2026, 8, 1, 14, 0, 0) + seconds * 1000);

describe('the moment of a review', () => {
  it.each([
    ['during, before handing in', null, at(900), 'during'],
    ['immediately, at handing in', at(0), at(0), 'immediately'],
    ['immediately, until two minutes are over', at(0), at(119.999), 'immediately'],
    ['later, from two minutes on', at(0), at(120), 'open'],
    ['immediately, even when it has closed meanwhile', at(0), at(119), 'immediately'],
    ['closed, from the moment it closes', at(0), at(1000), 'closed'],
    ['later, until the moment before', at(0), at(999.999), 'open'],
  ] as const)('%s', (_, handedInAt, now, moment) => expect(momentOf(handedInAt, at(1000), now)).toBe(moment));

  it('never closes where there is no end', () => expect(momentOf(at(0), null, at(1e9))).toBe('open'));
});

describe('what may be seen', () => {
  it.each(REVIEW_MOMENTS.flatMap((moment) => REVIEW_PARTS.map((part) => [moment, part] as const)))(
    '%s: %s follows its own cell and no other',
    (moment, part) => {
      const empty = { during: [], immediately: [], open: [], closed: [] };
      const matrix = { ...empty, [moment]: [part] };
      for (const other of REVIEW_MOMENTS) {
        const rights = rightsAt(matrix, other);
        for (const each of REVIEW_PARTS) expect(rights[each]).toBe(other === moment && each === part);
      }
    },
  );

  it('a final explains itself when it has closed; practice hides nothing', () => {
    expect(rightsAt(PRESETS.final.review, 'open')).toMatchObject({ marks: true, 'right-answer': false, correctness: false });
    expect(Object.values(rightsAt(PRESETS.final.review, 'closed'))).not.toContain(false);
    expect(Object.values(rightsAt(PRESETS.practice.review, 'during'))).not.toContain(false);
    expect([moreFrom(PRESETS.final.review, 'open', at(9)), moreFrom(PRESETS.final.review, 'closed', at(9))]).toEqual([at(9), null]);
    expect([moreFrom(USUAL_SETTINGS.review, 'open', at(9)), moreFrom(PRESETS.final.review, 'open', null)]).toEqual([null, null]);
  });
});

describe('an answer beside the key', () => {
  const words = { language: 'en', has: () => true, text: (key: string) => ({ text: `<${key}>`, language: 'en' }) } as unknown as Words;
  const NONE = rightsAt({ during: [], immediately: [], open: [], closed: [] }, 'open');
  const said = (right: string, rights: Partial<typeof NONE>) => {
    const question = { ...SINGLE, right };
    const given = { type: 'single', option: 'a' } as const;
    const reviewed = {
      question,
      number: 1,
      given,
      grade: grade(question, given),
      right: rightAnswer(question),
      readAgain: null,
      feedback: [
        { part: 'a', key: 'questions.when.options.a.feedback' },
        { part: null, key: 'questions.when.feedback' },
      ],
    };
    return JSON.stringify(explained(reviewed, words, { ...NONE, ...rights }));
  };

  it('is the same whatever the key, where neither the key nor anything that follows from it may be known', () => {
    expect(said('b', { attempt: true, most: true, specific: true, general: true })).toBe(
      said('c', { attempt: true, most: true, specific: true, general: true }),
    );
    expect(said('a', { attempt: true, most: true })).toBe(said('c', { attempt: true, most: true }));
  });

  it.each(['correctness', 'marks', 'right-answer'] as const)('differs with the key where %s may be known', (part) => {
    expect(said('a', { [part]: true })).not.toBe(said('c', { [part]: true }));
  });

  it('whether it is wrong says nothing of what is right', () => {
    const shown = { correctness: true, marks: true, most: true, specific: true, general: true };
    expect(said('b', shown)).toBe(said('d', shown));
  });
});
