/** What stands between the braces of a GIFT question: which type it makes of it, and its answers. The first rule that fits decides. */
import { plain } from './gift-blocks';
import { readNumber } from './gift-number';
import { isWeight, WEIGHT } from './gift-weights';
import { answer, marked, pieces, type Tell } from './gift-pieces';
import type { Choice, Description, Imported } from './imported';

type About = Omit<Description, 'type'>;

/** `place` is where the text begins in its block. Null when an error was told. */
export function readAnswers(braced: string, place: number, before: About, tell: Tell): Imported | null {
  const general = braced.lastIndexOf('####');
  const whole = general < 0 ? braced : braced.slice(0, general);
  const text = whole.trim();
  const at = place + whole.length - whole.trimStart().length;
  const about = { ...before, feedback: general < 0 ? '' : marked(braced.slice(general + 4), before.markup).text };
  if (!text) return { type: 'essay', ...about, mostWords: null, rubric: [] };
  if (text.startsWith('#')) return readNumber(text.slice(1), at + 1, about, tell);
  if (text.includes('~')) return readChoice(text, at, about, tell);
  const [truth = '', ...feedback] = text.split('#');
  const isTruth = /^(?:T|TRUE|F|FALSE)$/.test(truth.trim());
  if (text.includes('=') && text.includes('->')) {
    if (isTruth) tell(at, 'formats.problem.truth-read-as-matching');
    return readMatching(text, at, about, tell);
  }
  if (isTruth) {
    const [whenWrong = '', whenRight = ''] = feedback.map((each) => marked(each, about.markup).text);
    return { type: 'true-false', ...about, right: truth.trim().startsWith('T'), whenRight, whenWrong };
  }
  return readShortText(text, at, about, tell);
}

function readChoice(text: string, at: number, about: About, tell: Tell): Imported | null {
  const single = text.includes('=');
  const found = pieces(text, /[=~]/, at);
  if (found[0]?.mark === '') tell(found[0].place, 'formats.problem.text-before-options', { text: plain(found[0].text) });
  if (found.length < 2) return refuse(tell, at, 'formats.problem.too-few-options');
  const options: Choice[] = [];
  for (const { mark, text: each, place } of found) {
    const weight = mark === '~' ? WEIGHT.exec(each) : null;
    if (mark === '=' && WEIGHT.test(each)) tell(place, 'formats.problem.weight-as-text', { text: plain(each) });
    const percent = mark === '=' ? 100 : weight ? Number(weight[1]) : 0;
    if (!isWeight(percent, place, tell)) return null;
    const choice = answer(weight ? each.slice(weight[0].length) : each, percent, about.markup);
    if (!choice.text) return refuse(tell, place, 'formats.problem.empty-answer');
    options.push(choice);
  }
  const right = options.filter(({ percent }) => percent === 100).length;
  if (single && right > 1) tell(at, 'formats.problem.several-right', { right });
  const whole = options.reduce((sum, { percent }) => sum + Math.max(0, percent), 0);
  if (!single && Math.abs(whole - 100) > 0.1) {
    tell(at, whole === 0 ? 'formats.problem.no-right-option' : 'formats.problem.weights-not-whole', {
      whole: Math.round(whole * 100) / 100,
    });
    return null;
  }
  return { type: single ? 'single' : 'multiple', ...about, options };
}

function readShortText(text: string, at: number, about: About, tell: Tell): Imported | null {
  const answers: Choice[] = [];
  for (const { text: each, place } of pieces(text, /=/, at)) {
    const weight = WEIGHT.exec(each);
    const percent = weight ? Number(weight[1]) : 100;
    if (!isWeight(percent, place, tell)) return null;
    const one = answer(weight ? each.slice(weight[0].length) : each, percent, about.markup);
    if (!one.text) return refuse(tell, place, 'formats.problem.empty-answer');
    answers.push(one);
  }
  if (!answers.length) return refuse(tell, at, 'formats.problem.no-answers');
  if (answers.length === 1 && /^(?:t|f|true|false)$/i.test(answers[0]!.text))
    tell(at, 'formats.problem.lower-case-truth', { text: answers[0]!.text });
  return { type: 'short-text', ...about, answers, matchCase: false };
}

function readMatching(text: string, at: number, about: About, tell: Tell): Imported | null {
  const pairs: { left: string; right: string }[] = [];
  const distractors: string[] = [];
  for (const { text: each, place } of pieces(text, /=/, at)) {
    const arrow = each.indexOf('->');
    if (arrow < 0) return refuse(tell, place, 'formats.problem.pair-without-arrow', { text: plain(each) });
    const { text: left } = marked(each.slice(0, arrow), about.markup);
    const right = plain(each.slice(arrow + 2));
    if (!right) return refuse(tell, place, 'formats.problem.empty-answer');
    if (left) pairs.push({ left, right });
    else distractors.push(right);
  }
  if (pairs.length < 2) return refuse(tell, at, 'formats.problem.too-few-pairs');
  return { type: 'matching', ...about, pairs, distractors };
}

function refuse(tell: Tell, place: number, key: Parameters<Tell>[1], details: Parameters<Tell>[2] = {}): null {
  tell(place, key, details);
  return null;
}
