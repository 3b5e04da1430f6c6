import { DataSource, type DataSourceOptions } from 'typeorm';
import { SqliteDriver } from './sqlite-driver';

type Common = Pick<DataSourceOptions, 'entities' | 'migrations' | 'migrationsTransactionMode'>;

/**
 * A DataSource over the `sqlite3` package. TypeORM 1 knows only better-sqlite3, so it is told that name, given nothing to load,
 * and then our driver takes the place of its own.
 */
export class SqliteDataSource extends DataSource {
  constructor(file: string, common: Common) {
    super({ ...common, type: 'better-sqlite3', database: file, driver: class {} });
    this.driver = new SqliteDriver(this, file);
  }
}
