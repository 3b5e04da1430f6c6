import { spoken, type Words } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import { tableSymbols } from '../../web/pictures/symbols';
import type { FormError } from '../../web/forms/form.pipe';
import { signOf } from '../room/scene.view';
import type { TableLog } from '../tables/logs.service';
import type { SeatedTable } from '../tables/tables.queries';
import { emptySeats } from './empty';
import type { NamedPlace } from './setting.queries';

/** views/simulations/step-in.hbs: the seats that are empty at a table, for whoever looks on there. */
export function stepInPage(
  { id, name, role, standsBy }: SeatedTable,
  log: TableLog,
  places: readonly NamedPlace[],
  wording: Words,
  errors: FormError[],
) {
  const empty = emptySeats(log, places);
  return {
    errors: errors.length ? errors : null,
    symbols: tableSymbols(),
    name,
    title: wording.text('title').text,
    scenario: spoken(wording.text('title')),
    address: `/tables/${id}`,
    action: `/tables/${id}/seat`,
    seated: role !== '',
    ready: standsBy,
    seats: log.scenario.roles
      .filter(({ key }) => empty.includes(key))
      .map(({ key, group }) => ({
        key,
        formId: newId(),
        sign: signOf(group),
        name: spoken(wording.text(`roles.${key}.name`)),
        line: spoken(wording.text(`roles.${key}.public`)),
      })),
  };
}
