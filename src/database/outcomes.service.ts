import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { isId } from '../kernel/identifier';
import { Database } from './database.service';
import { FormOutcome } from './form-outcome.entity';
import type { Writer } from './writer';

/** One-time forms: a second press, a retry or a page sent again gets the first outcome. */
@Injectable()
export class Outcomes {
  constructor(private readonly database: Database) {}

  /**
   * Does the work of a form once, in one transaction with the note that it was done, and returns the address it led to. Of
   * several that arrive at once one runs; the others wait for its address. A work that fails leaves the form free to be sent again.
   */
  async run(actor: string, formId: string, work: (write: Writer) => Promise<string>): Promise<string> {
    if (!isId(formId)) throw new TypeError('Not the id of a form');
    const key = { actor, formId };
    return this.database.group(async (write) => {
      // Noted before the work: on PostgreSQL the unique key then makes a second one wait here.
      const first = await write.insertOnce(FormOutcome, { ...key, address: '', createdAt: new Date() });
      if (!first) return (await this.database.read(FormOutcome).findOneByOrFail(key)).address;
      const address = await work(write);
      await write.update(FormOutcome, key, { address });
      return address;
    });
  }

  /** Whether a form that somebody sent led to an address that begins so, such as one at which a file is only after it was asked for. */
  async led(actor: string, formId: unknown, beginning: string): Promise<boolean> {
    if (!isId(formId)) return false;
    const outcome = await this.database.read(FormOutcome).findOneBy({ actor, formId });
    return outcome?.address.startsWith(beginning) ?? false;
  }

  /** Forgets what was sent before the moment; nobody presses a button a second time a day later. Returns how many. */
  prune(before: Date): Promise<number> {
    return this.database.write((write) => write.remove(FormOutcome, { createdAt: LessThan(before) }));
  }
}
