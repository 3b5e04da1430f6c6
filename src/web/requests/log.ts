/** What the process says of itself: one JSON object per line. Names, addresses, tokens and answers never stand in it. */
export class Log {
  constructor(private readonly write: (line: string) => void = (line) => process.stdout.write(`${line}\n`)) {}

  say(event: string, details: Record<string, string | number | boolean | null> = {}): void {
    this.write(JSON.stringify({ at: new Date().toISOString(), event, ...details }));
  }

  /** A fault of ours: the stack goes to the log, never to a page. */
  fault(error: unknown, details: Record<string, string | number | null> = {}): void {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    this.say('fault', { ...details, name, message: message.slice(0, 300), stack: (stack ?? '').split('\n').slice(1, 8).join(' | ') });
  }
}
