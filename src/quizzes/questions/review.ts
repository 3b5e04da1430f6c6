/** What somebody learns from an attempt that was handed in: question by question, the mistakes first. */
import { Accepted } from './accepted';
import { Given } from './given';
import { grade, Grade } from './grading';
import { isAsked, Question, Quiz, readAgain, textKey } from './question';

/** A feedback text, and the option, item or gap it is about; null for the whole question. */
export interface Feedback {
  part: string | null;
  key: string;
}

export interface Reviewed {
  question: Question;
  /** in the quiz, counted from 1 */
  number: number;
  given: Given | null;
  grade: Grade;
  /** in the form of an answer; what is typed in words is empty here: its model answer is the text `gaps.<gap>.answers.1` or `answers.<key>.text` */
  right: Given;
  feedback: Feedback[];
  readAgain: { lesson: string; heading: string | null } | null;
}

/** Begins with the first question that is not fully right; those that are follow. `has` says which texts the version holds. */
export function review(
  quiz: Pick<Quiz, 'questions'>,
  givens: ReadonlyMap<string, Given>,
  accepted: Accepted,
  has: (key: string) => boolean,
): Reviewed[] {
  const all = quiz.questions.flatMap((question, index): Reviewed[] => {
    if (!isAsked(question)) return [];
    const given = givens.get(question.key) ?? null;
    const graded = grade(question, given, accepted);
    const feedback = feedbackFor(question, given, graded).filter(({ key }) => has(key));
    return [{ question, number: index + 1, given, grade: graded, right: rightAnswer(question), feedback, readAgain: readAgain(question) }];
  });
  const isRight = (each: Reviewed) => each.grade.outcome === 'right';
  return [...all.filter((each) => !isRight(each)), ...all.filter(isRight)];
}

/** The key of a question in the form of an answer. */
export function rightAnswer(question: Question): Given {
  switch (question.type) {
    case 'single':
      return { type: 'single', option: question.right };
    case 'multiple':
      return { type: 'multiple', options: question.right };
    case 'true-false':
      return { type: 'true-false', value: question.right };
    case 'short-text':
      return { type: 'short-text', typed: '' };
    case 'essay':
      return { type: 'essay', text: '' };
    case 'description':
      return { type: 'description' };
    case 'matching':
      return { type: 'matching', matches: Object.fromEntries(question.items.map(({ key, right }) => [key, right])) };
    case 'ordering':
      return { type: 'ordering', order: question.options };
    case 'number':
      return { type: 'number', typed: String(question.value) };
    case 'gap-text':
      return { type: 'gap-text', gaps: Object.fromEntries(question.gaps.map((gap) => [gap.key, gap.typed ? '' : gap.right])) };
  }
}

/** Every feedback that this answer calls for: about what was chosen or missed, then about the whole. */
function feedbackFor(question: Question, given: Given | null, graded: Grade): Feedback[] {
  const about = (part: string | null, rest: string): Feedback => ({ part, key: textKey(question, rest) });
  const whole = about(null, 'feedback');
  if (graded.outcome === 'unanswered' || !given) return [whole];
  return [...specific(question, given, graded, about), whole];
}

type About = (part: string | null, rest: string) => Feedback;

function specific(question: Question, given: Given, graded: Grade, about: About): Feedback[] {
  const wrong = graded.parts.filter(({ right }) => !right).map(({ key }) => key);
  if (given.type === 'single') return [about(given.option, `options.${given.option}.feedback`)];
  const byOutcome = about(null, graded.outcome === 'right' ? 'feedbackRight' : 'feedbackWrong');
  if (given.type === 'true-false') return [byOutcome];
  if (given.type === 'number') return [graded.fitted ? about(null, `others.${graded.fitted}.feedback`) : byOutcome];
  if (given.type === 'short-text') return graded.fitted ? [about(null, `answers.${graded.fitted}.feedback`)] : [byOutcome];
  if (given.type === 'essay' || given.type === 'description') return [];
  if (given.type === 'ordering') return wrong.map((key) => about(key, `options.${key}.feedback`));
  if (given.type === 'multiple') {
    const shown = graded.parts.filter(({ key, right }) => !right || given.options.includes(key));
    return shown.map(({ key }) => about(key, `options.${key}.feedback`));
  }
  if (given.type === 'matching') {
    return wrong.flatMap((item) => (Object.hasOwn(given.matches, item) ? [about(item, `options.${given.matches[item]}.feedback`)] : []));
  }
  return gapFeedback(question, given.gaps, wrong, about);
}

function gapFeedback(question: Question, filled: Readonly<Record<string, string>>, wrong: readonly string[], about: About): Feedback[] {
  const gaps = question.type === 'gap-text' ? question.gaps : [];
  return gaps.flatMap((gap) => {
    const chosen =
      !gap.typed && Object.hasOwn(filled, gap.key) ? [about(gap.key, `gaps.${gap.key}.options.${filled[gap.key]}.feedback`)] : [];
    return [...chosen, ...(wrong.includes(gap.key) ? [about(gap.key, `gaps.${gap.key}.feedback`)] : [])];
  });
}
