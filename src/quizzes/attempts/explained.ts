/** What is said of one answer, as far as it may be said at this moment: what may not is nowhere in here. */
import { type Words, spoken } from '../../content/translation';
import type { Reviewed } from '../questions/review';
import type { ReviewRights } from '../sitting/review-rights';
import { type AnswerRows, answerRows } from './answer-rows';

interface Said {
  text: string;
  language: string;
  direction: string;
}

const TONES = { right: 'ok', partly: 'hm', wrong: 'no', unanswered: 'no', unmarked: 'hm' } as const;
const ICONS = { right: 'check', partly: 'half', wrong: 'cross', unanswered: 'cross', unmarked: 'half' } as const;

export interface Explained {
  number: number;
  type: string;
  outcome: string | null;
  /** Null where nobody may know yet. */
  right: boolean | null;
  tone: string;
  icon: string | null;
  points: number | null;
  most: number | null;
  percent: number | null;
  answer: ShownRows;
  feedback: Said[];
  general: Said | null;
}

/** An answer with or without the key beside it; null is what may not be known. */
export interface ShownRows {
  truth: AnswerRows['truth'];
  /** What was said about a statement, where what is true may not be known. */
  said: { value: boolean | null } | null;
  essay: string[];
  choices: { text: Said; given: boolean; right: boolean; wrong: boolean; feedback: Said | null }[];
  pairs: { label: Said | null; given: Said | null; right: Said | null; correct: boolean | null }[];
  sentence: { text: string | null; gap: { given: string | null; right: string | null; correct: boolean | null } | null }[];
  sentenceLanguage: string | null;
  /** Whether the right answers stand beside those that were given. */
  withKey: boolean;
}

export function explained(one: Reviewed, words: Words, rights: ReviewRights): Explained {
  const { question, grade, number } = one;
  const outcome = rights.correctness || grade.outcome === 'unmarked' ? grade.outcome : null;
  const texts = (about: (part: string | null) => boolean) =>
    one.feedback.filter(({ part }) => about(part)).map(({ key }) => spoken(words.text(key)));
  const isGeneral = (key: string) => key.endsWith('.feedback') && key.split('.').length === 3;
  const whole = one.feedback.filter(({ part, key }) => part === null && (isGeneral(key) ? rights.general : rights.specific));
  return {
    number,
    type: question.type,
    outcome,
    right: rights.correctness ? grade.outcome === 'right' : null,
    tone: outcome ? TONES[outcome] : '',
    icon: outcome ? ICONS[outcome] : null,
    points: rights.marks && grade.outcome !== 'unmarked' ? grade.points.over / grade.points.under : null,
    most: rights.most || rights.marks ? grade.most : null,
    percent: rights.marks ? Math.max(0, Math.round((grade.fraction.over * 100) / grade.fraction.under)) : null,
    answer: shownRows(answerRows(one, words), rights),
    // Options carry their own feedback beside them; what is about a part of another answer, and about the whole, stands below.
    feedback: rights.specific ? texts((part) => part !== null && (rights['right-answer'] || wasPicked(one, part))) : [],
    general: joined(whole.map(({ key }) => spoken(words.text(key)))),
  };
}

/** What is said of an option that somebody should have picked would say that it is right. */
function wasPicked({ given }: Reviewed, part: string): boolean {
  return given?.type !== 'multiple' || given.options.includes(part);
}

function joined(texts: Said[]): Said | null {
  return texts[0] ? { ...texts[0], text: texts.map(({ text }) => text).join(' ') } : null;
}

/** Without the answer, for a question that stands there to be tried again. */
export function withoutAnswer(one: Explained): Explained {
  return { ...one, answer: { ...one.answer, truth: null, said: null, essay: [], choices: [], pairs: [], sentence: [] } };
}

function shownRows(rows: AnswerRows, rights: ReviewRights): ShownRows {
  const withKey = rights['right-answer'];
  const { correctness } = rights;
  return {
    withKey,
    truth: withKey || correctness ? rows.truth : null,
    said: rows.truth && !withKey && !correctness ? { value: rows.truth.given } : null,
    essay: rows.essay,
    choices: rows.choices.map(({ text, given, right, feedback }) => ({
      text,
      given,
      right: right && (withKey || (given && correctness)),
      wrong: given && !right && (withKey || correctness),
      feedback: rights.specific && (given || withKey) ? feedback : null,
    })),
    pairs: rows.pairs.map(({ label, given, right, correct }) => ({
      label,
      given,
      right: withKey ? right : null,
      correct: withKey || correctness ? correct : null,
    })),
    sentence: rows.sentence.map(({ text, gap }) => ({
      text,
      gap: gap && { given: gap.given, right: withKey ? gap.right : null, correct: withKey || correctness ? gap.correct : null },
    })),
    sentenceLanguage: rows.sentenceLanguage,
  };
}
