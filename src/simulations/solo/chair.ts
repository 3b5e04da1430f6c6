/**
 * The procedure of a chair that plays itself. It knows what was said at the table and which argument meets which concern, and nothing of what
 * anybody is told in confidence. Every decision comes with its reason.
 */
import type { ObjectionStructure, StakeholderGroup } from '../../content/scenario';
import type { Amendment, Objection } from '../engine/state';
import type { Sight } from './sight';
import { inThisPhase } from './sight';
import { step } from './step';
import type { Step } from './step';

/** When it looks: while a phase is under way, when a round ends, and when the last one does and nothing may be left lying. */
export type Occasion = 'under-way' | 'round-ends' | 'talk-ends';

/** What it does with the text and with objections, one thing after the other; empty when nothing is due. */
export function chairing(view: Sight, written: readonly ObjectionStructure[], occasion: Occasion): Step[] {
  const proposed = view.amendments.filter(({ state }) => state === 'proposed');
  const carried = proposed.filter((each) => isCarried(each, view, written));
  if (occasion === 'under-way') return carried.filter((each) => hasPerson(each, view)).map((each) => taken(each, view));
  const first = tookOne(view) ? [] : strongest(carried, view);
  const left = proposed.filter((each) => !first.includes(each) && (occasion === 'talk-ends' || !carried.includes(each)));
  return [
    ...first.map((each) => taken(each, view)),
    ...left.map((each) => turnedDown(each, view, carried.includes(each))),
    ...view.objections.filter((each) => isDue(each, view, written)).map(ruled),
  ];
}

/** What a person has a part in is taken while they watch. Of what others carry among themselves one is taken at the end of a round, so that everybody can keep up. */
function hasPerson({ role, seconds }: Amendment, { seats }: Sight): boolean {
  return seats.some((seat) => seat.holder === 'person' && [role, ...seconds].includes(seat.role));
}

function tookOne(view: Sight): boolean {
  const accepted = inThisPhase(view, 'amendment-accepted').map(({ id }) => id);
  return view.amendments.some((each) => accepted.includes(each.id) && !hasPerson(each, view));
}

/** The one with most groups behind it, the first of equals. */
function strongest(carried: readonly Amendment[], view: Sight): Amendment[] {
  const sizes = carried.map((each) => behind(each, view).size);
  return carried.slice(sizes.indexOf(Math.max(...sizes))).slice(0, 1);
}

function behind({ role, seconds }: Amendment, view: Sight): Set<StakeholderGroup> {
  return groups([role, ...seconds], view);
}

/** More than one group stands behind it, fewer speak against it, and what they say has been answered with what meets the concern. */
function isCarried(amendment: Amendment, view: Sight, written: readonly ObjectionStructure[]): boolean {
  const against = objectionsTo(amendment, view);
  const opposed = groups(
    against.flatMap(({ role, joined }) => [role, ...joined]),
    view,
  );
  const { size } = behind(amendment, view);
  return size > 1 && opposed.size < size && against.every((each) => isAddressed(each, written));
}

function taken({ id, clause }: Amendment, { clauses }: Sight): Step {
  const expectRevision = clauses.find(({ key }) => key === clause)!.revision;
  const words = { phrase: 'simulations.chair.amendment-taken' };
  return procedure({ do: 'accept-amendment', amendment: id, words, expectRevision, class: 'substantive' }, 'amendment-taken');
}

function turnedDown(amendment: Amendment, view: Sight, carried: boolean): Step {
  const reason = carried ? 'amendment-late' : objectionsTo(amendment, view).length ? 'amendment-opposed' : 'amendment-alone';
  return procedure({ do: 'reject-amendment', amendment: amendment.id, words: { phrase: `simulations.chair.${reason}` } }, reason);
}

/** Those against what it would put into a slot, but for objectors who stand behind it all the same. */
function objectionsTo({ terms, role: owner, seconds }: Amendment, { objections }: Sight): Objection[] {
  return objections.filter(({ state, remedy, role }) => {
    const option = remedy && terms[remedy.slot];
    const speaks = (state === 'open' || state === 'answered') && option && !remedy.options.includes(option);
    return speaks && role !== owner && !seconds.includes(role);
  });
}

function groups(roles: readonly string[], { seats }: Sight): Set<StakeholderGroup> {
  return new Set(seats.filter(({ role, chair }) => !chair && roles.includes(role)).map(({ group }) => group));
}

/**
 * In the rough: the text does not meet it, but somebody has answered with the argument that meets the concern, and the objector has had a
 * further round to say why that is not enough. The last reading is the last occasion.
 */
function isDue(objection: Objection, view: Sight, written: readonly ObjectionStructure[]): boolean {
  const { state, remedy } = objection;
  const isMet = remedy !== null && remedy.options.includes(view.text[remedy.slot] ?? '');
  if (state !== 'answered' || isMet || !isAddressed(objection, written)) return false;
  if (view.phase.kind !== 'round') return true;
  const justNow = inThisPhase(view, 'objection-answered').filter(({ id }) => id === objection.id);
  return isAddressed({ ...objection, answers: objection.answers.slice(0, objection.answers.length - justNow.length) }, written);
}

/** Somebody has answered with an argument that meets the concern. */
function isAddressed({ written: key, answers }: Objection, written: readonly ObjectionStructure[]): boolean {
  const meets = written.find((each) => each.key === key)?.answers.filter(({ addresses }) => addresses) ?? [];
  return answers.some(({ answer }) => meets.some((each) => each.key === answer));
}

function ruled({ id, version }: Objection): Step {
  const words = { phrase: 'simulations.chair.addressed-not-met' };
  const command: Step['command'] = { do: 'rule-objection', objection: id, ruling: 'in-the-rough', words, of: null, expectVersion: version };
  return procedure(command, 'addressed-not-met');
}

/** `of` names the rule of procedure. */
export function procedure(command: Step['command'], of: string): Step {
  return step(command, 'procedure', of, null);
}
