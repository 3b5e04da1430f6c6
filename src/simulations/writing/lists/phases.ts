/** The phases of a scenario: what happens when, and how long it takes. */
import { PHASE_KINDS, type PhaseStructure } from '../../../content/scenario';
import { freshKey } from '../draft';
import { changed, listOf, NOTHING_TYPED, type PartKind, Reading, told, type Typed } from './part';

const LONGEST_MINUTES = 600;
const LONGEST_HOURS = 2000;
const MOST_STATEMENTS = 20;
const USUAL = { minutes: 10, hours: 48, quota: 3 };

const own = listOf('phases');

export const PHASES: PartKind = {
  ...own,
  name: 'phases',
  fields: ['kind', 'minutes', 'hours', 'quota'],
  most: 20,
  longest: 100,
  wordsAt: (key) => `phases.${key}`,
  begun: (structure) => {
    const key = freshKey('phase', own.keys(structure));
    const { minutes, hours, quota } = USUAL;
    const live = structure.modes.includes('live') ? { minutes } : null;
    const async = structure.modes.includes('async') ? { hours, quota } : null;
    return { key, structure: { ...structure, phases: [...structure.phases, { key, kind: 'round', live, async }] } };
  },
  rank: ({ phases }, key) => PHASE_KINDS.indexOf(phases.find((phase) => phase.key === key)!.kind),
  facts: ({ structure }, key) => {
    const { kind, live, async } = structure.phases.find((phase) => phase.key === key)!;
    return [
      told(`scenario-parts.phase-kind.${kind}`),
      ...(live ? [told('scenario-parts.phases.live', { minutes: live.minutes })] : []),
      ...(async ? [told('scenario-parts.phases.async', { hours: async.hours, count: async.quota })] : []),
    ];
  },
  typed: ({ structure, texts }, key) => {
    const { kind, live, async } = structure.phases.find((phase) => phase.key === key)!;
    return {
      ...NOTHING_TYPED,
      words: texts[`phases.${key}`] ?? '',
      kind,
      minutes: live ? String(live.minutes) : '',
      hours: async ? String(async.hours) : '',
      quota: async ? String(async.quota) : '',
    };
  },
  read: ({ structure, texts }, key, typed) => {
    const reading = new Reading();
    const read = (phase: PhaseStructure): PhaseStructure => ({ ...phase, ...timesIn(reading, typed) });
    return { structure: { ...structure, phases: changed(structure.phases, key, read) }, texts, wrong: reading.wrong };
  },
};

function timesIn(reading: Reading, { kind, minutes, hours, quota }: Typed): Omit<PhaseStructure, 'key'> {
  const written = hours !== '' || quota !== '';
  return {
    kind: reading.oneOf('kind', kind, PHASE_KINDS),
    live: minutes === '' ? null : { minutes: reading.whole('minutes', minutes, 1, LONGEST_MINUTES) },
    async: written
      ? { hours: reading.whole('hours', hours, 1, LONGEST_HOURS), quota: reading.whole('quota', quota || '0', 0, MOST_STATEMENTS) }
      : null,
  };
}
