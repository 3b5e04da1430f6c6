/**
 * How far a room is on a clause: the level that the evidence indicates, and why. The chair designates, the group may challenge.
 * What numbers there are in it are conventions for teaching (see the presets' parameters).
 */
import type { ConsensusPreset, StakeholderGroup } from '../../content/scenario';
import type { Level } from './events';
import { GAC } from './presets/gac';
import { GNSO } from './presets/gnso';
import { IGF_MESSAGES } from './presets/igf-messages';
import { NETMUNDIAL } from './presets/netmundial';
import { RFC7282 } from './presets/rfc7282';
import { tally } from './presets/tally';
import type { Assessed, Counts, Judgement, Preset } from './presets/tally';

export type { Assessed, Counts } from './presets/tally';

export interface Assessment extends Judgement {
  /** whole groups against it, beside the count of seats: seventeen of twenty cannot hide that all governments object */
  against: StakeholderGroup[];
  counts: Counts;
}

const PRESETS: Record<ConsensusPreset, Preset> = {
  gnso: GNSO,
  rfc7282: RFC7282,
  gac: GAC,
  'igf-messages': IGF_MESSAGES,
  netmundial: NETMUNDIAL,
};

export function assess(assessed: Assessed, preset: ConsensusPreset): Assessment {
  const room = tally(assessed);
  return { ...PRESETS[preset].judge(room), against: room.against, counts: room.counts };
}

/** Levels a chair can name, from the least agreed to the most. */
export function levelsOf(preset: ConsensusPreset): Level[] {
  return PRESETS[preset].ranks.flat();
}

/** From 0, the least agreed; equal for levels of which none is more agreed. -1 for a level that the preset does not know. */
export function rank(level: Level, preset: ConsensusPreset): number {
  return PRESETS[preset].ranks.findIndex((row) => row.includes(level));
}

/** Whether a level counts as agreement on the clause. */
export function agreeing(level: Level, preset: ConsensusPreset): boolean {
  return rank(level, preset) >= rank(PRESETS[preset].agreed, preset);
}
