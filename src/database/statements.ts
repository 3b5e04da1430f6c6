import { EntityPropertyNotFoundError, type EntityMetadata, type ObjectLiteral } from 'typeorm';

/** Writing statements made from what an entity says about its table, the same for both databases but for the placeholders. */
export interface Statement {
  sql: string;
  parameters: unknown[];
}

type Column = EntityMetadata['columns'][number];

const MOST_VALUES = 30_000; // one statement of SQLite takes 32,766, one of PostgreSQL 65,535

/** INSERTs for the rows, in their order. A property that is not given is left to the column's default. */
export function insertions(metadata: EntityMetadata, rows: readonly ObjectLiteral[], onConflict = ''): Statement[] {
  return alike(metadata, rows).map(({ columns, rows }) => {
    const parameters: unknown[] = [];
    const tuples = rows.map(
      (row) => `(${columns.map((column) => bound(metadata, column, row[column.propertyName], parameters)).join(', ')})`,
    );
    const into = `${table(metadata)} (${columns.map(name).join(', ')})`;
    return { sql: `INSERT INTO ${into} VALUES ${tuples.join(', ')}${onConflict}`, parameters };
  });
}

/** What an upsert does when the row is there: everything given is taken over but the keys and the primary key. */
export function takingOver(metadata: EntityMetadata, row: ObjectLiteral, keys: readonly string[]): string {
  const target = keys.map((key) => name(columnOf(metadata, key))).join(', ');
  const changed = given(metadata, row).filter((column) => !column.isPrimary && !keys.includes(column.propertyName));
  const set = changed.map((column) => `${name(column)} = excluded.${name(column)}`).join(', ');
  return ` ON CONFLICT (${target}) DO ${set ? `UPDATE SET ${set}` : 'NOTHING'}`;
}

/** Compare and set: changes the row only while it is still at the version, and moves the version on. */
export function changeAt(metadata: EntityMetadata, at: { id: string; version: number }, set: ObjectLiteral): Statement {
  const parameters: unknown[] = [];
  const version = columnOf(metadata, 'version');
  const changed = given(metadata, set).filter((column) => !column.isPrimary && column !== version);
  const sets = changed.map((column) => `${name(column)} = ${bound(metadata, column, set[column.propertyName], parameters)}`);
  sets.push(`${name(version)} = ${name(version)} + 1`);
  const where = conditions(metadata, { id: at.id, version: at.version }, parameters);
  return { sql: `UPDATE ${table(metadata)} SET ${sets.join(', ')} WHERE ${where}`, parameters };
}

/** UPDATE for conditions that are all plain values; null when TypeORM has to say it. Several times quicker than its builder. */
export function updating(metadata: EntityMetadata, where: unknown, set: ObjectLiteral): Statement | null {
  const changed = given(metadata, set);
  if (!isPlain(where) || changed.length === 0) return null;
  const parameters: unknown[] = [];
  const sets = changed.map((column) => `${name(column)} = ${bound(metadata, column, set[column.propertyName], parameters)}`);
  return { sql: `UPDATE ${table(metadata)} SET ${sets.join(', ')} WHERE ${conditions(metadata, where, parameters)}`, parameters };
}

/** DELETE, likewise. */
export function removing(metadata: EntityMetadata, where: unknown): Statement | null {
  if (!isPlain(where)) return null;
  const parameters: unknown[] = [];
  return { sql: `DELETE FROM ${table(metadata)} WHERE ${conditions(metadata, where, parameters)}`, parameters };
}

function isPlain(where: unknown): where is ObjectLiteral {
  const plain = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date;
  return !Array.isArray(where) && Object.values(where as object).every(plain);
}

function conditions(metadata: EntityMetadata, where: ObjectLiteral, parameters: unknown[]): string {
  const columns = Object.keys(where).map((property) => columnOf(metadata, property));
  return columns.map((column) => `${name(column)} = ${bound(metadata, column, where[column.propertyName], parameters)}`).join(' AND ');
}

/** A row lock until the end of the transaction (PostgreSQL). */
export function rowLock(metadata: EntityMetadata, id: string): Statement {
  const parameters: unknown[] = [];
  const column = columnOf(metadata, 'id');
  return {
    sql: `SELECT 1 FROM ${table(metadata)} WHERE ${name(column)} = ${bound(metadata, column, id, parameters)} FOR UPDATE`,
    parameters,
  };
}

/** Neighbouring rows that give the same columns, as many as fit into one statement. */
function alike(metadata: EntityMetadata, rows: readonly ObjectLiteral[]): { columns: Column[]; rows: ObjectLiteral[] }[] {
  const groups: { columns: Column[]; rows: ObjectLiteral[] }[] = [];
  for (const row of rows) {
    const columns = given(metadata, row);
    const last = groups.at(-1);
    const fits = last && (last.rows.length + 1) * columns.length <= MOST_VALUES;
    if (fits && last.columns.length === columns.length && last.columns.every((column, i) => column === columns[i])) last.rows.push(row);
    else groups.push({ columns, rows: [row] });
  }
  return groups;
}

function given(metadata: EntityMetadata, row: ObjectLiteral): Column[] {
  return metadata.columns.filter((column) => row[column.propertyName] !== undefined);
}

function columnOf(metadata: EntityMetadata, property: string): Column {
  const column = metadata.findColumnWithPropertyName(property);
  if (!column) throw new EntityPropertyNotFoundError(property, metadata);
  return column;
}

function bound(metadata: EntityMetadata, column: Column, value: unknown, parameters: unknown[]): string {
  if (value === undefined) throw new Error(`${metadata.name}.${column.propertyName} is undefined`);
  const { driver } = metadata.dataSource;
  parameters.push(driver.preparePersistentValue(value, column));
  return driver.createParameter(column.propertyName, parameters.length - 1);
}

const quoted = (word: string) => `"${word.replaceAll('"', '""')}"`;
const name = (column: Column) => quoted(column.databaseName);
const table = (metadata: EntityMetadata) => quoted(metadata.tableName);
