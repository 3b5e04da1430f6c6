import { CHAPTER_QUIZ } from '../../content/structures';
import type { Study } from '../../cohorts/enrolment/study';
import { type Words, spoken } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import type { ModuleOutline } from '../../modules/outlines.service';
import { stepAddress } from '../../modules/step-address';
import type { Standing } from '../../progress/standing';
import { percentOf, type Waiting } from '../sitting/counting';
import type { Paper } from '../sitting/draws';
import type { Receipt } from '../sitting/receipt';
import { textKey } from '../questions/question';
import type { Reviewed } from '../questions/review';
import type { ReviewRights } from '../sitting/review-rights';
import { spokenWaiting } from './abandoned.view';
import type { Attempt } from './attempt.entity';
import { explained } from './explained';

interface Ended {
  attempt: Attempt;
  study: Study;
  paper: Paper;
  words: Words;
  /** In the order of the paper. */
  reviewed: Reviewed[];
  /** As the cohort is pinned now; null when it does without the module. */
  outline: ModuleOutline | null;
  standing: Standing;
  rights: ReviewRights;
  /** What people said about longer texts, by question. */
  comments: ReadonlyMap<string, string>;
  /** A person has still to mark something. */
  provisional: boolean;
  /** When more can be seen than now. */
  more: Date | null;
  receipt: Receipt;
  waits: Waiting | null;
  /** By this try or by another one. */
  stepDone: boolean;
}

/** views/quizzes/result.hbs: passed or not and why, the first mistake first, and what to do next; as far as it may be seen now. */
export function resultPage(given: Ended) {
  const { attempt, study, paper, words, rights, standing, provisional, waits } = given;
  const left = study.state === 'withdrawn';
  const questions = rights.attempt ? questionsOf(given) : [];
  const [right, others] = [questions.filter((one) => one.right), questions.filter((one) => !one.right)];
  const marks = rights.marks && !provisional ? pointsOf(given) : null;
  return {
    formId: newId(),
    remindFormId: newId(),
    title: spoken(words.text('title')),
    number: attempt.number,
    handedInAt: attempt.handedInAt!,
    receipt: given.receipt,
    heading: headingOf(given),
    attemptId: attempt.id,
    provisional,
    passed: marks !== null && Boolean(attempt.passed),
    passedAlready: marks !== null && given.stepDone && !attempt.passed,
    points: marks?.points ?? 0,
    most: marks?.most ?? 0,
    share: marks?.share ?? null,
    passMark: paper.passMark,
    counting: paper.rules.counting,
    band: rights.overall && marks ? bandOf(given) : null,
    bar: rights.marks
      ? questions
          .toSorted((a, b) => a.number - b.number)
          .map(({ number, points, most, percent, right: ok }) => ({ number, points, most, percent: percent ?? 0, right: ok !== false }))
      : [],
    wrong: others,
    right,
    more: given.more,
    nothing: !rights.attempt,
    toRead: others.find(({ right: ok, read }) => ok === false && read)?.read ?? null,
    waits: waits && spokenWaiting(waits),
    againAddress: againAddress(given),
    standing: marks && { done: standing.done, total: standing.total, track: standingTrack(standing) },
    complete: marks !== null && standing.complete,
    certificateAddress: `/learning/${study.enrolmentId}/certificate`,
    left,
  };
}

/** The phrase that says how it went, as far as it may be said. */
function headingOf({ attempt, rights, provisional, stepDone }: Ended): string {
  if (provisional || !rights.marks) return provisional ? 'taking.result.provisional' : 'taking.result.handed-in';
  return attempt.passed ? 'quizzes.result.passed' : stepDone ? 'quizzes.result.below' : 'quizzes.result.not-passed';
}

function pointsOf({ attempt }: Ended) {
  return { points: attempt.points! / 100, most: attempt.most! / 100, share: percentOf(attempt.share ?? attempt.points! / attempt.most!) };
}

/** Mistakes first, where it may be known which they are. */
function questionsOf({ reviewed, words, study, outline, rights, comments }: Ended) {
  const all = reviewed.map((one) => ({
    ...explained(one, words, rights),
    stem: spoken(words.text(textKey(one.question, 'stem'))),
    comment: rights.specific ? (comments.get(one.question.key) ?? null) : null,
    read: study.state === 'withdrawn' || !rights.general ? null : readLink(one, study.enrolmentId, outline),
  }));
  return [...all.filter(({ right }) => !right), ...all.filter(({ right }) => right)];
}

/** Null where there is nothing to go on with. */
function againAddress({ attempt, study, outline, waits }: Ended): string | null {
  const stillThere = attempt.module === CHAPTER_QUIZ || outline?.steps.some(({ key, kind }) => key === attempt.step && kind === 'quiz');
  if (study.state === 'withdrawn' || waits || !stillThere) return null;
  return `${stepAddress(study.enrolmentId, attempt.module, { kind: 'quiz', key: attempt.step })}/attempts`;
}

function bandOf({ attempt, paper, words }: Ended) {
  const share = percentOf(attempt.share ?? 0);
  const band = paper.rules.bands.find((from) => share >= from);
  return band !== undefined && words.has(`bands.${band}`) ? spoken(words.text(`bands.${band}`)) : null;
}

function readLink({ readAgain }: Reviewed, enrolmentId: string, outline: ModuleOutline | null) {
  const step = outline?.steps.find(({ key }) => key === readAgain?.lesson);
  if (!readAgain || !step || !outline) return null;
  const heading = readAgain.heading ? `#${readAgain.heading}` : '';
  const { text, language } = step.title;
  return { address: `${stepAddress(enrolmentId, outline.slug, step)}${heading}`, title: text, language, minutes: step.minutes };
}

function standingTrack({ done, total }: Standing): string[] {
  return Array.from({ length: total }, (_, index) => (index < done ? 'd' : ''));
}
