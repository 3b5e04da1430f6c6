/** Why a chapter's quiz cannot be begun now, in words. */
import { dayIn } from '../../cohorts/schedule';
import type { Language } from '../../kernel/language';
import { formatDay } from '../../languages/formats';
import { type Window, windowState } from './quiz-days';

/** A phrase and its values. */
export interface QuizClosed {
  reason: 'papers.closed.coming' | 'papers.closed.over';
  details: Record<string, string>;
}

const LAST_MOMENT_MS = 1;

export function closedBy({ opensAt, closesAt }: Window, zone: string, language: Language, now: Date): QuizClosed | null {
  const day = (at: Date) => formatDay(dayIn(zone, at), 'day', language);
  const state = windowState({ opensAt, closesAt }, now);
  if (state === 'coming') return { reason: 'papers.closed.coming', details: { day: day(opensAt!) } };
  return state === 'closed'
    ? { reason: 'papers.closed.over', details: { day: day(new Date(closesAt!.getTime() - LAST_MOMENT_MS)) } }
    : null;
}
