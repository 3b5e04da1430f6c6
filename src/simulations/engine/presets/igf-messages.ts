/** As in the messages of an Internet Governance Forum: nothing is negotiated; the chair's summary says of each point how it was received. */
import type { Level } from '../events';
import { GNSO } from './gnso';
import type { Judgement, Preset, Tally } from './tally';

const RECEIVED: Partial<Record<Level, Level>> = {
  'full-consensus': 'broad-convergence',
  'full-consensus-pending': 'broad-convergence',
  consensus: 'broad-convergence',
  'strong-support': 'differing-views',
  divergence: 'differing-views',
};

export const IGF_MESSAGES: Preset = {
  judge,
  // A point that few took up and one on which views differ are both not agreed; neither is nearer.
  ranks: [['raised', 'differing-views'], ['broad-convergence']],
  agreed: 'broad-convergence',
};

/** Read off the GNSO's levels, and for the same reasons. */
function judge(room: Tally): Judgement {
  const { level, why } = GNSO.judge(room);
  return { level: RECEIVED[level] ?? 'raised', why };
}
