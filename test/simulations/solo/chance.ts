/** People who do anything that comes to their mind, by a seed: the same seed, the same mind. */
import type { ScenarioStructure } from '../../../src/content/scenario';
import { STANCES } from '../../../src/content/scenario';
import type { Command } from '../../../src/simulations/engine/commands';
import type { TableView } from '../../../src/simulations/engine/table-view';

export function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

export function anyCommand(
  view: TableView,
  { clauses, statements, objections, roles }: ScenarioStructure,
  role: string,
  roll: (sides: number) => number,
): Command {
  const pick = <T>(all: readonly T[]): T => all[roll(all.length)]!;
  const clause = pick(clauses);
  const slots = clauses.flatMap((each) => each.slots);
  const terms = (from: typeof slots) => Object.fromEntries(from.filter(() => roll(2)).map(({ key, options }) => [key, pick(options)]));
  const { revision } = view.clauses.find(({ key }) => key === clause.key)!;
  const statement = { key: `statements.${pick(statements).key}` };
  const any: Command[] = [
    { do: 'be-ready' },
    { do: 'be-ready' },
    { do: 'speak', words: pick([statement, { ref: `t${roll(1e9)}` }]), length: roll(300) },
    { do: 'send-message', to: [pick(roles).key], words: statement },
    { do: 'amend', clause: clause.key, terms: terms(clause.slots), words: null, expectRevision: revision },
    { do: 'amend', clause: clause.key, terms: terms(clause.slots), words: null, expectRevision: revision },
    { do: 'second-amendment', amendment: `a${1 + roll(6)}` },
    { do: 'offer-package', terms: terms(slots), words: null, expectText: view.textNumber },
    { do: 'answer-package', package: `p${1 + roll(3)}`, accepts: roll(2) === 0, hurts: null },
    { do: 'set-stance', clause: clause.key, stance: pick(STANCES), words: null, expectRevision: revision },
    { do: 'call-consensus' },
    { do: 'challenge-assessment', clause: clause.key, words: { ref: `t${roll(1e9)}` }, length: 9 },
    { do: 'file-minority', clause: clause.key, words: { ref: `t${roll(1e9)}` }, length: 9 },
    { do: 'tick' },
  ];
  for (const { key, clause: about, slot, remedy } of objections.filter((each) => each.role === role))
    any.push({
      do: 'raise-objection',
      clause: about,
      kind: 'rights',
      words: { key: `objections.${key}.problem` },
      length: 0,
      written: key,
      remedy: { slot, options: remedy },
    });
  const raised = view.objections[roll(view.objections.length + 1)];
  const answers = objections.find(({ key }) => key === raised?.written)?.answers ?? [];
  if (raised) any.push({ do: 'join-objection', objection: raised.id }, { do: 'withdraw-objection', objection: raised.id, words: null });
  for (const { key } of answers)
    any.push({
      do: 'answer-objection',
      objection: raised!.id,
      kind: 'explains',
      words: { key: `objections.${raised!.written}.answers.${key}` },
      length: 0,
      answer: key,
    });
  return pick(any);
}
