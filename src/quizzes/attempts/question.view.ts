import { type Words, spoken } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import { LANGUAGE_NAMES } from '../../kernel/language';
import type { FormError } from '../../web/forms/form.pipe';
import { asked } from '../questions/asked';
import { asksCertainty, checksOf, hintsShown } from '../sitting/behaviour';
import { CERTAINTIES } from '../sitting/certainty';
import { countable, optionsOf, type Paper } from '../sitting/draws';
import { emptyGiven, type Fields, isEmpty } from '../questions/given';
import { isAsked, type Question, textKey } from '../questions/question';
import { secondsLeft } from '../sitting/timing';
import type { Answer } from './answer.entity';
import type { Attempt } from './attempt.entity';
import { answeringOf } from './answering';
import { asTyped, controls } from './controls';
import type { Explained } from './explained';

interface AskedHere {
  paper: Paper;
  question: Question;
  number: number;
  words: Words;
  answers: Answer[];
  /** Questions to look at again. */
  flags: ReadonlySet<string>;
  now: Date;
  /** What may be said of an answer that was checked; null before. */
  told: Explained | null;
  /** A post that could not be taken: what to correct, and what was in its fields, with the keys of options; null when that was saved. */
  wrong: { errors: FormError[]; typed: Fields | null } | null;
}

/** views/quizzes/question.hbs: one question, with the answer given so far and nothing of the key but what was checked. */
export function questionPage(attempt: Attempt, here: AskedHere) {
  const { paper, question, number, words, answers, flags, now, wrong, told } = here;
  const { behaviour, navigation } = paper.rules;
  const arrangement = optionsOf(paper, question, attempt.id);
  const shown = asked(question, words, arrangement);
  const answer = answers.find((one) => one.question === question.key) ?? null;
  const given = answer?.given ?? emptyGiven(question);
  const answering = answer && answeringOf(answer);
  const closed = answering?.closed ?? false;
  const answered = new Set(answers.filter((one) => !isEmpty(one.given)).map((one) => one.question));
  const sequential = navigation === 'sequential';
  const checks = checksOf(question, behaviour);
  const tries = answering?.tries.length ?? 0;
  return {
    formId: newId(),
    errors: wrong?.errors.map((error) => ({ ...error, field: 'answer' })) ?? null,
    action: `/attempts/${attempt.id}/questions/${number}`,
    attemptId: attempt.id,
    preview: attempt.preview,
    summaryAddress: `/attempts/${attempt.id}`,
    quizTitle: spoken(words.text('title')),
    type: question.type,
    read: !isAsked(question),
    points: question.points,
    picks: shown.picks,
    stem: spoken(shown.stem),
    original: shown.stem.language === words.language ? null : LANGUAGE_NAMES[shown.stem.language],
    number,
    count: paper.questions.length,
    previous: number > 1 && !sequential ? number - 1 : null,
    last: number === paper.questions.length,
    sequence: answer?.sequence ?? 0,
    savedAt: answer && !isEmpty(answer.given) ? answer.savedAt : null,
    endsAt: attempt.endsAt,
    policy: paper.rules.overdue,
    secondsLeft: secondsLeft(now, attempt.endsAt),
    minutesLeft: Math.ceil((secondsLeft(now, attempt.endsAt) ?? 0) / 60),
    sequential,
    flagged: flags.has(question.key),
    questions: paper.questions.map(({ key, type }, index) => ({
      number: index + 1,
      answered: answered.has(key),
      flagged: flags.has(key),
      read: type === 'description',
      current: key === question.key,
    })),
    answeredCount: answered.size,
    askedCount: countable(paper).length,
    control: controls(shown, arrangement, wrong?.typed ? asTyped(given, wrong.typed) : given),
    closed,
    check: checks > 0 && !closed ? { several: checks > 1, left: checks - tries, tries } : null,
    hints: answering ? hintsOf(question, hintsShown(question, answering), words) : [],
    certainty: asksCertainty(question, behaviour) ? CERTAINTIES.map((value) => ({ value, chosen: answer?.certainty === value })) : [],
    told,
  };
}

function hintsOf(question: Question, shown: number, words: Words) {
  const keys = Array.from({ length: shown }, (_, index) => textKey(question, `hints.${index + 1}`));
  return keys.filter(words.has).map((key, index) => ({ number: index + 1, ...spoken(words.text(key)) }));
}
