import type { Study } from '../../cohorts/enrolment/study';
import type { Words } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import { directionOf } from '../../kernel/language';
import type { ModuleOutline } from '../../modules/outlines.service';
import { stepAddress } from '../../modules/step-address';
import type { Standing } from '../../progress/standing';
import type { Quiz } from '../question';
import { type Reviewed } from '../review';
import { answerRows } from './answer-rows';
import type { Attempt } from './attempt.entity';

/** views/quizzes/result.hbs: passed or not and why, the first mistake first, and what to do next. */
export function resultPage(given: {
  attempt: Attempt;
  study: Study;
  quiz: Quiz;
  words: Words;
  reviewed: Reviewed[];
  /** As the cohort is pinned now; null when it does without the module. */
  outline: ModuleOutline | null;
  standing: Standing;
  /** By this try or by another one. */
  passedOnce: boolean;
}) {
  const { attempt, study, quiz, words, reviewed, outline, standing, passedOnce } = given;
  const left = study.state === 'withdrawn';
  const reviews = reviewed.map((one) => questionReview(one, words, study.enrolmentId, outline));
  const questions = left ? reviews.map((one) => ({ ...one, read: null })) : reviews;
  const inOrder = [...questions].sort((a, b) => a.number - b.number);
  const stillThere = outline?.steps.some(({ key, kind }) => key === attempt.step && kind === 'quiz') ?? false;
  const toRead = questions.find(({ right, read }) => !right && read)?.read ?? null;
  return {
    formId: newId(),
    title: spoken(words, 'title'),
    number: attempt.number,
    handedInAt: attempt.handedInAt!,
    passed: Boolean(attempt.passed),
    outcome: attempt.passed ? 'passed' : passedOnce ? 'below' : 'not-passed',
    passedAlready: passedOnce && !attempt.passed,
    points: attempt.points! / 100,
    most: attempt.most! / 100,
    share: Math.floor((attempt.points! * 100) / attempt.most!),
    passMark: quiz.passMark,
    bar: inOrder.map(({ number, points, most, percent, right }) => ({ number, points, most, percent, right })),
    wrong: questions.filter(({ right }) => !right),
    right: questions.filter(({ right }) => right),
    toRead,
    againAddress:
      left || !stillThere
        ? null // there is nothing to go on with
        : `${stepAddress(study.enrolmentId, attempt.module, { kind: 'quiz', key: attempt.step })}/attempts`,
    left,
    standing: { done: standing.done, total: standing.total, complete: standing.complete, track: standingTrack(standing) },
    certificateAddress: `/learning/${study.enrolmentId}/certificate`,
  };
}

function questionReview(one: Reviewed, words: Words, enrolmentId: string, outline: ModuleOutline | null) {
  const { question, grade, number } = one;
  const share = grade.fraction.over / grade.fraction.under;
  return {
    number,
    type: question.type,
    stem: spoken(words, `questions.${question.key}.stem`),
    outcome: grade.outcome,
    right: grade.outcome === 'right',
    points: grade.points.over / grade.points.under,
    most: grade.most,
    percent: Math.round(share * 100),
    tone: { right: 'ok', partly: 'hm', wrong: 'no', unanswered: 'no', unmarked: 'hm' }[grade.outcome],
    icon: { right: 'check', partly: 'half', wrong: 'cross', unanswered: 'cross', unmarked: 'half' }[grade.outcome],
    answer: answerRows(one, words),
    // Options carry their own feedback beside them; what is about a part of another answer, and about the whole, stands below.
    feedback: one.feedback.filter(({ part }) => part !== null).map(({ key }) => spoken(words, key)),
    general: generalFeedback(one, words),
    read: readLink(one, enrolmentId, outline),
  };
}

function generalFeedback({ feedback }: Reviewed, words: Words) {
  const texts = feedback.filter(({ part }) => part === null).map(({ key }) => spoken(words, key));
  return texts.length ? { ...texts[0]!, text: texts.map(({ text }) => text).join(' ') } : null;
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

export function spoken(words: Words, key: string) {
  const { text, language } = words.text(key);
  return { text, language, direction: directionOf(language) };
}
