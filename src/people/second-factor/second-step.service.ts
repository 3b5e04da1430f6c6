import { Injectable } from '@nestjs/common';
import { Outcomes } from '../../database/outcomes.service';
import { TOO_MANY } from '../sign-in/tries';
import { Tries } from '../sign-in/tries.service';
import { SecondFactors } from './second-factors.service';

/** Five wrong codes are looked at, then none for a quarter of an hour: with that, guessing one of a million takes decades. */
const LIMIT = { tries: 5, minutes: 15 };

/** A code that is wrong, or was used before. */
class WrongCode extends Error {}

/** Taking a code, once for each form that brings it, and not from somebody who guesses. */
@Injectable()
export class SecondStep {
  constructor(
    private readonly factors: SecondFactors,
    private readonly outcomes: Outcomes,
    private readonly tries: Tries,
  ) {}

  /** Runs the work when the code is right; null when it is not. `work` returns the address to go to. */
  async take(
    personId: string,
    form: { formId: string; code: string },
    now: Date,
    work: (write: Parameters<Parameters<Outcomes['run']>[2]>[0]) => Promise<string>,
  ): Promise<string | null> {
    return this.counted(personId, now, () =>
      this.outcomes.run(`code ${personId}`, form.formId, async (write) => {
        if (!(await this.factors.accept(write, personId, form.code, now))) throw new WrongCode();
        return work(write);
      }),
    );
  }

  /** The first code, which switches the second step on: then `shown` gets the codes for paper. Null when it is wrong. */
  async confirm(
    personId: string,
    form: { formId: string; code: string },
    now: Date,
    address: string,
  ): Promise<{ address: string; codes: string[] | null } | null> {
    const made: { codes: string[] | null } = { codes: null };
    const led = await this.counted(personId, now, () =>
      this.outcomes.run(`code ${personId}`, form.formId, async (write) => {
        const codes = await this.factors.confirm(write, personId, form.code, now);
        if (!codes) throw new WrongCode();
        write.afterCommit(() => (made.codes = codes));
        return address;
      }),
    );
    return led === null ? null : { address: led, codes: made.codes };
  }

  private async counted(personId: string, now: Date, work: () => Promise<string>): Promise<string | null> {
    const limited = { name: `code ${personId}`, limit: LIMIT };
    await this.tries.check([limited], now, TOO_MANY);
    try {
      const address = await work();
      await this.tries.succeeded(limited.name);
      return address;
    } catch (error) {
      if (!(error instanceof WrongCode)) throw error;
      await this.tries.failed([limited], now);
      return null;
    }
  }
}
