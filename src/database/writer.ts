import type { EntityMetadata, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { Conflict } from './conflict';
import { checkWhere } from './criteria';
import { changeAt, insertions, removing, rowLock, takingOver, updating, type Statement } from './statements';
import type { Transaction } from './transaction';

type Target<T extends ObjectLiteral> = EntityTarget<T>;
type Row<T> = NoInfer<Partial<T>>;
type Where<T> = NoInfer<FindOptionsWhere<T> | FindOptionsWhere<T>[]>;

/**
 * The writing half of the database, alive for one transaction. A statement that fails dooms its transaction on both databases,
 * even when the error is caught: what may fail goes into a nested `database.write`, which is undone alone.
 */
export class Writer {
  constructor(private readonly transaction: Transaction) {}

  /** A property that is not given gets the column's default. */
  async insert<T extends ObjectLiteral>(entity: Target<T>, rows: Row<T> | Row<T>[]): Promise<void> {
    for (const statement of insertions(this.about(entity), Array.isArray(rows) ? rows : [rows])) await this.run(statement);
  }

  /** Inserts the row unless one with the same unique key is there already: then false. */
  async insertOnce<T extends ObjectLiteral>(entity: Target<T>, row: Row<T>): Promise<boolean> {
    const [statement] = insertions(this.about(entity), [row], ' ON CONFLICT DO NOTHING');
    return (await this.run(statement!)) === 1;
  }

  /** Inserts the row; where one with the same unique `keys` is there, that one takes over everything given, but keeps its id. */
  async upsert<T extends ObjectLiteral>(entity: Target<T>, row: Row<T>, keys: (keyof T & string)[]): Promise<void> {
    const metadata = this.about(entity);
    const [statement] = insertions(metadata, [row], takingOver(metadata, row, keys));
    await this.run(statement!);
  }

  /** Returns how many rows were changed. What carries a version is changed by `changeAt`. */
  async update<T extends ObjectLiteral>(entity: Target<T>, where: Where<T>, set: Row<T>): Promise<number> {
    const metadata = this.about(entity);
    checkWhere(metadata, where);
    const statement = updating(metadata, where, set);
    if (statement) return this.run(statement);
    return (await this.transaction.runner.manager.update(entity, where, set as never)).affected ?? 0;
  }

  /** Changes the row that is still at this version, and moves its version on; a `Conflict` when somebody else was first. */
  async changeAt<T extends ObjectLiteral & { id: string; version: number }>(
    entity: Target<T>,
    at: { id: string; version: number },
    set: Row<Omit<T, 'id' | 'version'>>,
  ): Promise<void> {
    const metadata = this.about(entity);
    if ((await this.run(changeAt(metadata, at, set))) !== 1) throw new Conflict(metadata.name, at.id);
  }

  /** Returns how many rows were removed. */
  async remove<T extends ObjectLiteral>(entity: Target<T>, where: Where<T>): Promise<number> {
    const metadata = this.about(entity);
    checkWhere(metadata, where);
    const statement = removing(metadata, where);
    if (statement) return this.run(statement);
    return (await this.transaction.runner.manager.delete(entity, where)).affected ?? 0;
  }

  /** From here to the end of the transaction nobody else changes the row. SQLite has one writer, so it is true already. */
  async lock<T extends ObjectLiteral & { id: string }>(entity: Target<T>, id: string): Promise<void> {
    const metadata = this.about(entity);
    if (metadata.dataSource.options.type === 'postgres') await this.run(rowLock(metadata, id));
  }

  /** Runs when everything is durable, and never when it was rolled back. */
  afterCommit(run: () => void): void {
    this.transaction.assertOpen();
    this.transaction.whenDurable.push(run);
  }

  private about<T extends ObjectLiteral>(entity: Target<T>): EntityMetadata {
    this.transaction.assertOpen();
    return this.transaction.runner.dataSource.getMetadata(entity);
  }

  private async run({ sql, parameters }: Statement): Promise<number> {
    const { affected } = await this.transaction.runner.query(sql, parameters, true);
    return affected ?? 0;
  }
}
