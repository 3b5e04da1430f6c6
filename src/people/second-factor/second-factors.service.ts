import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { newRecoveryCode, newSecret, RECOVERY_CODES, recoveryHash, stepOfCode } from './one-time-codes';
import { RecoveryCode } from './recovery-code.entity';
import { Sealing } from './sealing.service';
import { SecondFactor } from './second-factor.entity';

/** The second step when signing in: a code from a phone or from paper, after the password or the mailed link. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly database: Database,
    private readonly sealing: Sealing,
  ) {}

  /** Whether this person is asked for a code. */
  async on(personId: string): Promise<boolean> {
    return Boolean((await this.of(personId))?.confirmedAt);
  }

  /** How many of the codes on paper are left. */
  left(personId: string): Promise<number> {
    return this.database.read(RecoveryCode).countBy({ personId, usedAt: IsNull() });
  }

  /** The secret that waits for its first code; null when there is none, or when it has been confirmed: then nobody sees it any more. */
  async pending(personId: string): Promise<string | null> {
    const factor = await this.of(personId);
    return factor && !factor.confirmedAt ? this.sealing.open(factor.secret, personId) : null;
  }

  /** A new secret that waits for its first code. One that is in use stays as it is. */
  async prepare(write: Writer, personId: string): Promise<void> {
    if (await this.on(personId)) return;
    const secret = this.sealing.seal(newSecret(), personId);
    await write.upsert(SecondFactor, { personId, secret, confirmedAt: null, lastStep: 0 }, ['personId']);
  }

  /** Switches the second step on when the code is right, and gives the codes for paper; null when it is not right, or is on already. */
  async confirm(write: Writer, personId: string, typed: string, now: Date): Promise<string[] | null> {
    const secret = await this.pending(personId);
    const step = secret && stepOfCode(secret, typed, now);
    if (!step) return null;
    const changed = await write.update(SecondFactor, { personId, confirmedAt: IsNull() }, { confirmedAt: now, lastStep: step });
    if (changed !== 1) return null;
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    await write.insert(
      RecoveryCode,
      codes.map((code) => ({ id: newId(), personId, codeHash: recoveryHash(code), usedAt: null })),
    );
    return codes;
  }

  /** Uses up a code from the phone or from paper; false when it is wrong or was used before. Of fifty at once one gets through. */
  async accept(write: Writer, personId: string, typed: string, now: Date): Promise<boolean> {
    const factor = await this.of(personId);
    const secret = factor?.confirmedAt ? this.sealing.open(factor.secret, personId) : null;
    const step = secret === null ? null : stepOfCode(secret, typed, now);
    if (step !== null) return (await write.update(SecondFactor, { personId, lastStep: LessThan(step) }, { lastStep: step })) === 1;
    if (!factor?.confirmedAt) return false;
    const code = { personId, codeHash: recoveryHash(typed), usedAt: IsNull() };
    return (await write.update(RecoveryCode, code, { usedAt: now })) === 1;
  }

  async remove(write: Writer, personId: string): Promise<void> {
    await write.remove(SecondFactor, { personId });
    await write.remove(RecoveryCode, { personId });
  }

  private of(personId: string): Promise<SecondFactor | null> {
    return this.database.read(SecondFactor).findOneBy({ personId });
  }
}
