import type { TableEvent } from '../engine/events';
import { happeningShown } from '../room/happenings.view';
import { named, type RoleNamed, type Said, said, type Scene } from '../room/scene.view';

/** One line of the log: who, what they did in a phrase, and what they wrote. */
export interface LogLine {
  at: Date;
  who: RoleNamed | null;
  phrase: string;
  values: Record<string, string | number>;
  said: Said | null;
  /** not everybody at the table could read it */
  secret: boolean;
}

type Line = { phrase: string; who?: string; values?: LogLine['values']; said?: Said | null };

/** Null for what is only bookkeeping. A hum is never in it. */
export function logged(scene: Scene, event: TableEvent): LogLine | null {
  const own = fromOutside(scene, event);
  if (!own) return happeningShown(scene, event);
  const { phrase, who, values = {}, said: words = null } = own;
  return { at: new Date(event.at), who: who ? named(scene, who) : null, phrase, values, said: words, secret: event.audience !== 'all' };
}

/** What the room's own record passes over, and the team wants to find again. */
function fromOutside(scene: Scene, event: TableEvent): Line | null {
  switch (event.type) {
    case 'nudge-sent':
      return { phrase: 'facilitating.log.word', values: { to: named(scene, event.to).name.text }, said: said(scene, event.words) };
    case 'annotation-added':
      return { phrase: 'facilitating.log.note', said: said(scene, event.words) };
    case 'clock-paused':
      return { phrase: 'facilitating.log.paused' };
    case 'clock-resumed':
      return { phrase: 'facilitating.log.resumed' };
    case 'deadline-moved':
      return { phrase: 'facilitating.log.extended', said: event.words && said(scene, event.words) };
    case 'mode-switched':
      return { phrase: event.mode === 'live' ? 'facilitating.log.live' : 'facilitating.log.async' };
    case 'seat-taken':
      return { phrase: `facilitating.log.seat-${event.holder.kind}`, who: event.role };
    case 'inject-cancelled':
      return { phrase: 'facilitating.log.called-off', said: said(scene, { key: `injects.${event.inject}` }) };
    case 'text-redacted':
      return { phrase: 'facilitating.log.removed' };
    default:
      return null;
  }
}
