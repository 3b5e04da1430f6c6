/** How far a room is by RFC 7282: objections decide, counts do not. Rough consensus is reached when every issue has been dealt with, not when every one is met. */
import type { Level } from '../events';
import { BASE_GROUPS, BASE_SEATS, QUORUM_PERCENT } from './parameters';
import type { Judgement, Preset, Tally } from './tally';

export const RFC7282: Preset = {
  judge: (room) => judged(room, 'simulations.why.in-the-rough'),
  ranks: [['open-issues'], ['not-enough-engagement'], ['no-base-of-support'], ['rough-consensus'], ['consensus']],
  agreed: 'rough-consensus',
};

/** First match wins. `rough` is how the preset says that an issue was dealt with and not met. */
export function judged(room: Tally, rough: string): Judgement {
  const { upheld, open, quiet, base, inTheRough, object, counts } = room;
  const because = (level: Level, reason: string, more: Record<string, number>): Judgement => ({
    level,
    why: { reason, details: { ...counts, ...more } },
  });
  if (upheld) return because('open-issues', 'simulations.why.objection-upheld', { upheld, unsettled: open + upheld });
  if (open) return because('open-issues', 'simulations.why.issues-open', { unsettled: open });
  if (quiet) return because('not-enough-engagement', 'simulations.why.silence-is-no-agreement', { quorum: QUORUM_PERCENT });
  if (!base) return because('no-base-of-support', 'simulations.why.nobody-stands-behind-it', { seats: BASE_SEATS, groups: BASE_GROUPS });
  if (inTheRough || object) return because('rough-consensus', rough, { inTheRough });
  return because('consensus', 'simulations.why.every-issue-met', {});
}
