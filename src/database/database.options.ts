import type { MixedList, DataSourceOptions } from 'typeorm';

/** Where everything is kept, and what the tables mean. */
export interface DatabaseOptions {
  /** `postgres://…`; null for a SQLite file. */
  url: string | null;
  /** The SQLite file, made with its folder when it is not there; null with a `url`. */
  file: string | null;
  entities: MixedList<Function>;
  /** Other migrations than the app's own (tests of the migration helpers). */
  migrations?: DataSourceOptions['migrations'];
}
