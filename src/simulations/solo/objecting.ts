/** What a scripted stakeholder does about its own objections: which it raises, which it keeps up, and which it withdraws. */
import type { ObjectionStructure, Terms } from '../../content/scenario';
import type { Objection } from '../engine/state';
import { crossed, utility } from '../engine/values';
import { costOf } from './mind';
import type { Outlook } from './mind';
import { ruleFor } from './rules';
import { step } from './step';
import type { Step } from './step';

/**
 * What it objects to: a line of its own that is crossed; what a rule of its script has it object to; what costs it most of a text with too little
 * in it; and what a proposed change would do to it, before it is done.
 */
export interface Grievance {
  written: ObjectionStructure;
  by: 'red-line' | 'rule' | 'utility';
  /** the slot that decided, or the rule */
  of: string;
  /** the text as it stands has it; else only a proposed change would bring it */
  present: boolean;
}

export function grievances(look: Outlook): Grievance[] {
  const { mind } = look;
  const sore = look.crossed.length ? null : costliest(look);
  const rule = ruleFor(look, ['object'], ({ objection }) => mind.objections.some((each) => each.key === objection && isLeft(each, look)));
  return mind.objections.flatMap((written): Grievance[] => {
    const of = written.slot;
    if (!isTabled(written, look)) return [];
    if (look.crossed.some(({ objection }) => objection === written.key)) return [{ written, by: 'red-line', of, present: true }];
    if (rule?.do.objection === written.key) return [{ written, by: 'rule', of: rule.key, present: true }];
    if (written === sore) return [{ written, by: 'utility', of, present: true }];
    const by = threat(written, look);
    return by ? [{ written, by, of, present: false }] : [];
  });
}

export function objecting(look: Outlook, held: readonly Grievance[]): Step[] {
  const own = look.mind.objections.flatMap((written) => newest(written, look) ?? []);
  return [
    ...own.filter((each) => isDone(each, look, held)).map((each) => withdrawn(each, look)),
    ...held.filter((each) => mayRaise(each, look)).map((each) => raised(each, look)),
  ];
}

/** A change that another has proposed would cross the line that this objection speaks of, or take away its remedy and leave too little. */
function threat(written: ObjectionStructure, look: Outlook): 'red-line' | 'utility' | null {
  const { view, mind, threshold } = look;
  const proposed = view.amendments.filter(({ state, role }) => state === 'proposed' && role !== mind.role).map(({ terms }) => terms);
  const crosses = (terms: Terms) => crossed(mind.script, terms).some(({ objection }) => objection === written.key);
  if (proposed.some(crosses)) return 'red-line';
  const loses = (text: Terms) => isMet(written, view.text) && !isMet(written, text) && utility(mind.script, text) < threshold;
  const isPainful = (text: Terms) => loses(text) && costOf(mind, written.slot, text) > costOf(mind, written.slot, view.text);
  return proposed.some((terms) => isPainful({ ...view.text, ...terms })) ? 'utility' : null;
}

function costliest(look: Outlook): ObjectionStructure | null {
  const { mind, view } = look;
  if (look.utility >= look.threshold) return null;
  const left = mind.objections.filter((each) => isLeft(each, look));
  const costs = left.map(({ slot }) => costOf(mind, slot, view.text));
  const most = Math.max(0, ...costs);
  return most === 0 ? null : left[costs.indexOf(most)]!;
}

function isLeft(written: ObjectionStructure, look: Outlook): boolean {
  return isTabled(written, look) && !isMet(written, look.view.text) && !isOver(written, look);
}

function isTabled({ clause }: ObjectionStructure, { view }: Outlook): boolean {
  return view.clauses.some(({ key, state }) => key === clause && state === 'tabled');
}

function isMet({ slot, remedy }: ObjectionStructure, text: Terms): boolean {
  return remedy.includes(text[slot] ?? '');
}

/** Dealt with for good. A remedy that the text has lost again is no end of it. */
function isOver(written: ObjectionStructure, look: Outlook): boolean {
  const state = newest(written, look)?.state ?? 'open';
  return !isUnsettled(state) && state !== 'accommodated';
}

function isUnsettled(state: Objection['state']): boolean {
  return state === 'open' || state === 'answered';
}

function newest({ key }: ObjectionStructure, { view, mind }: Outlook): Objection | undefined {
  return view.objections.findLast(({ role, written }) => role === mind.role && written === key);
}

/** A line is defended anew when it is crossed anew, or when what was ruled on has become another text. */
function mayRaise({ written, by }: Grievance, look: Outlook): boolean {
  const last = newest(written, look);
  if (!last || last.state === 'accommodated') return true;
  if (isUnsettled(last.state) || by !== 'red-line') return false;
  return last.state === 'withdrawn' || last.revision < look.view.clauses.find(({ key }) => key === written.clause)!.revision;
}

/**
 * Never while its line is crossed or in danger. Else when the text meets it, or when there is enough in the text and somebody has given the
 * argument that meets the concern, or when it was only about a line that is safe now.
 */
function isDone(objection: Objection, look: Outlook, held: readonly Grievance[]): boolean {
  const written = look.mind.objections.find(({ key }) => key === objection.written)!;
  const kept = held.find((each) => each.written === written);
  if (!isUnsettled(objection.state) || kept?.by === 'red-line' || kept?.present === false) return false;
  if (isMet(written, look.view.text)) return true;
  if (look.utility >= look.threshold && isAddressed(objection, written)) return true;
  return !kept && look.mind.script.red.some((line) => line.objection === written.key);
}

function isAddressed({ answers }: Objection, written: ObjectionStructure): boolean {
  return answers.some(({ answer }) => written.answers.some(({ key, addresses }) => addresses && key === answer));
}

function withdrawn({ id, remedy }: Objection, look: Outlook): Step {
  const words = { key: `roles.${look.mind.role}.voice.withdraw` };
  return step({ do: 'withdraw-objection', objection: id, words }, 'utility', remedy?.slot ?? null, look);
}

function raised({ written: { key, clause, kind, slot, remedy }, by, of }: Grievance, look: Outlook): Step {
  const words = { key: `objections.${key}.problem` };
  const settles = { slot, options: remedy };
  return step({ do: 'raise-objection', clause, kind, words, length: 0, written: key, remedy: settles }, by, of, look);
}
