import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';

const AGAIN_AFTER = 1_000; // milliseconds

/** What `pg` offers and is used here, of a connection of its own. */
interface Line {
  connect(): Promise<unknown>;
  query(text: string): Promise<unknown>;
  end(): Promise<void>;
  on(event: 'notification', listener: (notice: { payload?: string }) => void): unknown;
  on(event: 'error' | 'end', listener: () => void): unknown;
}

type Lines = new (options: { connectionString: string; keepAlive: boolean }) => Line;

/** A connection that only hears what is told on a channel. When it breaks it is made anew, and says that words may have been lost. */
export class PostgresEar {
  private line: Line | null = null;
  private again: NodeJS.Timeout | null = null;
  private closed = false;
  private opening: Promise<void>;

  constructor(
    private readonly driver: PostgresDriver,
    private readonly channel: string,
    private readonly listener: (word: string | null) => void,
  ) {
    this.opening = this.open();
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.again) clearTimeout(this.again);
    await this.opening;
    const { line } = this;
    this.line = null;
    await line?.end().catch(() => undefined);
  }

  private async open(): Promise<void> {
    const { Client } = this.driver.postgres as { Client: Lines };
    const line = new Client({ connectionString: this.driver.options.url!, keepAlive: true });
    this.line = line;
    line.on('notification', ({ payload }) => this.listener(payload ?? null));
    line.on('error', () => this.lost(line));
    line.on('end', () => this.lost(line));
    try {
      await line.connect();
      await line.query(`LISTEN "${this.channel}"`);
      this.listener(null); // what was told before is not known here
    } catch {
      this.lost(line);
    }
  }

  private lost(line: Line): void {
    if (this.line !== line) return;
    this.line = null;
    void line.end().catch(() => undefined);
    if (!this.closed) this.again = setTimeout(() => (this.opening = this.open()), AGAIN_AFTER).unref();
  }
}
