/** How far a room is in the words of ICANN's GNSO: five standard levels, which the chair designates. First match wins. */
import { QUORUM_PERCENT, READINGS, SMALL_PERCENT, smallMinority } from './parameters';
import type { Judgement, Preset, Tally } from './tally';

export const GNSO: Preset = {
  judge,
  // The source does not order divergence and minority view: one supporter among many who stand aside turns the first into the second.
  ranks: [
    ['undetermined'],
    ['insufficient-participation', 'minority-view', 'divergence'],
    ['strong-support'],
    ['consensus'],
    ['full-consensus-pending'],
    ['full-consensus'],
  ],
  agreed: 'consensus',
};

function judge(room: Tally): Judgement {
  if (room.eligible === 0) return { level: 'undetermined', why: { reason: 'simulations.why.nobody-at-the-table', details: {} } };
  if (room.quiet) return amongFew(room);
  if (room.decided === 0) return { level: 'divergence', why: { reason: 'simulations.why.all-stand-aside', details: room.counts } };
  return room.object === 0 ? withoutObjection(room) : withObjection(room);
}

function amongFew({ callClosed, object, agree, eligible, counts }: Tally): Judgement {
  const details = { ...counts, quorum: QUORUM_PERCENT };
  if (callClosed && object === 0 && agree > 0 && agree * 100 <= eligible * SMALL_PERCENT)
    return { level: 'minority-view', why: { reason: 'simulations.why.few-for-and-silence', details } };
  return { level: 'insufficient-participation', why: { reason: 'simulations.why.few-answered', details } };
}

function withoutObjection({ base, open, upheld, readings, counts }: Tally): Judgement {
  if (!base) return { level: 'minority-view', why: { reason: 'simulations.why.too-few-behind-it', details: counts } };
  const details = { ...counts, unsettled: open + upheld, readings, needed: READINGS };
  if (open + upheld > 0) return { level: 'full-consensus-pending', why: { reason: 'simulations.why.objections-unsettled', details } };
  if (readings < READINGS) return { level: 'full-consensus-pending', why: { reason: 'simulations.why.another-reading', details } };
  return { level: 'full-consensus', why: { reason: 'simulations.why.nobody-objects', details } };
}

function withObjection({ base, against, agree, object, decided, counts }: Tally): Judgement {
  const small = smallMinority(decided);
  const details = { ...counts, small, against: against.length };
  if (agree <= small) return { level: 'minority-view', why: { reason: 'simulations.why.few-for-many-against', details } };
  if (2 * agree <= decided) return { level: 'divergence', why: { reason: 'simulations.why.half-or-fewer-agree', details } };
  // Else a room would fall from consensus when its last objector comes round, for then it is asked for a base.
  if (!base) return { level: 'minority-view', why: { reason: 'simulations.why.too-few-behind-it', details } };
  if (object > small) return { level: 'strong-support', why: { reason: 'simulations.why.many-object', details } };
  if (against.length) return { level: 'strong-support', why: { reason: 'simulations.why.whole-group-against', details } };
  return { level: 'consensus', why: { reason: 'simulations.why.small-minority-objects', details } };
}
