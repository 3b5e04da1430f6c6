/** Announcements: what comes into the room from outside, to whom, and when. */
import type { Condition, InjectStructure, ScenarioStructure } from '../../../content/scenario';
import { freshKey } from '../draft';
import { toWhom } from './audience';
import { changed, listOf, NOTHING_TYPED, type PartKind, Reading, type Told, type Typed } from './part';
import { conditionOf, MOST_TESTS, type Test, testsOf } from './waiting';
import { known } from './waited-for';

const LONGEST_MINUTES = 600;
/** How an announcement comes: with a phase, with what is so, or as it is written already. */
export const MOMENTS = ['phase', 'condition', 'kept'] as const;

const own = listOf('injects');
const find = ({ injects }: ScenarioStructure, key: string) => injects.find((inject) => inject.key === key)!;

export const EVENTS: PartKind = {
  ...own,
  name: 'events',
  fields: ['to', 'at', 'phase', 'minute', 'test', 'so'],
  most: 30,
  longest: 2000,
  wordsAt: (key) => `injects.${key}`,
  begun: (structure) => {
    const key = freshKey('event', own.keys(structure));
    const phase = structure.phases.find(({ kind }) => kind === 'round') ?? structure.phases[0];
    const inject: InjectStructure = { key, to: 'all', at: { phase: phase?.key ?? '', minute: 0 } };
    return { key, structure: { ...structure, injects: [...structure.injects, inject] } };
  },
  facts: (draft, key) => {
    const { to, at } = find(draft.structure, key);
    return [toWhom(to, draft), comes(at, draft.texts)];
  },
  typed: ({ structure, texts }, key) => {
    const { to, at } = find(structure, key);
    return { ...NOTHING_TYPED, words: texts[`injects.${key}`] ?? '', to: [to].flat(), ...momentTyped(at) };
  },
  read: ({ structure, texts }, key, typed) => {
    const reading = new Reading();
    const everybody = structure.roles.map((role) => role.key);
    const read = (inject: InjectStructure): InjectStructure => ({
      ...inject,
      to: reading.audience('to', typed.to, everybody, inject.to),
      at: momentIn(reading, typed, inject.at, structure),
    });
    return { structure: { ...structure, injects: changed(structure.injects, key, read) }, texts, wrong: reading.wrong };
  },
};

function comes(at: InjectStructure['at'], texts: Readonly<Record<string, string>>): Told {
  if ('when' in at) return { key: 'scenario-parts.events.when', details: {} };
  const phase = texts[`phases.${at.phase}`] ?? at.phase;
  return { key: 'scenario-parts.events.at', details: { phase, minutes: at.minute } };
}

function momentTyped(at: InjectStructure['at']): Partial<Typed> {
  if (!('when' in at)) return { at: 'phase', phase: at.phase, minute: String(at.minute) };
  const tests = testsOf(at.when);
  if (!tests) return { at: 'kept' };
  const rows = tests.map(({ what, so }, index) => [String(index + 1), what, so ? 'yes' : 'no'] as const);
  return {
    at: 'condition',
    test: Object.fromEntries(rows.map(([place, what]) => [place, what])),
    so: Object.fromEntries(rows.map(([place, , so]) => [place, so])),
  };
}

function momentIn(reading: Reading, typed: Typed, before: InjectStructure['at'], structure: ScenarioStructure): InjectStructure['at'] {
  const how = reading.oneOf('at', typed.at, MOMENTS);
  if (how === 'kept') {
    if (!('when' in before)) reading.note('at', 'scenario-parts.error.choose');
    return before;
  }
  if (how === 'condition') return { when: conditionIn(reading, typed, before, structure) };
  const phases = structure.phases.map(({ key }) => key);
  const phase = phases.length ? reading.oneOf('phase', typed.phase, phases) : '';
  if (!phases.length) reading.note('phase', 'scenario-parts.error.no-phases');
  return { phase, minute: reading.whole('minute', typed.minute || '0', 0, LONGEST_MINUTES) };
}

function conditionIn(reading: Reading, { test, so }: Typed, before: InjectStructure['at'], structure: ScenarioStructure): Condition {
  const offered = [...known(structure), ...('when' in before ? (testsOf(before.when) ?? []) : []).map(({ what }) => what)];
  const places = Array.from({ length: MOST_TESTS }, (_, index) => String(index + 1));
  for (const strange of Object.keys({ ...test, ...so })) if (!places.includes(strange)) reading.note('at', 'scenario-parts.error.choose');
  const tests: Test[] = places.flatMap((place) => {
    const what = test[place] ?? '';
    const answer = so[place] ?? 'yes';
    if (!['yes', 'no'].includes(answer)) reading.note(`so.${place}`, 'scenario-parts.error.choose');
    if (what === '') return [];
    if (!offered.includes(what)) reading.note(`test.${place}`, 'scenario-parts.error.choose');
    return [{ what, so: answer === 'yes' }];
  });
  if (tests.length === 0) reading.note('test.1', 'scenario-parts.error.nothing-waited-for');
  return conditionOf(tests);
}
