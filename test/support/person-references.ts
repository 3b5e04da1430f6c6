import { getMetadataArgsStorage } from 'typeorm';
import { ENTITIES } from '../../src/entities';

/** A column that says who somebody is. */
export interface PersonColumn {
  table: string;
  column: string;
}

const storage = getMetadataArgsStorage();
const nameOf = (entity: unknown) => storage.tables.find(({ target }) => target === entity)!.name!;
const columns = storage.columns.map(({ target, propertyName }) => ({ entity: target, column: propertyName }));
const references = storage.foreignKeys
  .filter(({ target }) => ENTITIES.includes(target as never))
  .map(({ target, propertyName, type }) => ({ table: nameOf(target), column: propertyName!, to: type as string }));

/** Columns that refer to a person by the schema, or hold an address or the id of whoever did something by their name. */
export const PERSON_COLUMNS: PersonColumn[] = [
  { table: 'people', column: 'id' },
  ...references.filter(({ to }) => to === 'people').map(({ table, column }) => ({ table, column })),
  ...ENTITIES.flatMap((entity) =>
    columns
      .filter((one) => one.entity === entity && /^(email|emailKey|recipient|actor)$/.test(one.column))
      .map(({ column }) => ({ table: nameOf(entity), column })),
  ),
];

/** Tables whose rows belong to a row that is a person's, such as the answers of an attempt; with the column that leads there. */
export const BELONGING: (PersonColumn & { to: string })[] = belonging();

function belonging(): (PersonColumn & { to: string })[] {
  const theirs = new Set(PERSON_COLUMNS.map(({ table }) => table));
  const found: (PersonColumn & { to: string })[] = [];
  for (let more = true; more;) {
    more = false;
    for (const one of references) {
      if (theirs.has(one.table) || !theirs.has(one.to)) continue;
      theirs.add(one.table);
      found.push(one);
      more = true;
    }
  }
  return found;
}
