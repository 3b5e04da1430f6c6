import { DataSource, type DataSourceOptions, type QueryRunner, type ReplicationMode } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { refusePastTransaction } from '../ambient';
import { PostgresRunner } from './postgres-query-runner';

type Common = Pick<DataSourceOptions, 'entities' | 'migrations' | 'migrationsTransactionMode'>;

/** A DataSource over a pool of connections. Whoever asks it for one inside a transaction would go past that transaction. */
export class PostgresDataSource extends DataSource {
  constructor(url: string, common: Common) {
    super({ ...common, type: 'postgres', url, poolSize: 10, connectTimeoutMS: 10_000, installExtensions: false });
  }

  override createQueryRunner(mode: ReplicationMode = 'master'): QueryRunner {
    refusePastTransaction('another connection');
    const runner = new PostgresRunner(this.driver as PostgresDriver, mode);
    return Object.assign(runner, { manager: this.createEntityManager(runner) });
  }
}
