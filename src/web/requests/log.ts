/** What the process says of itself: one JSON object per line. Names, addresses, tokens and answers never stand in it. */
export class Log {
  private waiting: string[] = [];

  constructor(private readonly write: (lines: string) => void = (lines) => process.stdout.write(lines)) {}

  /** Lines leave together a moment later: one write for each would cost as much as a page. */
  say(event: string, details: Record<string, string | number | boolean | null> = {}): void {
    this.waiting.push(JSON.stringify({ at: new Date().toISOString(), event, ...details }));
    if (this.waiting.length === 1) setTimeout(() => this.flush(), 50).unref();
    if (this.waiting.length >= 500) this.flush();
  }

  /** A fault of ours: the stack goes to the log, at once, and never to a page. */
  fault(error: unknown, details: Record<string, string | number | null> = {}): void {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    this.say('fault', { ...details, name, message: message.slice(0, 300), stack: (stack ?? '').split('\n').slice(1, 8).join(' | ') });
    this.flush();
  }

  flush(): void {
    const lines = this.waiting;
    this.waiting = [];
    if (lines.length) this.write(`${lines.join('\n')}\n`);
  }
}
