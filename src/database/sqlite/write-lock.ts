/** One turn at a time, in the order of asking: a transaction, or a statement that stands alone. */
export class WriteLock {
  private readonly waiting: { grant: (release: () => void) => void; timer: NodeJS.Timeout }[] = [];
  private held = false;

  /** `patience`: milliseconds after which a turn that did not come is an error instead of an endless wait. */
  constructor(private readonly patience = 10_000) {}

  /** Resolves to the function that ends the turn. */
  acquire(): Promise<() => void> {
    if (!this.held) {
      this.held = true;
      return Promise.resolve(this.turn());
    }
    return new Promise((grant, refuse) => {
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(waiter), 1);
        refuse(Object.assign(new Error(`No turn to write within ${this.patience} ms`), { code: 'SQLITE_BUSY' }));
      }, this.patience);
      const waiter = { grant, timer };
      this.waiting.push(waiter);
    });
  }

  private turn(): () => void {
    let over = false;
    return () => {
      if (over) return;
      over = true;
      this.passOn();
    };
  }

  private passOn(): void {
    const next = this.waiting.shift();
    if (!next) {
      this.held = false;
      return;
    }
    clearTimeout(next.timer);
    next.grant(this.turn());
  }
}
