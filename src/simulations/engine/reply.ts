/** How long the room can answer before the chair goes on: to an answer, and to how the chair sees the room. */
import type { TableMode } from '../../content/scenario';
import type { Objection, TableState } from './state';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Before an objection is ruled in the rough, its owner can reply to what was answered. Alone, nobody waits. */
const REPLY: Record<TableMode, number> = { live: 2 * MINUTE, async: 24 * HOUR, solo: 0 };
/** Before a level is final, the room can comment. */
const COMMENTS: Record<TableMode, number> = { live: 5 * MINUTE, async: 48 * HOUR, solo: 0 };

/** When the time to reply is over; null when the owner has spoken since. */
export function replyUntil({ role, answers }: Objection, { statements, mode }: Pick<TableState, 'statements' | 'mode'>): number | null {
  const last = answers.at(-1)!.at;
  const replied = statements.some((said) => said.role === role && said.at > last);
  return replied ? null : last + REPLY[mode];
}

export function commentsUntil(published: number, mode: TableMode): number {
  return published + COMMENTS[mode];
}
