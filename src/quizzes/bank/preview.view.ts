import { questionWords } from '../../content/folders/question-words';
import { overlay, spoken } from '../../content/translation';
import { type Language } from '../../kernel/language';
import { acceptedAnswers } from '../questions/accepted';
import { arranged } from '../questions/arrangement';
import { asked } from '../questions/asked';
import { controls } from '../attempts/controls';
import { decoded } from '../attempts/codes';
import { fieldsOf, foreignField } from '../attempts/fields';
import { emptyGiven, type Given, readGiven } from '../questions/given';
import { isAsked } from '../questions/question';
import { review } from '../questions/review';
import { languagesOf, quizOfOne, type Written } from '../questions/written';
import { type Bound, translationInQuiz } from './bound';
import type { TryForm } from './bank.form';
import { checks } from './writing/checks';

/** A question as a trainee meets it, while it is written: what is missing is shown as dots. With an answer it is graded in place, and nothing is kept. */
export function previewOf(written: Written & { bound?: Bound }, language: Language, tried: TryForm | null) {
  const document = quizOfOne(written);
  const question = written.structure;
  for (const [key, need] of questionWords(question)) if (need === 'required') document.texts[key] ??= '…';
  const { bound = {} } = written;
  const words = overlay(document, translationInQuiz({ ...written, bound }, language), language);
  const arrangement = arranged(question, 'preview');
  const shown = asked(question, words, arrangement);
  const whole = !checks(written).some(({ level }) => level === 'error');
  const read = tried && whole ? answerOf(written, tried) : null;
  const given: Given = read && 'given' in read ? read.given : emptyGiven(question);
  const moves = Boolean(tried?.up || tried?.down);
  return {
    type: question.type,
    points: question.points,
    picks: shown.picks,
    asked: isAsked(question),
    tryable: isAsked(question) && whole,
    stem: spoken(shown.stem),
    control: controls(shown, arrangement, given),
    hints: Array.from({ length: question.hints ?? 0 }, (_, index) => spoken(words.text(`questions.${question.key}.hints.${index + 1}`))),
    refused: read && 'refused' in read ? { key: read.refused, details: read.details } : null,
    result: read && 'given' in read && !moves ? resultOf() : null,
  };

  function resultOf() {
    const translations = languagesOf(written)
      .slice(1)
      .map((each) => translationInQuiz({ ...written, bound }, each));
    const accepted = acceptedAnswers(document, translations);
    const [one] = review({ questions: [question] }, new Map([[question.key, given]]), accepted, words.has);
    const { grade, feedback } = one!;
    return {
      outcome: grade.outcome,
      tone: { right: 'ok', partly: 'hm', wrong: 'no', unanswered: 'hm', unmarked: 'ac' }[grade.outcome],
      points: grade.points.over / grade.points.under,
      most: grade.most,
      feedback: feedback.map(({ key }) => spoken(words.text(key))),
    };
  }
}

function answerOf({ structure }: Written, { answer, part, up, down }: TryForm) {
  const posted = {
    answer: answer.length ? answer : undefined,
    part: Object.keys(part).length ? part : undefined,
    up: up || undefined,
    down: down || undefined,
  };
  if (foreignField(structure.type, posted)) return readGiven(structure, {}); // an answer to the type that it had before
  return readGiven(structure, decoded(fieldsOf(posted), arranged(structure, 'preview')));
}
