/**
 * A list as people write it: a line that asks, options below it with a dash, a star or a letter, the right one marked, a blank line between questions.
 * Marks of what is right: `[x]`, `*` or `**bold**`, or a line `Answer: B`.
 */
import { checkedChoices } from './choices';
import { type Choice, type Imported, type ReadFile, SAID_NOTHING_MORE } from './imported';
import { shortened } from './names';
import { readFrom, telling, type TellAt } from './telling';

const BULLET = /^\s*([-+*•–]|\*?\s*[([]?\p{L}[).\]])\s+(\S.*)$/u;
const ANSWER = /^\s*(?:answers?|right|r[ée]ponses?|respuestas?|respostas?|ответы?|الإجابة|الجواب|答案)\s*[:：]\s*(\S.*)$/iu;
const HEADING = /^\s*#{1,3}\s+(\S.*)$/;
const COMMENT = /^\s*>\s?(.*)$/;
const NUMBERED = /^\s*(?:\d{1,3}|[\u0660-\u0669]{1,3})\s*[.)、:]\s*(?=\S)/u;
const CHECKBOX = /^\[\s{0,3}([xX✓✔]?)\s{0,3}\]\s*(.+)$/u;
const BOLD = /^(?:\*\*|__)(.+?)(?:\*\*|__)$/u;
const ASIDE = /\[(id|tag):([^\]\n]{1,500})\]/g;

interface Line {
  number: number;
  text: string;
}

/** Whether a text looks like such a list: lines with options, of which one is marked. */
export function looksLikeList(text: string): boolean {
  const lines = text.split('\n', 2_000).map((line) => line.trimEnd());
  const options = lines.filter((line) => BULLET.test(line)).length;
  const marked = lines.some((line) => ANSWER.test(line) || /^\s*(?:[-+*•–]\s+)?(?:\[[xX✓✔]\]|\*\s*[([]?\p{L}[).\]]|\*\*|\*\s)/u.test(line));
  return options >= 2 && marked;
}

export function readList(text: string): ReadFile {
  const { problems, tell } = telling();
  const questions: Imported[] = [];
  let category: string[] = [];
  for (const block of blocksOf(text)) {
    const [, heading] = HEADING.exec(block[0]!.text) ?? [];
    if (heading) category = [heading.trim()];
    const lines = heading ? block.slice(1) : block;
    const question = lines.length ? readBlock(lines, category, tell) : null;
    if (question) questions.push(question);
  }
  return readFrom(questions, problems);
}

/** A block of options alone belongs to the question before it. */
function blocksOf(text: string): Line[][] {
  const blocks: Line[][] = [];
  let open: Line[] = [];
  const end = () => {
    const goesOn = open[0] && (BULLET.test(open[0].text) || ANSWER.test(open[0].text) || COMMENT.test(open[0].text));
    if (goesOn && blocks.length) blocks.at(-1)!.push(...open);
    else if (open.length) blocks.push(open);
    open = [];
  };
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .forEach((line, at) => (line.trim() ? open.push({ number: at + 1, text: line }) : end()));
  end();
  return blocks;
}

function readBlock(lines: Line[], category: string[], tell: TellAt): Imported | null {
  const from = lines[0]!.number;
  const options: { text: string; letter: string; star: boolean; number: number }[] = [];
  const stem: string[] = [];
  const feedback: string[] = [];
  let answer = '';
  for (const { number, text } of lines) {
    const [, mark, words] = BULLET.exec(text) ?? [];
    const said = ANSWER.exec(text)?.[1] ?? COMMENT.exec(text)?.[1];
    if (ANSWER.test(text)) answer = said!.trim();
    else if (COMMENT.test(text)) feedback.push(said!.trim());
    else if (mark && (stem.length || options.length)) {
      options.push({ text: words!.trim(), letter: /\p{L}/u.exec(mark)?.[0]?.toUpperCase() ?? '', star: mark.startsWith('*'), number });
    } else if (options.length) tell(number, 'formats.problem.list-line-unread', { text: shortened(text) });
    else stem.push(text.trim());
  }
  const asides = [...stem.join('\n').matchAll(ASIDE)];
  const asked = stem.join('\n').replace(ASIDE, '').replace(NUMBERED, '').trim();
  const about = {
    ...SAID_NOTHING_MORE,
    line: from,
    name: shortened(asked),
    id: asides.find(([, word]) => word === 'id')?.[2]?.trim() ?? null,
    tags: asides.flatMap(([, word, tag]) => (word === 'tag' ? [tag!.trim()] : [])),
    category,
    stem: asked,
    markup: 'plain' as const,
    feedback: feedback.join('\n'),
  };
  if (!options.length) return typed(answer, about, tell);
  const choices = rightOnes(options, answer);
  const single = choices.filter(({ percent }) => percent > 0).length === 1;
  return checkedChoices(single, choices, (key, details) =>
    tell(from, key === 'formats.problem.no-right-option' ? 'formats.problem.list-no-right' : key, details),
  )
    ? { ...about, type: single ? 'single' : 'multiple', options: choices }
    : null;
}

/** Stars before every option are bullets; before some they mark what is right. */
function rightOnes(options: { text: string; letter: string; star: boolean }[], answer: string): Choice[] {
  const starred = options.filter(({ star }) => star).length;
  const letters = new Set((answer.match(/(?<!\p{L})\p{L}(?!\p{L})/gu) ?? []).map((letter) => letter.toUpperCase()));
  const read = options.map(({ text, letter, star }) => {
    const [, tick, behind] = CHECKBOX.exec(text) ?? [];
    const [, bold] = BOLD.exec(behind ?? text) ?? [];
    const words = bold ?? behind ?? text;
    const marked = Boolean(tick) || Boolean(bold) || (star && starred < options.length);
    return { text: words.trim(), right: marked || letters.has(letter) || (answer !== '' && words.trim() === answer) };
  });
  const right = read.filter((one) => one.right).length;
  const share = Math.round(1e7 / right) / 1e5;
  return read.map((one) => ({ text: one.text, percent: one.right ? share : right > 1 ? -share : 0, feedback: '' }));
}

/** Nothing to choose from: an answer to type, or a number. */
function typed(answer: string, about: Omit<Extract<Imported, { type: 'description' }>, 'type'>, tell: TellAt): Imported | null {
  if (!answer) {
    tell(about.line, 'formats.problem.list-no-options', { text: about.name });
    return null;
  }
  if (/^-?\d+(?:\.\d+)?$/.test(answer))
    return { ...about, type: 'number', answers: [{ value: Number(answer), tolerance: 0, percent: 100, feedback: '' }], units: [] };
  return { ...about, type: 'short-text', answers: [{ text: answer, percent: 100, feedback: '' }], matchCase: false };
}
