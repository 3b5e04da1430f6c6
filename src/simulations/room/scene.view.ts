/** A table before one pair of eyes: what they may know of it, and the words for it in their language. */
import type { RoleStructure, ScenarioStructure, StakeholderGroup } from '../../content/scenario';
import type { Shown, Words as Wording } from '../../content/translation';
import { directionOf } from '../../kernel/language';
import type { FormError } from '../../web/forms/form.pipe';
import type { Assessment } from '../engine/consensus';
import type { Words } from '../engine/events';
import type { TableView } from '../engine/table-view';
import type { Viewer } from '../engine/viewer';

export interface Scene {
  /** whose eyes */
  viewer: Viewer;
  /** where the table is */
  address: string;
  /** what its cohort calls the table; '' for one who plays alone */
  name: string;
  scenario: ScenarioStructure;
  view: TableView;
  wording: Wording;
  /** what people wrote, by reference; what was erased is not there */
  texts: ReadonlyMap<string, string>;
  /** the house's phrases in the reader's language */
  say: (key: string, values?: Record<string, string | number>) => string;
  wrong: Wrong | null;
  /** the moment, as a stream of the table calls it for these eyes */
  cursor: string;
  /** what the record indicates for a clause; for whoever has to say how far the room is */
  indicated: ((clause: string) => Assessment) | null;
  /** hums in which the viewer's own seat has hummed: that it has, not how */
  hummed: ReadonlySet<string>;
}

/** A form that could not be taken: which one, what to correct, what was in it. */
export interface Wrong {
  form: string;
  errors: FormError[];
  typed: Record<string, string>;
}

/** What was typed into a form that could not be taken; null for every other form. */
export function typedIn({ wrong }: Scene, form: string): Record<string, string> | null {
  return wrong?.form === form ? wrong.typed : null;
}

/** Something written: by the scenario's author or a person (`text`), or one of the house's phrases (`phrase`). */
export interface Said {
  text: string | null;
  /** null for what a person wrote: nobody knows in which language */
  language: string | null;
  direction: string;
  phrase: string | null;
}

/** Something written by the scenario's author. */
export interface Spoken {
  text: string;
  language: string;
  direction: string;
  phrase: null;
}

export const spoken = ({ text, language }: Shown): Spoken => ({ text, language, direction: directionOf(language), phrase: null });

export function said(scene: Scene, words: Words): Said {
  if ('key' in words) return spoken(scene.wording.text(words.key));
  if ('phrase' in words) return { text: null, language: null, direction: 'auto', phrase: words.phrase };
  const text = scene.texts.get(words.ref) ?? null;
  return { text, language: null, direction: 'auto', phrase: text === null ? 'simulations.erased' : null };
}

/** The names of persons' texts in some words. */
export function refs(words: readonly (Words | null)[]): string[] {
  return words.flatMap((one) => (one && 'ref' in one ? [one.ref] : []));
}

const SIGNS = {
  government: 'gov',
  business: 'bus',
  'civil-society': 'civ',
  technical: 'tec',
  academia: 'aca',
  intergovernmental: 'int',
} as const satisfies Record<StakeholderGroup, string>;

export const signOf = (group: StakeholderGroup) => SIGNS[group];

export interface RoleNamed {
  key: string;
  name: Spoken;
  sign: (typeof SIGNS)[StakeholderGroup];
  group: StakeholderGroup;
  chair: boolean;
  mine: boolean;
}

export function named(scene: Scene, key: string): RoleNamed {
  const role = roleOf(scene.scenario, key);
  return {
    key,
    name: spoken(scene.wording.text(`roles.${key}.name`)),
    sign: signOf(role.group),
    group: role.group,
    chair: role.chair,
    mine: scene.view.mine?.role === key,
  };
}

export function roleOf({ roles }: ScenarioStructure, key: string): RoleStructure {
  const role = roles.find((each) => each.key === key);
  if (!role) throw new Error(`No role ${key}`);
  return role;
}
