import type { Chapter } from '../../../src/chapters/chapter.entity';
import { BankQuestions } from '../../../src/quizzes/bank/bank-questions.service';
import type { Written } from '../../../src/quizzes/questions/written';
import type { Person } from '../../../src/people/person.entity';
import type { World } from '../../support/world';

/** Names of the subjects of ten small questions. */
export const SUBJECTS = ['ICANN', 'IETF', 'IGF', 'ITU', 'RIPE', 'AFRINIC', 'W3C', 'ISOC', 'UNESCO', 'WSIS'] as const;

export const stemOf = (subject: string) => `Who decides at ${subject}?`;
export const rightOf = (subject: string) => `Those who take part in ${subject}`;
export const wrongOf = (subject: string) => `The secretary of ${subject}`;

/** A question of one choice about a subject, in English and, if wanted, in Arabic. */
export function question(subject: string, more: Partial<Written> = {}): Written {
  return {
    structure: { key: 'q', type: 'single', points: 1, read: null, options: ['a', 'b'], right: 'a' },
    language: 'en',
    texts: {
      en: {
        stem: stemOf(subject),
        'options.a.text': rightOf(subject),
        'options.b.text': wrongOf(subject),
        feedback: `Whoever takes part in ${subject} has a say.`,
      },
    },
    name: subject,
    externalId: null,
    tags: ['bodies'],
    category: '',
    ...more,
  };
}

export function inArabic(subject: string): Written {
  const { texts } = question(subject);
  const ar = { stem: `من يقرر في ${subject}؟`, 'options.a.text': `المشاركون في ${subject}`, 'options.b.text': `أمين ${subject}` };
  return question(subject, { texts: { ...texts, ar: { ...ar, feedback: 'لكل مشارك رأي.' } } });
}

/** Takes questions into the bank of a chapter; returns their ids. */
export function bankOf(
  world: World,
  chapter: Chapter,
  by: Person,
  written: readonly Written[] = SUBJECTS.map((one) => question(one)),
): Promise<string[]> {
  const bank = world.app.get(BankQuestions, { strict: false });
  const author = { chapterId: chapter.id, personId: by.id };
  return world.database.write(async (write) => (await bank.take(write, author, written, world.clock.now())).ids);
}
