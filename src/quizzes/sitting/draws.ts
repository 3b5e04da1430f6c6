/** Which questions one attempt asks, and in which order: the same for as long as the attempt lives, because its id decides. */
import { type QuizSettings, settingsOf } from '../../content/quiz-settings';
import { shuffled } from '../../kernel/random';
import { type Arrangement, arranged } from '../questions/arrangement';
import { isAsked, pointsOf, type Question, type Quiz } from '../questions/question';

/** A quiz as one attempt asks it. */
export interface Paper extends Quiz {
  rules: QuizSettings;
}

/** The seed is the attempt's own, such as its id. What is to be read goes with the question behind it. */
export function paperFor(quiz: Quiz, seed: string): Paper {
  const rules = settingsOf(quiz);
  const { draws, shuffle } = rules;
  if (!draws.length && !shuffle.questions) return { ...quiz, rules };
  const drawn = drawnFrom(quiz.questions, draws, seed);
  const asked = inBlocks(quiz.questions).filter(({ question }) => !question || drawn.has(question.key));
  const [blocks, after] = [asked.filter(({ question }) => question), asked.filter(({ question }) => !question)];
  const order = shuffle.questions ? shuffled(blocks, `${seed}/questions`) : blocks;
  return { ...quiz, questions: [...order, ...after].flatMap(({ read, question }) => [...read, ...(question ? [question] : [])]), rules };
}

/** How many questions an attempt asks, and for how many points; null where that differs from one attempt to the next. */
export function sizeOf(quiz: Quiz): { questions: number; points: number | null } {
  const paper = paperFor(quiz, '');
  return { questions: countable(paper).length, points: drawsAlike(quiz) ? pointsOf(paper) : null };
}

/** The questions that are answered; the others are read. */
export function countable({ questions }: Pick<Quiz, 'questions'>): Question[] {
  return questions.filter(isAsked);
}

/** Options in the order of this attempt; as they were written when they are not to be mixed. Where the order would be the answer they always are. */
export function optionsOf({ rules }: Paper, question: Question, seed: string): Arrangement {
  const mixed = arranged(question, seed);
  if (rules.shuffle.options || question.type === 'ordering' || question.type === 'matching') return mixed;
  const written = 'options' in question ? question.options : [];
  const listed = question.type === 'gap-text' ? question.gaps.flatMap((gap) => (gap.typed ? [] : [[gap.key, gap.options] as const])) : [];
  return {
    ...mixed,
    options: mixed.options.length ? [...written] : [],
    gaps: Object.fromEntries(listed.map(([key, own]) => [key, [...own]])),
  };
}

interface Block {
  read: Question[];
  /** Null for what is read at the very end. */
  question: Question | null;
}

function inBlocks(questions: readonly Question[]): Block[] {
  const blocks: Block[] = [];
  let read: Question[] = [];
  for (const question of questions) {
    if (isAsked(question)) {
      blocks.push({ read, question });
      read = [];
    } else read.push(question);
  }
  return read.length ? [...blocks, { read, question: null }] : blocks;
}

/** Questions without a tag that is drawn are asked always; of the others each draw takes so many that no draw before it has taken. */
function drawnFrom(questions: readonly Question[], draws: QuizSettings['draws'], seed: string): ReadonlySet<string> {
  const tags = new Set(draws.map(({ tag }) => tag));
  const taken = new Set(questions.filter((one) => !one.tags?.some((tag) => tags.has(tag))).map(({ key }) => key));
  draws.forEach(({ tag, count }, index) => {
    const among = questions.filter((one) => isAsked(one) && one.tags?.includes(tag) && !taken.has(one.key)).map(({ key }) => key);
    for (const key of shuffled(among, `${seed}/draw/${index}/${tag}`).slice(0, count)) taken.add(key);
  });
  return taken;
}

/** True when every question that a draw may take is worth as much as the others. */
function drawsAlike(quiz: Quiz): boolean {
  const { draws } = settingsOf(quiz);
  return draws.every(({ tag }) => new Set(quiz.questions.filter((one) => one.tags?.includes(tag)).map(({ points }) => points)).size <= 1);
}
