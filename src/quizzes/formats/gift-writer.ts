/**
 * Writes GIFT as Moodle's export does: every mark that belongs to a text is escaped, weights stand as `%n%`, what is said to everybody comes last,
 * and a tag of markup stands only where it says something.
 */
import { clean } from './clean';
import { roundedWeight } from './gift-weights';
import type { Choice, Imported, Markup } from './imported';
import { losing, loseExtras, type Lose, type WrittenFile } from './losses';

const TAGS: Record<Markup, string> = { auto: '[moodle]', html: '[html]', plain: '[plain]', markdown: '[markdown]' };
const LOOKS_LIKE_TAG = /^\[\s*(?:html|moodle|plain|markdown|text|md|tex|latex)\s*\]/i;
const LOOKS_LIKE_WEIGHT = /^%-?\d{1,3}(?:\.\d*)?%/;

/** Questions as one file. What GIFT cannot say is listed. */
export function writeGift(questions: readonly Imported[]): WrittenFile {
  const { losses, of } = losing();
  const blocks: string[] = [];
  let category: string[] = [];
  for (const question of questions.map(clean)) {
    const lose = of(question);
    const answers = answersOf(question, lose);
    if (answers === null) {
      lose('formats.loss.left-out', { type: question.type });
      continue;
    }
    loseExtras(question, lose);
    const path = question.category;
    if (path.join('\n') !== category.join('\n')) blocks.push(`$CATEGORY: ${categoryPath(path)}`);
    category = path;
    blocks.push(`${comment(question)}${head(question)}${answers}`);
  }
  return { text: blocks.length ? `${blocks.join('\n\n')}\n` : '', losses };
}

function categoryPath(path: string[]): string {
  const names = path.map((name) => escaped(name.replaceAll('/', '//')));
  const spaced = names.map((name) => (name.startsWith('/') ? ` ${name}` : name)).map((name) => (name.endsWith('/') ? `${name} ` : name));
  const needsTop = !path[0] || path[0] === 'top' || /^\$.*\$$/.test(path[0]);
  return (needsTop ? ['top', ...spaced] : spaced).join('/');
}

function comment({ id, tags }: Imported): string {
  const own = id === null ? '' : bracketed('id', id);
  const all = [own, ...tags.map((tag) => bracketed('tag', tag))].filter(Boolean);
  return all.length ? `// ${all.join(' ')}\n` : '';
}

/** A backslash before the bracket that closes would hide it. */
function bracketed(word: string, text: string): string {
  const inside = text.replaceAll(']', '\\]');
  return inside ? `[${word}:${inside}${text.endsWith('\\') ? ' ' : ''}]` : '';
}

function head(question: Imported): string {
  const { stem, name } = question;
  const tag = question.markup !== 'auto' || LOOKS_LIKE_TAG.test(stem) ? TAGS[question.markup] : '';
  return `${name ? `::${escaped(name)}::` : ''}${tag}${escaped(stem)}`;
}

