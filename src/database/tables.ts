import { Table, TableCheck, TableColumn, TableForeignKey, TableIndex, TableUnique, type QueryRunner } from 'typeorm';
import { dialect } from './dialect';

/**
 * Tables for migrations, the same on both databases. What is said here and what the entity says must agree; a test compares them.
 *
 *   await table(q, 'cohorts', {
 *     id: id(),                                                   // @Id() id: string;
 *     chapterId: reference('chapters', { onDelete: 'CASCADE' }),  // @Reference('chapters', { onDelete: 'CASCADE' }) chapterId: string;
 *     name: text(200),                                            // @Column({ type: 'varchar', length: 200 }) name: string;
 *     note: text({ nullable: true }),                             // @Column({ type: 'text', nullable: true }) note: string | null;
 *     open: boolean({ default: true }),                           // @Column({ type: 'boolean', default: true }) open: boolean;
 *     points: real(),                                             // @Column({ type: 'double precision' }) points: number;
 *     settings: json(),                                           // @Json() settings: Settings;
 *     version: integer({ default: 1 }),                           // @Column({ type: 'integer', default: 1 }) version: number;
 *     createdAt: timestamp(),                                     // @Timestamp() createdAt: Date;
 *   }, {
 *     unique: [['chapterId', 'name']],                            // @Unique(['chapterId', 'name']), or unique: true on one column
 *     index: [['createdAt']],                                     // @Index(['createdAt'])
 *     check: { cohorts_points: '"points" >= 0' },                 // @Check('cohorts_points', '"points" >= 0')
 *   });
 *
 * and back: `await q.dropTable('cohorts')`. Later: `await column(q, 'cohorts', 'closedAt', timestamp({ nullable: true }))`.
 */
interface Options {
  nullable?: boolean;
  default?: string | number | boolean;
  primary?: boolean;
}

type Kind = { type: string; length?: string } | 'timestamp' | 'json' | 'bytes';
type ForeignKey = { table: string; onDelete?: 'CASCADE' | 'SET NULL' | 'RESTRICT' };
export type ColumnWords = Options & { kind: Kind; references?: ForeignKey };

export const id = (): ColumnWords => ({ kind: { type: 'varchar', length: '36' }, primary: true });
export const integer = (options: Options = {}): ColumnWords => ({ kind: { type: 'integer' }, ...options });
export const real = (options: Options = {}): ColumnWords => ({ kind: { type: 'double precision' }, ...options });
export const boolean = (options: Options = {}): ColumnWords => ({ kind: { type: 'boolean' }, ...options });
export const timestamp = (options: Options = {}): ColumnWords => ({ kind: 'timestamp', ...options });
export const bytes = (): ColumnWords => ({ kind: 'bytes' });
export const json = (options: Options = {}): ColumnWords => ({ kind: 'json', ...options });

/** With a length: a varchar. Without: text of any length. */
export function text(length: number, options?: Options): ColumnWords;
export function text(options?: Options): ColumnWords;
export function text(first: number | Options = {}, options: Options = {}): ColumnWords {
  if (typeof first !== 'number') return { kind: { type: 'text' }, ...first };
  return { kind: { type: 'varchar', length: String(first) }, ...options };
}

export function reference(to: string, { onDelete, ...options }: Options & Pick<ForeignKey, 'onDelete'> = {}): ColumnWords {
  return { kind: { type: 'varchar', length: '36' }, references: { table: to, onDelete }, ...options };
}

interface Keys {
  unique?: string[][];
  index?: string[][];
  check?: Record<string, string>;
}

export async function table(q: QueryRunner, name: string, columns: Record<string, ColumnWords>, keys: Keys = {}): Promise<void> {
  await q.createTable(
    new Table({
      name,
      columns: Object.entries(columns).map(([column, words]) => written(q, column, words)),
      foreignKeys: Object.entries(columns).flatMap(([column, { references }]) => (references ? [foreignKey(column, references)] : [])),
      uniques: keys.unique?.map((columnNames) => new TableUnique({ columnNames })),
      indices: keys.index?.map((columnNames) => new TableIndex({ columnNames })),
      checks: Object.entries(keys.check ?? {}).map(([check, expression]) => new TableCheck({ name: check, expression })),
    }),
  );
}

/** One more column of a table that is there; it is nullable or has a default, for the rows that are there too. */
export async function column(q: QueryRunner, table: string, name: string, words: ColumnWords): Promise<void> {
  await q.addColumn(table, new TableColumn(written(q, name, words)));
  if (words.references) await q.createForeignKey(table, foreignKey(name, words.references));
}

function written(q: QueryRunner, name: string, { kind, nullable, default: given, primary }: ColumnWords) {
  const words = dialect(q);
  const type = typeof kind === 'string' ? words[kind] : kind;
  return {
    name,
    ...type,
    isNullable: nullable ?? false,
    isPrimary: primary ?? false,
    default: given === undefined ? undefined : words.literal(given),
  };
}

function foreignKey(column: string, { table, onDelete }: ForeignKey): TableForeignKey {
  return new TableForeignKey({ columnNames: [column], referencedTableName: table, referencedColumnNames: ['id'], onDelete });
}
