import type { OwnChapter } from '../../chapters/chapter-team.guard';
import { type Shown, type Words, spoken } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import { LANGUAGE_NAMES } from '../../kernel/language';
import { type Question, textKey } from '../questions/question';
import type { TakenQuiz } from './analysis.queries';
import { letterOf } from '../questions/letters';
import { chart } from './chart';
import { guessScore } from './guess-score';
import type { QuizOfTeam } from './quiz-of-chapter.guard';
import { choicesOf, type ItemReport, rightOf } from './report';
import type { QuizReport } from './reports.service';
import type { TestStatistics } from './statistics';
import { isFault, type Verdict } from './verdicts';

const whole = (value: number | null) => (value === null ? null : Math.round(value));
const tenth = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10);

/** views/quizzes/quiz-list.hbs: the quizzes that people of a chapter have taken. */
export function quizListPage({ chapter }: OwnChapter, taken: readonly TakenQuiz[], titles: readonly Shown[]) {
  const address = `/chapters/${chapter.slug}`;
  return {
    chapter: { name: chapter.name, address },
    quizzes: taken.map(({ slug, people, attempts, lastAt }, index) => ({
      title: spoken(titles[index]!),
      address: `${address}/quizzes/${slug}/statistics`,
      people: Number(people),
      attempts: Number(attempts),
      lastAt,
    })),
  };
}

/** views/quizzes/statistics.hbs: how a quiz and its questions do. `steward`: may correct for everybody. */
export function statisticsPage({ chapter, slug }: QuizOfTeam, { report, words, pooled, population }: QuizReport, steward: boolean) {
  const address = `/chapters/${chapter.slug}`;
  const self = `${address}/quizzes/${slug}/statistics`;
  const items = report.items.map((item) => itemRow(item, words, `${address}/quizzes/${slug}/corrections`));
  return {
    formId: newId(),
    chapter: { name: chapter.name, address },
    listAddress: `${address}/statistics`,
    title: spoken(words.text('title')),
    steward,
    people: pooled.people,
    chapters: pooled.chapters,
    waiting: pooled.pool.waiting,
    population,
    other: { address: population === 'first' ? `${self}?attempts=counting` : self },
    exportAddress: `${self}/exports`,
    share: report.most && report.test.mean !== null ? whole((100 * report.test.mean) / report.most) : null,
    figures: figuresOf(report.test, report.most),
    questions: items,
    faults: items.filter(({ fault }) => fault),
    languages: report.languages.length > 1,
  };
}

/** The figures of the whole quiz, each with a sentence that says how to read it; `value` is null where it cannot be said. */
function figuresOf(test: TestStatistics, most: number | null) {
  const points = (value: number | null) => ({ value: tenth(value), percent: false });
  const percent = (value: number | null) => ({ value: whole(value), percent: true });
  const ofMost = (value: number | null) => (most ? percent(value === null ? null : (100 * value) / most) : points(value));
  return [
    { name: 'mean', ...ofMost(test.mean) },
    { name: 'median', ...ofMost(test.median) },
    { name: 'deviation', ...ofMost(test.deviation) },
    { name: 'skewness', ...points(test.skewness) },
    { name: 'kurtosis', ...points(test.kurtosis) },
    { name: 'consistency', ...percent(test.consistency), reading: readingOf(test.consistency) },
    { name: 'error-ratio', ...percent(test.errorRatio) },
    { name: 'standard-error', ...ofMost(test.standardError) },
  ].map((figure) => ({ reading: null, ...figure, known: figure.value !== null, value: figure.value ?? 0 }));
}

function readingOf(consistency: number | null): string | null {
  if (consistency === null) return null;
  if (consistency > 90) return 'very-high';
  if (consistency >= 75) return 'good';
  return consistency >= 64 ? 'middling' : 'low';
}

function itemRow(item: ItemReport, words: Words, corrections: string) {
  const { question, verdicts, thirds, n } = item;
  const between = (within: { from: number; to: number } | null) => within && { from: whole(within.from)!, to: whole(within.to)! };
  const suspect = verdicts.find((verdict) => verdict.kind === 'check-key');
  const fixable = question.type !== 'essay';
  return {
    number: item.number,
    stem: spoken(words.text(textKey(question, 'stem'))),
    type: question.type,
    n,
    answered: n > 0,
    facility: figure(item.facility, between(item.facilityWithin)),
    discrimination: figure(item.discrimination, between(item.discriminationWithin)),
    efficiency: figure(item.efficiency, null),
    deviation: figure(item.deviation, null),
    guess: figure(
      guessScore(question, (rest) => textOf(words, question, rest)),
      null,
    ),
    weight: item.weight && {
      intended: figure(item.weight.intended, null),
      effective: figure(item.weight.effective, null),
      negative: item.weight.negative,
    },
    drawn: item.drawn,
    verdicts: n > 0 ? verdicts.map((verdict) => said(verdict, question)) : [],
    fault: n > 0 && verdicts.some(isFault),
    fixAddress: fixable ? `${corrections}/${item.hash}${suspect ? `?answer=${suspect.option}` : ''}` : null,
    picture: thirds && n > 0 ? picture(item, words) : null,
    languages: item.languages.map((gap) => ({
      name: LANGUAGE_NAMES[gap.language],
      n: gap.n,
      share: whole(gap.share)!,
      harder: gap.harder,
      easier: gap.easier,
    })),
  };
}

function figure(value: number | null, within: { from: number; to: number } | null) {
  return { known: value !== null, value: whole(value) ?? 0, within };
}

function textOf(words: Words, question: Question, rest: string): string | null {
  return words.has(textKey(question, rest)) ? words.text(textKey(question, rest)).text : null;
}

/** A verdict as templates say it: `{{sayWith (concat "analysis.verdict." kind ".text") values}}`. */
function said(verdict: Verdict, question: Question) {
  const option = verdict.kind === 'check-key' ? letterOf(choicesOf(question)!.indexOf(verdict.option)) : '';
  const values = {
    option,
    language: verdict.kind === 'harder-in' ? LANGUAGE_NAMES[verdict.language] : '',
    ...(verdict.kind === 'too-few' ? verdict.values : { n: 0, about: 0 }),
  };
  return { kind: verdict.kind, values, tone: verdict.kind === 'good' ? 'ok' : isFault(verdict) ? 'hm' : '' };
}

/** The drawing, and the same in words for whoever does not see it. */
function picture({ thirds, question }: ItemReport, words: Words) {
  const right = rightOf(question);
  const drawn = chart(thirds!, right);
  const rows = thirds!.choices.map(({ key, shares, counts }, index) => ({
    letter: drawn.rows[index]!.letter,
    truth: question.type === 'true-false' ? key : null,
    text: question.type === 'true-false' ? null : spoken(words.text(textKey(question, `options.${key}.text`))),
    right: right.includes(key),
    shares: { lower: whole(shares.lower) ?? 0, middle: whole(shares.middle) ?? 0, upper: whole(shares.upper) ?? 0 },
    count: counts.lower + counts.middle + counts.upper,
  }));
  return { ...drawn, options: rows };
}
