import type { QueryRunner } from 'typeorm';

/** The words in which the two databases differ, for migrations. */
export function dialect(q: QueryRunner) {
  const postgres = q.dataSource.options.type === 'postgres';
  return {
    postgres,
    timestamp: { type: postgres ? 'timestamptz' : 'datetime', precision: 3 },
    json: { type: postgres ? 'jsonb' : 'text' },
    bytes: { type: postgres ? 'bytea' : 'blob' },
    /** A default, as the database writes it. */
    literal(value: string | number | boolean): string {
      if (typeof value === 'boolean') return postgres ? String(value) : value ? '1' : '0';
      return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
    },
  };
}
