import sqlite3 from 'sqlite3';

/** What a statement answered: rows when it was a question, otherwise how many rows it changed. */
export interface Answer {
  rows?: unknown[];
  changes?: number;
  lastID?: number;
}

const KEPT = /^\s*(?:SELECT|WITH|INSERT|UPDATE|DELETE|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b/i;
const LONGEST_KEPT = 5000; // characters: an import in thousands of rows is not asked for a second time
const ASKS = /^\s*(?:SELECT|WITH)\b/i;
const GIVES_BACK = /\bRETURNING\b/i;

/** Whether a statement is a question. The driver cannot write with `WITH`, and nothing here does. */
export const asks = (sql: string): boolean => ASKS.test(sql);

interface Prepared {
  statement: sqlite3.Statement;
  /** Whether it answers with rows: a question does, and so does what says RETURNING. */
  givesRows: boolean;
}

/** One sqlite3 handle with its prepared statements. One statement at a time: more would only block threads that others need. */
export class SqliteConnection {
  private readonly statements = new Map<string, Prepared>();
  private readonly queue: (() => void)[] = [];
  private busy = false;

  private constructor(
    private readonly handle: sqlite3.Database,
    private readonly kept: number,
  ) {}

  static async open(file: string, mode: number, pragmas: readonly string[], kept = 300): Promise<SqliteConnection> {
    const handle = await new Promise<sqlite3.Database>((open, fail) => {
      const database: sqlite3.Database = new sqlite3.Database(file, mode, (error) => (error ? fail(error) : open(database)));
    });
    const connection = new SqliteConnection(handle, kept);
    for (const pragma of pragmas) await connection.run(`PRAGMA ${pragma}`, []);
    return connection;
  }

  /** How many statements wait or run. */
  get load(): number {
    return this.queue.length + (this.busy ? 1 : 0);
  }

  async run(sql: string, parameters: readonly unknown[]): Promise<Answer> {
    if (this.busy) await this.turn();
    this.busy = true;
    try {
      const known = this.statements.get(sql) ?? (KEPT.test(sql) ? await this.prepare(sql) : null);
      return await (known ? this.runPrepared(sql, known, parameters) : this.runOnce(sql, parameters));
    } finally {
      this.passOn();
    }
  }

  async close(): Promise<void> {
    if (this.busy) await this.turn();
    this.busy = true;
    for (const { statement } of this.statements.values()) statement.finalize();
    this.statements.clear();
    await new Promise<void>((closed, fail) => this.handle.close((error) => (error ? fail(error) : closed())));
    this.passOn();
  }

  private turn(): Promise<void> {
    return new Promise((turn) => this.queue.push(turn));
  }

  private passOn(): void {
    const next = this.queue.shift();
    if (next) next();
    else this.busy = false;
  }

  private runOnce(sql: string, parameters: readonly unknown[]): Promise<Answer> {
    return new Promise((answer, fail) => {
      this.handle.all(sql, parameters, (error, rows) => (error ? fail(error) : answer({ rows })));
    });
  }

  private runPrepared(sql: string, prepared: Prepared, parameters: readonly unknown[]): Promise<Answer> {
    if (sql.length > LONGEST_KEPT) return answerOf(prepared, parameters).finally(() => prepared.statement.finalize());
    this.keep(sql, prepared);
    return answerOf(prepared, parameters);
  }

  private prepare(sql: string): Promise<Prepared> {
    const givesRows = asks(sql) || GIVES_BACK.test(sql);
    return new Promise((ready, fail) => {
      const statement: sqlite3.Statement = this.handle.prepare(sql, (error) => (error ? fail(error) : ready({ statement, givesRows })));
    });
  }

  /** Keeps the statements that were used last. */
  private keep(sql: string, prepared: Prepared): void {
    this.statements.delete(sql);
    this.statements.set(sql, prepared);
    if (this.statements.size > this.kept) {
      const [oldest, forgotten] = this.statements.entries().next().value!;
      this.statements.delete(oldest);
      forgotten.statement.finalize();
    }
  }
}

function answerOf({ statement, givesRows }: Prepared, parameters: readonly unknown[]): Promise<Answer> {
  return new Promise((answer, fail) => {
    if (givesRows) statement.all(parameters, (error, rows) => (error ? fail(error) : answer({ rows })));
    else
      statement.run(parameters, function (error) {
        if (error) fail(error);
        else answer({ changes: this.changes, lastID: this.lastID });
      });
  });
}
