/** A gap in a form: what fills it, one a line, the right one first. */
import { GapStructure } from '../../../content/question-structures';
import { isBlank, tidy } from '../../../kernel/text';
import { QuestionTexts } from '../../questions/written';
import { Draft, freshKey } from './draft';

type Say = (key: string, text: string | undefined) => void;

/** The gap that a form describes. An option that is still there keeps its key and what is said about it, and one that was only reworded its key. */
export function gapFrom({ gap, filling, gaptold }: Draft, key: string, before: QuestionTexts, say: Say): GapStructure {
  const lines = [...new Set((filling[key] ?? '').split('\n').map(tidy))].filter((line) => !isBlank(line));
  say(`gaps.${key}.feedback`, gaptold[key]);
  if (gap[key] !== 'list') {
    lines.forEach((line, index) => say(`gaps.${key}.answers.${index + 1}`, line));
    return { key, typed: true };
  }
  const keys = keysFor(lines, knownOptions(key, before));
  lines.forEach((line, index) => {
    say(`gaps.${key}.options.${keys[index]}.text`, line);
    say(`gaps.${key}.options.${keys[index]}.feedback`, before[`gaps.${key}.options.${keys[index]}.feedback`]);
  });
  return { key, typed: false, options: keys, right: keys[0] ?? '' };
}

/** The lines that a form shows for a gap. */
export function linesOf(gap: GapStructure, texts: QuestionTexts): string {
  if (!gap.typed) {
    const inOrder = [gap.right, ...gap.options.filter((option) => option !== gap.right)];
    return inOrder.map((option) => texts[`gaps.${gap.key}.options.${option}.text`] ?? '').join('\n');
  }
  const lines: string[] = [];
  for (let n = 1; texts[`gaps.${gap.key}.answers.${n}`] !== undefined; n++) lines.push(texts[`gaps.${gap.key}.answers.${n}`]!);
  return lines.join('\n');
}

function knownOptions(gap: string, texts: QuestionTexts): [key: string, text: string][] {
  const pattern = new RegExp(`^gaps\\.${gap}\\.options\\.([^.]+)\\.text$`);
  return Object.entries(texts).flatMap(([key, text]) => {
    const [, option] = pattern.exec(key) ?? [];
    return option ? [[option, text] as [string, string]] : [];
  });
}

function keysFor(lines: readonly string[], known: readonly [string, string][]): string[] {
  const keys = lines.map((line) => known.find(([, text]) => text === line)?.[0]);
  const free = known.map(([key]) => key).filter((key) => !keys.includes(key));
  return lines.reduce<string[]>((all, _, index) => {
    const taken = [...all, ...keys.filter((key) => key !== undefined)];
    return [...all, keys[index] ?? free.shift() ?? freshKey([...taken, ...known.map(([key]) => key)])];
  }, []);
}
