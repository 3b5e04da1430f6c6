/** Moodle's embedded answers, `{1:SHORTANSWER:=Nairobi~%50%Mombasa#nearly}`, as a text with gaps. */
import type { Choice, Imported, ImportedGap } from './imported';
import type { About, MoodleWords } from './moodle-words';
import type { Element } from './xml';

/** How a gap begins: weight and type; it goes on to the next brace without a backslash. */
const OPEN = /\{(\d{0,3}):([A-Z_]{2,20}):/g;
const TYPED = /^(?:SHORTANSWER|SA|MW)(?:_?C)?$/;
const NUMBER = /^(?:NUMERICAL|NM)$/;
const CHOSEN = /^(?:MULTICHOICE|MC)(?:_?(?:V|H|S|VS|HS))?$/;

export function readCloze(element: Element, { stem: whole, ...about }: About, words: MoodleWords): Imported | null {
  const gaps: ImportedGap[] = [];
  const weights: number[] = [];
  let failed = false;
  let text = '';
  let at = 0;
  for (const { from, to, weight, type, answers } of gapsOf(whole)) {
    const key = String(weights.length + 1);
    const gap = gapOf(key, type, answersIn(answers), words);
    text += `${asText(whole.slice(at, from))}{{${key}}}`;
    at = to;
    weights.push(weight);
    if (gap) gaps.push(gap);
    else failed = true;
  }
  if (failed) return null;
  if (!gaps.length) return words.tell('formats.problem.no-gaps');
  text += asText(whole.slice(at));
  if (new Set(weights).size > 1) words.tell('formats.problem.cloze-weights');
  const points = element.children.some((child) => typeof child !== 'string' && child.name === 'defaultgrade') ? about.points : sum(weights);
  return { ...about, ...parted(text), type: 'gap-text', points: Math.max(1, points), gaps };
}

function* gapsOf(text: string): Generator<{ from: number; to: number; weight: number; type: string; answers: string }> {
  const open = new RegExp(OPEN);
  for (let found = open.exec(text); found; found = open.exec(text)) {
    const end = new RegExp(/\\[^]|\}/g);
    end.lastIndex = open.lastIndex;
    let close = end.exec(text);
    while (close && close[0] !== '}') close = end.exec(text);
    if (!close) return; // nor does any later gap end
    const to = close.index + 1;
    yield { from: found.index, to, weight: Number(found[1] || 1), type: found[2]!, answers: text.slice(open.lastIndex, close.index) };
    open.lastIndex = to;
  }
}

/** What stands before the first blank line asks, unless it has a gap itself. */
export function parted(text: string): { stem: string; text: string } {
  const end = text.indexOf('\n\n');
  const before = text.slice(0, Math.max(0, end));
  return end < 0 || before.includes('{{') ? { stem: '', text: text.trim() } : { stem: before.trim(), text: text.slice(end).trim() };
}

/** Braces that would be read as a gap of ours. */
const asText = (text: string): string => text.replace(/\{(?=\{)/g, '{ ');

function answersIn(source: string): Choice[] {
  const hidden = source.replace(/\\([\\#~}={"/:])/g, (_, sign: string) => String.fromCharCode(0xfdd0 + '\\#~}={"/:'.indexOf(sign)));
  return hidden.split('~').flatMap((piece) => {
    const [, equals, weight] = /^\s*(?:(=)|%(-?[\d.]+)%)?/.exec(piece)!;
    const rest = piece.replace(/^\s*(?:=|%-?[\d.]+%)/, '');
    const cut = rest.indexOf('#');
    const text = shown(cut < 0 ? rest : rest.slice(0, cut));
    if (!text && !piece.trim()) return [];
    return [{ text, percent: equals ? 100 : Number(weight ?? 0), feedback: cut < 0 ? '' : shown(rest.slice(cut + 1)) }];
  });
}

const shown = (text: string): string => text.trim().replace(/[\ufdd0-\ufdd8]/g, (sign) => '\\#~}={"/:'[sign.charCodeAt(0) - 0xfdd0]!);

function gapOf(key: string, type: string, answers: Choice[], words: MoodleWords): ImportedGap | null {
  const right = answers.filter(({ percent }) => percent >= 99.99);
  if (CHOSEN.test(type)) {
    if (answers.length < 2) return words.tell('formats.problem.too-few-options');
    if (right.length !== 1)
      return words.tell(right.length ? 'formats.problem.several-right' : 'formats.problem.no-right-option', { right: right.length });
    return {
      key,
      typed: false,
      options: answers.map(({ text, feedback }) => ({ text, feedback })),
      right: answers.indexOf(right[0]!),
      feedback: '',
    };
  }
  if (!TYPED.test(type) && !NUMBER.test(type)) return words.tell('formats.problem.gap-type-unknown', { type });
  if (!right.length || right.some(({ text }) => !text)) return words.tell('formats.problem.no-answers');
  const numbers = NUMBER.test(type) ? right.map(({ text }) => text.split(':')) : [];
  if (numbers.some(([, tolerance = '0']) => Number(tolerance) !== 0)) return words.tell('formats.problem.gap-tolerance');
  const partly = answers.find(({ percent, text }) => percent > 0 && percent < 99.99 && text);
  if (partly) words.tell('formats.problem.gap-partly', { text: partly.text });
  if (type.endsWith('C') && TYPED.test(type)) words.tell('formats.problem.gap-case');
  const comments = new Set(answers.map(({ feedback }) => feedback).filter(Boolean));
  if (comments.size > 1) words.tell('formats.problem.gap-feedback');
  const typed = numbers.length ? numbers.map(([value]) => value!) : right.map(({ text }) => text);
  return { key, typed: true, answers: typed, feedback: [...comments][0] ?? '' };
}

const sum = (numbers: number[]): number => numbers.reduce((all, each) => all + each, 0);

/** A gap as Moodle writes it. */
export function clozeGap(gap: ImportedGap): string {
  const comment = (feedback: string) => (feedback ? `#${escaped(feedback)}` : '');
  if (gap.typed) {
    const answers = gap.answers.map((text) => `=${escaped(text)}${comment(gap.feedback)}`);
    return `{1:SHORTANSWER:${[...answers, ...(gap.feedback ? [`%0%*${comment(gap.feedback)}`] : [])].join('~')}}`;
  }
  const options = gap.options.map(({ text, feedback }, at) => `${at === gap.right ? '=' : '%0%'}${escaped(text)}${comment(feedback)}`);
  return `{1:MULTICHOICE:${options.join('~')}}`;
}

const escaped = (text: string): string => text.replace(/[\\#~}]/g, '\\$&');

/** Words between gaps that would be read as one. */
export const outsideGaps = (text: string): string => text.replace(/\{(?=\{|\d{0,3}:[A-Z_]+:)/g, '{ ');
