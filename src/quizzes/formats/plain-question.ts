/** A question in plain text, whatever markup its file used; and what that loses. */
import { type HtmlLoss, looksLikeHtml, textOfHtml } from './html-text';
import type { Choice, Imported } from './imported';

export type Lost = `html-${HtmlLoss}` | 'feedback-right-wrong';

export function plainOf(question: Imported): { question: Imported; lost: Lost[] } {
  const lost = new Set<Lost>();
  const { markup } = question;
  if (markup === 'plain' || markup === 'markdown') return { question, lost: [] };
  const plain = (text: string): string => {
    if (!looksLikeHtml(text)) return text;
    const read = textOfHtml(text, markup === 'auto');
    for (const each of read.lost) lost.add(`html-${each}`);
    return read.text;
  };
  const choice = <C extends Pick<Choice, 'text' | 'feedback'>>(one: C): C => ({
    ...one,
    text: plain(one.text),
    feedback: plain(one.feedback),
  });
  const { stem, feedback, whenRight, whenWrong, hints } = question;
  const about = {
    stem: plain(stem),
    feedback: plain(feedback),
    whenRight: plain(whenRight),
    whenWrong: plain(whenWrong),
    hints: hints.map(plain),
  };
  const own = ownOf(question, plain, choice);
  const name = looksLikeHtml(question.name) ? textOfHtml(question.name).text : question.name;
  return { question: { ...question, ...about, ...own, name, markup: 'plain' } as Imported, lost: [...lost] };
}

/** Answers to type stay as they are: a pattern is no markup. */
function ownOf(
  question: Imported,
  plain: (text: string) => string,
  choice: <C extends Pick<Choice, 'text' | 'feedback'>>(one: C) => C,
): object {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return { options: question.options.map(choice) };
    case 'short-text':
    case 'number':
      return { answers: question.answers.map((answer) => ({ ...answer, feedback: plain(answer.feedback) })) };
    case 'matching':
      return { pairs: question.pairs.map(({ left, right }) => ({ left: plain(left), right })) };
    case 'ordering':
      return { items: question.items.map(plain) };
    case 'true-false':
    case 'gap-text':
    case 'essay':
    case 'description':
      return {};
  }
}
