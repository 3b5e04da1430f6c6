/** A numerical question of a GIFT file: `#3.14:0.01`, `#1..5`, or several answers of different worth. */
import { plain } from './gift-blocks';
import { isWeight, WEIGHT } from './gift-weights';
import { marked, pieces, type Tell } from './gift-pieces';
import type { Description, Imported, NumberAnswer } from './imported';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** From the first `~` on everything is feedback for whoever is wrong. Null when an error was told. */
export function readNumber(text: string, at: number, about: Omit<Description, 'type'>, tell: Tell): Imported | null {
  const catchAll = text.indexOf('~');
  const otherwise = catchAll < 0 ? '' : marked(text.slice(catchAll + 1).replace(/^\s*#/, ''), about.markup).text;
  const answers: NumberAnswer[] = [];
  for (const { text: each, place } of pieces(catchAll < 0 ? text : text.slice(0, catchAll), /=/, at)) {
    const weight = WEIGHT.exec(each);
    const percent = weight ? Number(weight[1]) : 100;
    if (!isWeight(percent, place, tell)) return null;
    const [typed = '', ...feedback] = (weight ? each.slice(weight[0].length) : each).split('#');
    const range = rangeOf(plain(typed), place, tell);
    if (!range) return null;
    answers.push({ ...range, percent, feedback: marked(feedback.join('#'), about.markup).text });
  }
  if (!answers.length) {
    tell(at, 'formats.problem.no-answers');
    return null;
  }
  return { type: 'number', ...about, answers, units: [], whenWrong: otherwise };
}

function rangeOf(typed: string, place: number, tell: Tell): { value: number; tolerance: number } | null {
  const dots = typed.indexOf('..');
  const [a = '', b = '0', ...more] = dots > 0 ? [typed.slice(0, dots), typed.slice(dots + 2)] : typed.split(':');
  const wrong = [a, b, ...more].map((part) => part.trim()).find((part, i) => i > 1 || !NUMBER.test(part));
  if (wrong !== undefined) {
    const instead = typed.replaceAll(',', '.');
    if (NUMBER.test(instead)) tell(place, 'formats.problem.number-with-comma', { text: typed, instead });
    else tell(place, 'formats.problem.not-a-number', { text: typed });
    return null;
  }
  const [first, second] = [Number(a), Number(b)];
  if (dots > 0 ? second < first : second < 0) {
    tell(place, 'formats.problem.range-reversed', { text: typed });
    return null;
  }
  return dots > 0 ? { value: (first + second) / 2, tolerance: (second - first) / 2 } : { value: first, tolerance: second };
}
