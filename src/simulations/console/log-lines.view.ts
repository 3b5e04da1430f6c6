import type { HappeningType, TableEvent } from '../engine/events';
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

type Lines = { [T in HappeningType]?: (event: Extract<TableEvent, { type: T }>, scene: Scene) => Line };

/** What the room's own record passes over, and the team wants to find again. */
const FROM_OUTSIDE: Lines = {
  'nudge-sent': ({ to, words }, scene) => ({
    phrase: 'facilitating.log.word',
    values: { to: named(scene, to).name.text },
    said: said(scene, words),
  }),
  'annotation-added': ({ words }, scene) => ({ phrase: 'facilitating.log.note', said: said(scene, words) }),
  'clock-paused': () => ({ phrase: 'facilitating.log.paused' }),
  'clock-resumed': () => ({ phrase: 'facilitating.log.resumed' }),
  'deadline-moved': ({ words }, scene) => ({ phrase: 'facilitating.log.extended', said: words && said(scene, words) }),
  'mode-switched': ({ mode }) => ({ phrase: mode === 'live' ? 'facilitating.log.live' : 'facilitating.log.async' }),
  'seat-taken': ({ role, holder }) => ({
    phrase: `facilitating.log.seat-${holder.kind === 'person' && holder.standsIn ? 'stands-in' : holder.kind}`,
    who: role,
  }),
  'inject-cancelled': ({ inject }, scene) => ({ phrase: 'facilitating.log.called-off', said: said(scene, { key: `injects.${inject}` }) }),
  'text-redacted': () => ({ phrase: 'facilitating.log.removed' }),
};

function fromOutside(scene: Scene, event: TableEvent): Line | null {
  const line = FROM_OUTSIDE[event.type] as ((event: TableEvent, scene: Scene) => Line) | undefined;
  return line ? line(event, scene) : null;
}
