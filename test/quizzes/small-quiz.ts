import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { QuizSettings } from '../../src/content/quiz-settings';
import type { Options, TestApp } from '../support/app';
import { AROUND_THE_QUIZ, enrol, LIBRARY, loadLibrary, openCohort, startWorld, type World } from '../support/world';

type Fields = Record<string, unknown>;

export interface SmallQuiz {
  minutes?: number | null;
  passMark?: number;
  settings?: Partial<QuizSettings>;
  /** In place of the usual ones, by their keys. */
  questions?: Fields[];
  /** Percent bands, and what they say. */
  bands?: Record<number, string>;
  /** Other options that are right, by question. */
  right?: Record<string, unknown>;
}

export const CHAIR: Fields = {
  key: 'chair',
  type: 'single',
  points: 3,
  options: ['a', 'b', 'c'],
  right: 'b',
  hints: 2,
  penalty: 33.33333,
  tags: ['people'],
};
export const HUM: Fields = { key: 'hum', type: 'true-false', points: 1, right: true, tags: ['ways'] };
export const MONTHS: Fields = { key: 'months', type: 'number', points: 2, right: { value: 2, tolerance: 0 }, tags: ['ways'] };
export const WHY: Fields = { key: 'why', type: 'essay', points: 4, mostWords: 100 };
export const NOTE: Fields = { key: 'note', type: 'description', points: 0 };

const WORDS: Record<string, Fields> = {
  chair: {
    stem: 'Who says that there is rough consensus?',
    feedback: 'The chair listens to reasons and says so.',
    options: {
      a: { text: 'The largest company', feedback: 'Companies do not take part; people do.' },
      b: { text: 'The chair', feedback: 'Yes, after the objections are answered.' },
      c: { text: 'A vote', feedback: 'Nobody knows who could vote.' },
    },
    hints: { 1: 'It is one person.', 2: 'They sit at the front.' },
  },
  hum: { stem: 'A hum starts the conversation.', feedback: 'It shows where to begin.' },
  months: { stem: 'Within how many months does an appeal begin?', feedback: 'Two months.' },
  why: { stem: 'Why does an objection matter?' },
  note: { stem: 'Read this first: a working group has met.' },
};
const ARABIC: Record<string, Fields> = {
  chair: {
    stem: 'من يعلن التوافق التقريبي؟',
    options: { a: { text: 'أكبر شركة' }, b: { text: 'رئيس الجلسة' }, c: { text: 'التصويت' } },
  },
  hum: { stem: 'الهمهمة بداية الحوار.' },
  months: { stem: 'خلال كم شهرًا يبدأ الطعن؟' },
};

/** A world whose only quiz is a small one, with Wanjiku, Baraka and Yusuf enrolled. */
export async function startSmall(
  quiz: SmallQuiz = {},
  options: Options = {},
): Promise<World & { studies: Record<'wanjiku' | 'baraka' | 'yusuf', string> }> {
  const world = await startWorld(options);
  await loadSmall(world, quiz);
  const [kenya, lebanon] = [await openCohort(world, world.kenya), await openCohort(world, world.lebanon)];
  const studies = {
    wanjiku: await enrol(world, world.wanjiku, kenya),
    baraka: await enrol(world, world.baraka, kenya),
    yusuf: await enrol(world, world.yusuf, lebanon),
  };
  return { ...world, studies };
}

/** What the library has around the starter quiz, with the small quiz in its place; a newer version of it where there is one. */
export async function loadSmall(world: TestApp, quiz: SmallQuiz): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'chapterhouse-small-'));
  for (const part of AROUND_THE_QUIZ) cpSync(join(LIBRARY, part), join(folder, part), { recursive: true });
  write(join(folder, 'quizzes/rough-consensus'), quiz);
  await loadLibrary(world, folder);
  rmSync(folder, { recursive: true, force: true });
}

function write(
  folder: string,
  { minutes = null, passMark = 60, settings, questions = [CHAIR, HUM, MONTHS], bands, right = {} }: SmallQuiz,
): void {
  const asked = questions.map((one) => ({ ...one, ...(String(one['key']) in right && { right: right[String(one['key'])] }) }));
  const own = settings && {
    ...settings,
    ...(bands && {
      bands: Object.keys(bands)
        .map(Number)
        .sort((a, b) => b - a),
    }),
  };
  const head = { slug: 'rough-consensus', language: 'en', module: 'rough-consensus', passMark, minutes };
  const put = (file: string, content: unknown) => writeFileSync(join(folder, file), stringify(content, { aliasDuplicateObjects: false }));
  put('quiz.yml', { ...head, ...(own && { settings: own }), questions: asked });
  const wordsOf = (all: Record<string, Fields>) =>
    Object.fromEntries(questions.flatMap(({ key, hints }) => words(all[String(key)], hints !== undefined, String(key))));
  put('en.yml', { title: 'A small quiz', summary: 'A few questions.', ...(bands && { bands }), questions: wordsOf(WORDS) });
  put('ar.yml', { title: 'اختبار صغير', summary: 'بضعة أسئلة.', questions: wordsOf(ARABIC) });
  rmSync(join(folder, 'fr.yml'));
}

function words(all: Fields | undefined, hinted: boolean, key: string): [string, Fields][] {
  if (!all) return [];
  const { hints, ...rest } = all;
  return [[key, hinted && hints ? all : rest]];
}
