/** What the form of a part offers to choose from, with what is chosen. */
import { DEBRIEF_STEPS, type ObjectionStructure, OBJECTION_KINDS, PHASE_KINDS } from '../../../content/scenario';
import { conditionTree } from '../../../content/folders/scenario-condition';
import { type Tree, writeYaml } from '../../../content/folders/yaml';
import type { Draft } from '../draft';
import { allSlots } from '../keys/names';
import { roleName } from './audience';
import { clauseName, optionName, phaseName, slotName, testTold } from './naming';
import { MORE, partiesOf } from './objections';
import type { ListName, Typed } from './part';
import { offeredIn } from './waited-for';
import { MOST_TESTS, testsOf } from './waiting';

/** What only some kinds of parts have in their forms; null for the others. */
export function fieldsOf(list: ListName, draft: Draft, typed: Typed, key: string) {
  const choice = <W extends string>(values: readonly W[], chosen: string) => values.map((value) => ({ value, selected: value === chosen }));
  const own = draft.structure.objections.find((each) => list === 'objections' && each.key === key);
  return {
    kinds: list === 'phases' ? choice(PHASE_KINDS, typed.kind) : null,
    audience: list === 'events' || list === 'statements' ? audience(draft, typed) : null,
    moment: list === 'events' ? moment(draft, typed, key) : null,
    objection: own ? objection(draft, typed, own) : null,
    steps: list === 'questions' ? choice(DEBRIEF_STEPS, typed.step) : null,
  };
}

function audience(draft: Draft, { to }: Typed) {
  return {
    all: to.includes('all'),
    roles: draft.structure.roles.map(({ key }) => ({ value: key, label: roleName(draft, key), ticked: to.includes(key) })),
  };
}

function moment(draft: Draft, { at, phase, minute, test, so }: Typed, key: string) {
  const own = draft.structure.injects.find((inject) => inject.key === key)!.at;
  const written = 'when' in own ? testsOf(own.when) : null;
  const offered = offeredIn(draft.structure);
  const more = (written ?? []).map(({ what }) => what).filter((what) => !offered.some((one) => one.what === what));
  const all = [...offered, ...more.map((what) => ({ about: 'other' as const, what }))].map(({ about, what }) => ({
    about,
    what,
    told: testTold(draft, what),
  }));
  const groups = [...new Set(all.map(({ about }) => about))];
  const places = Array.from({ length: MOST_TESTS }, (_, index) => String(index + 1));
  return {
    at,
    minute,
    phases: draft.structure.phases.map((each) => ({
      value: each.key,
      label: phaseName(draft, each.key),
      selected: each.key === phase,
    })),
    /** a condition that rows cannot say */
    kept: 'when' in own && !written ? writeYaml(conditionTree(own.when) as Map<string, Tree>) : null,
    tests: places.map((place) => ({
      place,
      none: !test[place],
      groups: groups.map((about) => ({
        about,
        options: all
          .filter((one) => one.about === about)
          .map(({ what, told }) => ({ value: what, ...told, selected: what === test[place] })),
      })),
      yes: so[place] !== 'no',
    })),
  };
}

function objection(draft: Draft, typed: Typed, own: ObjectionStructure) {
  const { structure } = draft;
  const slot = allSlots(structure).find(({ key }) => key === own.slot);
  const keys = own.answers.map(({ key }) => key);
  return {
    roles: partiesOf(structure).map((key) => ({ value: key, label: roleName(draft, key), selected: key === typed.role })),
    kinds: OBJECTION_KINDS.map((value) => ({ value, selected: value === typed.kind })),
    slots: allSlots(structure).map(({ key, clause }) => ({
      value: key,
      label: `${clauseName(draft, clause)}: ${slotName(draft, key)}`,
      selected: key === typed.slot,
    })),
    about: slot ? slotName(draft, slot.key) : null,
    options: (slot?.options ?? []).map((option) => ({
      value: option,
      label: optionName(draft, own.slot, option),
      ticked: typed.remedy.includes(option),
    })),
    answers: [...keys, MORE].map((key, index) => ({
      key,
      number: index + 1,
      more: key === MORE,
      words: typed.answer[key] ?? '',
      meets: typed.meets.includes(key),
    })),
  };
}
