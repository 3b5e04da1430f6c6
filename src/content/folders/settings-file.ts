/** The settings of a quiz in `quiz.yml`: only what differs from the usual is written. */
import { QuestionStructure } from '../question-structures';
import {
  BEHAVIOURS,
  COUNTING,
  OVERDUE_POLICIES,
  QuizSettings,
  REVIEW_MOMENTS,
  REVIEW_PARTS,
  ReviewPart,
  USUAL_SETTINGS,
} from '../quiz-settings';
import { Fields, Sheet, within } from './sheet';
import { Branch, Tree } from './yaml';

const LONGEST_MINUTES = 60 * 24 * 60;
const MOST_TRIES = 20;
const MOST_DRAWN = 100;
const MOST_BANDS = 10;

type Reader<K extends keyof QuizSettings> = (sheet: Sheet, fields: Fields, questions: readonly QuestionStructure[]) => QuizSettings[K];

const READERS: { [K in keyof QuizSettings]: Reader<K> } = {
  behaviour: (sheet, fields) => sheet.word(fields, 'behaviour', BEHAVIOURS),
  overdue: (sheet, fields) => sheet.word(fields, 'overdue', OVERDUE_POLICIES),
  graceMinutes: (sheet, fields) => sheet.whole(fields, 'graceMinutes', 0, LONGEST_MINUTES),
  tries: (sheet, fields) => (sheet.isNothing(fields, 'tries') ? null : sheet.whole(fields, 'tries', 1, MOST_TRIES)),
  delays: (sheet, fields) => {
    const delays = sheet.fields(fields.entries.get('delays'), within(fields.where, 'delays'), ['second', 'later']);
    return { second: sheet.whole(delays, 'second', 0, LONGEST_MINUTES), later: sheet.whole(delays, 'later', 0, LONGEST_MINUTES) };
  },
  counting: (sheet, fields) => sheet.word(fields, 'counting', COUNTING),
  shuffle: (sheet, fields) => {
    const { shuffle } = USUAL_SETTINGS;
    const mixed = sheet.fields(fields.entries.get('shuffle'), within(fields.where, 'shuffle'), ['questions', 'options']);
    return { questions: sheet.flag(mixed, 'questions', shuffle.questions), options: sheet.flag(mixed, 'options', shuffle.options) };
  },
  draws: (sheet, fields, questions) =>
    sheet.list(fields, 'draws', 0, MOST_DRAWN).map((branch, index) => draw(sheet, branch, index, questions)),
  navigation: (sheet, fields) => sheet.word(fields, 'navigation', ['free', 'sequential'] as const),
  review: (sheet, fields) => {
    const matrix = sheet.fields(fields.entries.get('review'), within(fields.where, 'review'), REVIEW_MOMENTS);
    const parts = (moment: string) => sheet.references(matrix, moment, REVIEW_PARTS, 0) as ReviewPart[];
    return { during: parts('during'), immediately: parts('immediately'), open: parts('open'), closed: parts('closed') };
  },
  bands: (sheet, fields) => {
    const bands = sheet.list(fields, 'bands', 0, MOST_BANDS).map((branch) => (branch.kind === 'scalar' ? Number(branch.value) : NaN));
    const falling = bands.every(
      (from, index) => Number.isInteger(from) && from <= 100 && from >= 0 && (index === 0 || from < bands[index - 1]!),
    );
    if (bands.length && (!falling || bands.at(-1) !== 0)) sheet.note('content.problem.bands-order', fields.line);
    return falling ? bands : [];
  },
};

function draw(sheet: Sheet, branch: Branch, index: number, questions: readonly QuestionStructure[]): { tag: string; count: number } {
  const one = sheet.fields(branch, `settings.draws.${index + 1}`, ['tag', 'count']);
  const drawn = { tag: sheet.key(one, 'tag'), count: sheet.whole(one, 'count', 1, MOST_DRAWN) };
  const there = questions.filter(({ tags }) => tags?.includes(drawn.tag)).length;
  if (drawn.count > there) sheet.note('content.problem.draw-too-many', branch.line, { tag: drawn.tag, count: drawn.count, there });
  return drawn;
}

/** What the map says, and nothing of what it does not say. */
export function readSettings(sheet: Sheet, branch: Branch, questions: readonly QuestionStructure[]): Partial<QuizSettings> {
  const fields = sheet.fields(branch, 'settings', [], Object.keys(READERS));
  const said = [...fields.entries.keys()].filter((name): name is keyof QuizSettings => Object.hasOwn(READERS, name));
  return Object.fromEntries(said.map((name) => [name, READERS[name](sheet, fields, questions)]));
}

export function settingsTree(settings: Partial<QuizSettings>): Map<string, Tree> {
  return new Map(Object.entries(settings).map(([name, value]) => [name, asTree(value)]));
}

function asTree(value: unknown): Tree {
  if (Array.isArray(value)) return value.map(asTree);
  return value !== null && typeof value === 'object'
    ? new Map(Object.entries(value).map(([name, inner]) => [name, asTree(inner)]))
    : (value as Tree);
}
