import type { OwnCohort } from '../../cohorts/cohort-team.guard';
import { spoken } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import { tableSymbols } from '../../web/pictures/symbols';
import { table as tablePicture } from '../../web/pictures/table';
import type { FormError } from '../../web/forms/form.pipe';
import type { Page } from '../../web/views/page';
import { signOf } from '../room/scene.view';
import type { SimulationTable } from '../tables/simulation-table.entity';
import { FILLERS, type Filler } from './fillers';
import type { KnownSitting } from './setting-pages.service';

/** views/simulations/seats.hbs: who sits where at one table, and what can be changed about it. */
export function seatsPage(own: OwnCohort & { table: SimulationTable }, known: KnownSitting, { say }: Page, errors: FormError[]) {
  const { cohort, chapter, table } = own;
  const { sitting, wording, places, logs } = known;
  const address = `/cohorts/${cohort.id}`;
  const { state, scenario } = logs[sitting.tables.indexOf(table.id)]!;
  const here = places.filter(({ tableId }) => tableId === table.id);
  const standing = here.filter(({ role, standsBy }) => role === '' && standsBy);
  const seats = scenario.roles.map(({ key, group, chair, script, seats: { max } }) => {
    const { kind } = state.seats[key]!.holder;
    const people = here.filter(({ role }) => role === key).map(({ name, gone }) => ({ name, gone }));
    return {
      key,
      name: spoken(wording.text(`roles.${key}.name`)),
      group,
      sign: signOf(group),
      people,
      max,
      holder: kind,
      speak: kind === 'facilitator' && sitting.begunAt ? `/tables/${table.id}` : null,
      fillers: people.length
        ? []
        : FILLERS.filter((one) => one !== 'script' || script || chair).map((one) => ({ filler: one, chosen: one === fillerOf(kind) })),
      alternates: people.length ? [] : standing.map(({ enrolmentId, name }) => ({ enrolment: enrolmentId, name, formId: newId() })),
    };
  });
  return {
    formIds: { seat: newId(), fill: newId() },
    errors: errors.length ? errors : null,
    symbols: tableSymbols(),
    cohort: { name: cohort.name, address },
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    name: table.name,
    scenario: spoken(wording.text('title')),
    begun: sitting.begunAt !== null,
    over: state.outcome !== null,
    open: !cohort.archivedAt && !state.outcome,
    tablesAddress: `${address}/tables`,
    action: `${address}/tables/${table.id}/seats`,
    picture: picture(seats, say),
    seats,
    fillable: seats.some(({ people }) => people.length === 0),
    alternates: standing.map(({ name }) => name),
    lookers: here.filter((one) => one.role === '' && !standing.includes(one)).map(({ name }) => name),
    people: known.people
      .filter(({ id }) => !sitting.begunAt || !places.some(({ enrolmentId, tableId }) => enrolmentId === id && tableId !== table.id))
      .map(({ id, name }) => ({ id, name, at: whereNow(known, id) })),
    away: sitting.begunAt === null,
  };
}

const fillerOf = (kind: string): Filler => (kind === 'script' || kind === 'facilitator' ? kind : 'empty');

/** The seat in which somebody sits now, and the number of its table. */
function whereNow({ sitting, places, wording }: KnownSitting, enrolment: string) {
  const place = places.find(({ enrolmentId }) => enrolmentId === enrolment);
  if (!place) return null;
  const number = sitting.tables.indexOf(place.tableId) + 1;
  return { number, role: place.role ? wording.text(`roles.${place.role}.name`).text : null };
}

interface Drawn {
  name: { text: string };
  sign: ReturnType<typeof signOf>;
  people: unknown[];
  holder: string;
}

/** Null for a table that is too small or too large to draw. */
function picture(seats: readonly Drawn[], say: Page['say']): string | null {
  if (seats.length < 6 || seats.length > 24) return null;
  const drawn = seats.map(({ name, sign, holder }) => ({ group: sign, position: null, name: name.text, absent: holder === 'vacant' }));
  const taken = seats.filter(({ people }) => people.length > 0).length;
  return tablePicture(drawn, { label: say('sittings.seats.picture', { taken, count: seats.length }), width: 640 });
}
