import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import type { Log } from './log';

/** Work that comes round while the application runs: never twice at once in one process; a round that fails is logged, and the next one comes. */
export abstract class Rounds implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;
  private working = false;

  protected constructor(
    private readonly everyMs: number,
    /** How the log names what failed. */
    private readonly where: string,
    protected readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.once(), this.everyMs).unref();
  }

  onModuleDestroy(): void | Promise<void> {
    this.rest();
  }

  /** No round comes by itself from now on. */
  rest(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** A round, unless one is at work; what fails is logged. */
  async once(): Promise<void> {
    if (this.working) return;
    this.working = true;
    try {
      await this.round();
    } catch (error) {
      this.log.fault(error, { where: this.where });
    } finally {
      this.working = false;
    }
  }

  /** One round. Several processes can be at it: whatever one has done, another finds done. */
  abstract round(): Promise<unknown>;
}
