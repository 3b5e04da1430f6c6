import { spoken, type Words } from '../../content/translation';
import type { ScenarioStructure } from '../../content/scenario';
import { STAKEHOLDER_GROUPS } from '../../content/scenario';
import { newId } from '../../kernel/identifier';
import type { SeatedTable } from '../tables/tables.queries';
import type { RoleWish } from './role-wish.entity';
import type { Sitting } from './sitting.entity';

/** A sitting of one's cohort, with one's own place at it; null while there is none. */
export interface OwnSittingPart {
  sitting: Sitting;
  place: SeatedTable | null;
  /** how many seats are empty at that table */
  empty: number;
}

export const WISHES = 3;

/** views/simulations/_together.hbs: one's tables with others, and what one would like to be there. Null where people do not play together. */
export function togetherPart(
  scenario: ScenarioStructure,
  wording: Words,
  parts: readonly OwnSittingPart[],
  wish: RoleWish | null,
  stepAddress: string,
) {
  if (!scenario.modes.some((mode) => mode !== 'solo')) return null;
  const wishes = wish?.roles ?? [];
  const waits = parts.some(({ sitting }) => !sitting.begunAt && !sitting.castAt);
  return {
    waits,
    tables: parts.flatMap(({ sitting, place, empty }) => (place ? [line(sitting, place, empty, wording)] : [])),
    open: waits,
    said: wish !== null,
    action: `${stepAddress}/wishes`,
    formId: newId(),
    parts: (['play', 'look-on'] as const).map((part) => ({ part, chosen: (wish?.part ?? 'play') === part })),
    wishes: Array.from({ length: WISHES }, (_, at) => ({
      number: at + 1,
      roles: scenario.roles.map(({ key }) => ({ key, name: spoken(wording.text(`roles.${key}.name`)), chosen: wishes[at] === key })),
    })),
    groups: STAKEHOLDER_GROUPS.map((group) => ({ group, chosen: wish?.ownGroup === group })),
  };
}

function line(
  { begunAt, startsAt, mode }: Sitting,
  { id, standsBy, name, role, endedAt, debriefedAt }: SeatedTable,
  empty: number,
  wording: Words,
) {
  return {
    name,
    role: role
      ? spoken(wording.has(`roles.${role}.name`) ? wording.text(`roles.${role}.name`) : { text: '…', language: wording.language })
      : null,
    standsBy,
    empty: standsBy && !endedAt ? { count: empty, address: `/tables/${id}/seat` } : null,
    mode,
    startsAt: begunAt ? null : startsAt,
    state: debriefedAt ? 'done' : endedAt ? 'ended' : begunAt ? 'running' : 'ready',
    address: `/tables/${id}${endedAt ? '/debrief/reactions' : ''}`,
  };
}
