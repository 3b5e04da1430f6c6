import { Column, ForeignKey, PrimaryColumn, type ColumnOptions } from 'typeorm';

/**
 * Columns that both databases keep alike. Entities use PostgreSQL's words; our SQLite driver understands them, so nothing here
 * has to know which database is behind the door.
 */

type Nullable = Pick<ColumnOptions, 'nullable'>;

/** The primary key: a UUID made in code (`newId()`). Kept as text, so that an address with a malformed id finds nothing instead of failing. */
export const Id = (): PropertyDecorator => PrimaryColumn({ type: 'varchar', length: 36 });

/** A moment, to the millisecond; always a `Date`. */
export const Timestamp = (options: Nullable = {}): PropertyDecorator => Column({ type: 'timestamptz', precision: 3, ...options });

/** A value kept as JSON. PostgreSQL orders its keys anew: a document whose bytes matter is a text column of its feature. */
export const Json = (options: Nullable = {}): PropertyDecorator => Column({ type: 'jsonb', ...options });

/** Bytes as they are, such as a file that somebody brought. A table holds them apart from what lists look at. */
export const Bytes = (): PropertyDecorator => Column({ type: 'bytea' });

interface ReferenceOptions extends Nullable {
  onDelete?: 'CASCADE' | 'SET NULL' | 'RESTRICT';
  primary?: boolean;
  unique?: boolean;
}

/** The id of a row in another table, which the database keeps true. Names the table, so that no entity has to be imported. */
export function Reference(table: string, { onDelete, ...options }: ReferenceOptions = {}): PropertyDecorator {
  const column = Column({ type: 'varchar', length: 36, ...options });
  const foreignKey = ForeignKey(table, onDelete ? { onDelete } : {});
  return (target, property) => {
    column(target, property as string);
    foreignKey(target, property as string);
  };
}
