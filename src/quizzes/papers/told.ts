/** What somebody who takes a quiz will experience, in sentences: each a phrase and its values. */
import { type QuizSettings, type ReviewMoment, type ReviewPart, settingsOf } from '../../content/quiz-settings';
import type { Paper } from './paper';

export interface Sentence {
  /** a phrase key */
  key: string;
  details: Record<string, string | number>;
}

const say = (key: string, details: Sentence['details'] = {}): Sentence => ({ key: `papers.told.${key}`, details });

/** `count`: how many questions are asked of one person. */
export function told(paper: Pick<Paper, 'settings' | 'minutes' | 'passMark'>, count: number): Sentence[] {
  const settings = settingsOf(paper);
  return [
    say('questions', { count }),
    say(`behaviour.${settings.behaviour}`),
    ...time(settings, paper.minutes),
    ...tries(settings),
    ...order(settings),
    ...answers(settings),
    say('pass', { mark: paper.passMark }),
  ];
}

function time({ overdue, graceMinutes }: QuizSettings, minutes: number | null): Sentence[] {
  if (minutes === null) return [say('no-limit')];
  return [say('limit', { minutes }), say(`overdue.${overdue}`, { minutes: graceMinutes })];
}

function tries({ tries: most, counting, delays }: QuizSettings): Sentence[] {
  if (most === 1) return [say('one-try')];
  const counted = say(most === null ? `tries-any.${counting}` : `tries.${counting}`, most === null ? {} : { tries: most });
  const waits = [
    ...(delays.second ? [say('wait-second', { minutes: delays.second })] : []),
    ...(delays.later && most !== 2 ? [say('wait-later', { minutes: delays.later })] : []),
  ];
  return [counted, ...waits];
}

function order({ shuffle, navigation }: QuizSettings): Sentence[] {
  const shuffled = shuffle.questions ? (shuffle.options ? 'both' : 'questions') : shuffle.options ? 'options' : 'none';
  return [say(`shuffle.${shuffled}`), ...(navigation === 'sequential' ? [say('sequential')] : [])];
}

const AFTER: readonly ReviewMoment[] = ['immediately', 'open', 'closed'];

/** When the two things are shown that people ask for: their points and the right answers. */
function answers({ review }: QuizSettings): Sentence[] {
  const first = (part: ReviewPart) => AFTER.find((moment) => review[moment].includes(part)) ?? 'never';
  return [say(`marks.${first('marks')}`), say(`right-answers.${first('right-answer')}`)];
}
