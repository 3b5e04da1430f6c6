import { newId } from '../../kernel/identifier';
import { conflictPage } from '../../web/errors/errors.view';
import type { FormError } from '../../web/forms/form.pipe';
import { localIn } from './local-moment';
import type { PostponeForm } from './setting.form';
import type { Sitting } from './sitting.entity';
import type { OwnSitting } from './sitting-of-cohort.guard';

/** A use of a scenario as it stands now, and how many people have a place at it. */
export interface Planned {
  sitting: Sitting;
  people: number;
}

/** views/simulations/postpone.hbs: when tables that have not begun are to begin. */
export function postponePage(own: OwnSitting, planned: Planned, typed: PostponeForm | null, errors: FormError[]) {
  const { zone } = own.cohort;
  const { startsAt, version } = planned.sitting;
  return {
    ...head(own, planned),
    action: `${addressOf(own)}/time`,
    zone: zone.replaceAll('_', ' '),
    starts: typed?.starts ?? shown(zone, startsAt),
    version: typed?.version ?? String(version),
    errors: errors.length ? errors : null,
  };
}

/** views/errors/conflict.hbs: two of the team chose another time; the one who was second decides. */
export function postponeConflict(own: OwnSitting, mine: string, { sitting: { startsAt, version } }: Planned) {
  const theirs = shown(own.cohort.zone, startsAt);
  const action = `${addressOf(own)}/time`;
  const field = { name: 'starts', label: 'sittings.new.starts', mine, theirs };
  return conflictPage({ title: 'sittings.plan.conflict', back: action, action, version, formId: newId(), fields: [field] });
}

/** views/simulations/call-off.hbs: what goes with tables that have not begun. */
export function callOffPage(own: OwnSitting, planned: Planned) {
  return { ...head(own, planned), errors: null, action: `${addressOf(own)}/removal`, tables: planned.sitting.tables.length };
}

function head({ cohort, chapter }: OwnSitting, { sitting, people }: Planned) {
  return {
    formId: newId(),
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    cohort: { name: cohort.name, address: `/cohorts/${cohort.id}` },
    tablesAddress: `/cohorts/${cohort.id}/tables`,
    name: sitting.name,
    begun: sitting.begunAt !== null,
    startsAt: sitting.startsAt,
    people,
  };
}

const addressOf = ({ cohort, sitting }: OwnSitting): string => `/cohorts/${cohort.id}/sittings/${sitting.id}`;

const shown = (zone: string, at: Date | null): string => (at ? localIn(zone, at) : '');
