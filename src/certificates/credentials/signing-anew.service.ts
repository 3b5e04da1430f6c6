import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { Certificate } from '../certificate.entity';
import { CredentialQueries } from './credentials.queries';
import { withProof } from './data-integrity';
import { IssuerKeys } from './issuer-keys.service';
import type { JsonObject } from './linked-data';
import { Signing } from './signing.service';
import { toSecond } from './status-list';

/** Signs what is stored: certificates from before there were keys, and those of a key that is believed no more. Can be stopped at any time and begun again. */
@Injectable()
export class SigningAnew {
  constructor(
    private readonly database: Database,
    private readonly queries: CredentialQueries,
    private readonly signing: Signing,
    private readonly keys: IssuerKeys,
  ) {}

  /** Signs certificates that have no document yet; returns how many. */
  unsigned(now: Date): Promise<number> {
    return this.inPieces(
      (after) => this.queries.unsigned(after),
      async (write, id) => {
        const certificate = await this.locked(write, id);
        if (certificate?.statusList !== null) return false;
        const signed = await this.signing.sign(write, certificate, now);
        return (await write.update(Certificate, { id }, signed)) === 1;
      },
    );
  }

  /** Signs anew, with the same words, whatever keys have signed that are believed no more; returns how many. */
  async compromised(now: Date): Promise<number> {
    let count = 0;
    for (const { did, name } of await this.keys.compromised()) {
      count += await this.inPieces(
        (after) => this.queries.signedWith(`${did}#${name}`, after),
        (write, id) => this.again(write, id, did, now),
      );
    }
    return count;
  }

  private async again(write: Writer, id: string, did: string, now: Date): Promise<boolean> {
    const { credential } = (await this.locked(write, id)) ?? {};
    if (!credential) return false; // forgotten in between
    const { proof: _, ...document } = JSON.parse(credential) as JsonObject;
    const { address, key } = await this.keys.signing(write, did, now);
    const signed = await withProof(document, { created: toSecond(now), verificationMethod: address }, key);
    return (await write.update(Certificate, { id }, { credential: JSON.stringify(signed) })) === 1;
  }

  private async locked(write: Writer, id: string): Promise<Certificate | null> {
    await write.lock(Certificate, id);
    return this.database.read(Certificate).findOneBy({ id });
  }

  private async inPieces(
    next: (after: string) => Promise<string[]>,
    work: (write: Writer, id: string) => Promise<boolean>,
  ): Promise<number> {
    let count = 0;
    for (let after = ''; ;) {
      const ids = await next(after);
      if (!ids.length) return count;
      const done = await this.database.write(async (write) => {
        let piece = 0;
        for (const id of ids) if (await work(write, id)) piece++;
        return piece;
      });
      count += done;
      after = ids.at(-1)!;
    }
  }
}
