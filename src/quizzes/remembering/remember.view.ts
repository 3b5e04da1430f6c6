import { spoken } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import { LANGUAGE_NAMES } from '../../kernel/language';
import type { FormError } from '../../web/forms/form.pipe';
import { arranged } from '../questions/arrangement';
import { asked } from '../questions/asked';
import { asTyped, controls } from '../attempts/controls';
import { explained } from '../attempts/explained';
import { emptyGiven, type Fields, type Given } from '../questions/given';
import { textKey } from '../questions/question';
import { REVIEW_PARTS } from '../../content/quiz-settings';
import { shownQuestion } from '../corrections/corrections';
import { grade } from '../questions/grading';
import { review } from '../questions/review';
import type { ReviewRights } from '../sitting/review-rights';
import type { CardRow } from './recall.queries';
import type { CardQuestion, Today } from './remembering.service';

/** Each time the options stand in another order. */
export const seedOf = ({ id, reps }: Pick<CardRow, 'id' | 'reps'>): string => `${id}/${reps}`;

interface State {
  hinted: boolean;
  typed?: Fields;
  given?: Given | null;
  errors?: FormError[];
}

/** views/quizzes/remember.hbs: one question that was missed once; or why there is none, and how to begin or stop. */
export function rememberPage(
  { cards, kept }: Today,
  wished: boolean,
  first: CardQuestion | null,
  { hinted, typed, given, errors = [] }: State,
) {
  return {
    formId: newId(),
    stopFormId: newId(),
    wished,
    kept,
    left: cards.length,
    asked: first && askedOf(first, hinted, given ?? (typed ? asTyped(emptyGiven(first.question), typed) : null)),
    errors: errors.length ? errors : null,
  };
}

function askedOf({ card, question, words }: CardQuestion, hinted: boolean, given: Given | null) {
  const arrangement = arranged(question, seedOf(card));
  const shown = asked(question, words, arrangement);
  const hint = textKey(question, 'hints.1');
  return {
    action: `/remember/${card.id}`,
    version: card.version,
    type: question.type,
    picks: shown.picks,
    quiz: spoken(words.text('title')),
    stem: spoken(shown.stem),
    original: shown.stem.language === words.language ? null : LANGUAGE_NAMES[shown.stem.language],
    control: controls(shown, arrangement, given ?? emptyGiven(question)),
    hint: hinted && words.has(hint) ? spoken(words.text(hint)) : null,
    hintAddress: !hinted && words.has(hint) ? '/remember?hint=yes' : null,
    hinted,
  };
}

const EVERYTHING = Object.fromEntries(REVIEW_PARTS.map((part) => [part, true])) as Record<keyof ReviewRights, boolean>;

/** views/quizzes/remembered.hbs: the answer beside the right one, and when the question comes back. */
export function rememberedPage({ card, question, accepted, words }: CardQuestion, { cards }: Today) {
  const given = JSON.parse(card.given!) as Given;
  const [reviewed] = review({ questions: [shownQuestion(question)] }, new Map([[question.key, given]]), accepted, words.has);
  const graded = grade(question, given, accepted);
  return {
    quiz: spoken(words.text('title')),
    stem: spoken(words.text(textKey(question, 'stem'))),
    told: explained({ ...reviewed!, grade: graded }, words, EVERYTHING),
    dueAt: card.dueAt,
    left: cards.length,
  };
}
