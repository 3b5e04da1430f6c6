/** As ICANN's governments advise: by general agreement in the absence of any formal objection, and otherwise with the range of views. */
import { BASE_SEATS } from './parameters';
import type { Judgement, Preset, Tally } from './tally';

export const GAC: Preset = { judge, ranks: [['no-consensus'], ['consensus']], agreed: 'consensus' };

/** Governments are one group, so their base of support is counted in seats alone. */
function judge({ object, governments, counts }: Tally): Judgement {
  const details = { ...counts, governments: governments.support, seats: BASE_SEATS };
  if (object) return { level: 'no-consensus', why: { reason: 'simulations.why.formal-objection', details } };
  if (governments.support < BASE_SEATS) return { level: 'no-consensus', why: { reason: 'simulations.why.governments-silent', details } };
  return { level: 'consensus', why: { reason: 'simulations.why.general-agreement', details } };
}