/** What stands between the braces, with them; null when GIFT has no such question. */
function answersOf(question: Imported, lose: Lose): string | null {
  const { markup } = question;
  const say = (text: string) => tagged(text, markup);
  const general = question.feedback ? `####${say(question.feedback)}` : '';
  const block = (lines: string[]) => `{\n${[...lines, ...(general ? [general] : [])].map((line) => `\t${line}\n`).join('')}}`;
  const { whenRight, whenWrong } = question;
  if ((whenRight || whenWrong) && !['true-false', 'number'].includes(question.type)) lose('formats.loss.feedback-right-wrong');
  switch (question.type) {
    case 'description':
      if (general) lose('formats.loss.feedback-parts');
      return question.stem ? '' : null;
    case 'essay':
      return `{${general}}`;
    case 'true-false':
      return `{${question.right ? 'TRUE' : 'FALSE'}${whenWrong || whenRight ? `#${say(whenWrong)}` : ''}${whenRight ? `#${say(whenRight)}` : ''}${general}}`;
    case 'single':
    case 'multiple': {
      const lines = choices(question, say, lose);
      return lines && block(lines);
    }
    case 'short-text':
      return shortText(question.answers, say, lose, block);
    case 'number': {
      if (whenRight) lose('formats.loss.feedback-right-wrong');
      const lines = question.answers.map(({ value, tolerance, percent, feedback }) => {
        const weight = percent === 100 ? '' : `%${roundedWeight(percent, () => lose('formats.loss.weight'))}%`;
        return `=${weight}${value === 0 ? 0 : value}:${tolerance}${said(feedback, say)}`;
      });
      if (!lines.length) return null;
      return block([...lines, ...(whenWrong ? [`~#${say(whenWrong)}`] : [])]).replace('{\n', '{#\n');
    }
    case 'matching': {
      const pairs = question.pairs.map(({ left, right }) => ({ left: withoutArrow(left, lose), right }));
      if (pairs.length < 2 || pairs.some(({ left, right }) => !left || !right)) return null;
      const lines = [...pairs, ...question.distractors.filter((each) => each).map((right) => ({ left: '', right }))];
      return block(lines.map(({ left, right }) => `=${left ? say(left) : ''} -> ${escaped(right)}`));
    }
    case 'ordering':
    case 'gap-text':
      return null;
  }
}

/** Null when no reader would take it: nothing is right, or the weights do not make a whole. */
function choices(
  { type, options }: Extract<Imported, { type: 'single' | 'multiple' }>,
  say: (text: string) => string,
  lose: Lose,
): string[] | null {
  const percents = options.map(({ percent }) => roundedWeight(percent, () => lose('formats.loss.weight')));
  const first = percents.indexOf(100);
  const whole = percents.reduce((sum, each) => sum + Math.max(0, each), 0);
  if (options.length < 2 || options.some(({ text }) => !text)) return null;
  if (type === 'single' ? first < 0 : Math.abs(whole - 100) > 0.1) return null;
  return options.map(({ text, feedback }, at) => {
    const right = type === 'single' && at === first;
    const percent = percents[at]!;
    const words = say(text);
    const weight = percent !== 0 || LOOKS_LIKE_WEIGHT.test(words) ? `%${percent}%` : '';
    const tag = right && LOOKS_LIKE_WEIGHT.test(words) ? '[moodle]' : '';
    return `${right ? `=${tag}` : `~${weight}`}${words}${said(feedback, say)}`;
  });
}

/** An arrow would make a question that matches things of it. */
function shortText(answers: Choice[], say: (text: string) => string, lose: Lose, block: (lines: string[]) => string): string | null {
  if (!answers.length || answers.some(({ text }) => !text)) return null;
  const lines = answers.map(({ text, percent, feedback }) => {
    const [words, comments] = [withoutArrow(text, lose), withoutArrow(feedback, lose)];
    const weight = percent !== 100 || LOOKS_LIKE_WEIGHT.test(words) ? `%${roundedWeight(percent, () => lose('formats.loss.weight'))}%` : '';
    return `=${weight}${say(words)}${said(comments, say)}`;
  });
  return block(lines);
}

const said = (feedback: string, say: (text: string) => string): string => (feedback ? `#${say(feedback)}` : '');

/** `->` parts two sides, and has no escape. */
function withoutArrow(text: string, lose: Lose): string {
  if (!text.includes('->')) return text;
  lose('formats.loss.arrow');
  return text.replaceAll('->', '→');
}

/** A text that itself begins like a tag says its own markup first. */
function tagged(text: string, markup: Markup): string {
  const clean = text;
  return `${LOOKS_LIKE_TAG.test(clean) ? TAGS[markup] : ''}${escaped(clean)}`;
}

/** Signs that mean something, and line ends, behind a backslash. */
function escaped(text: string): string {
  return text.replace(/[\\#=~{}:]/g, '\\$&').replaceAll('\n', '\\n');
}
