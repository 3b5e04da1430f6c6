import { Injectable } from '@nestjs/common';
import type { Writer } from '../../database/writer';
import type { Certificate } from '../certificate.entity';
import type { Checked } from './checked';
import { Checking } from './checking.service';
import type { Obstacle } from './did';
import { IssuerKeys } from './issuer-keys.service';
import { type Signed, Signing, type Unsigned } from './signing.service';
import { StatusLists } from './status-lists.service';
import { Tokens } from './tokens.service';

/** Certificates as signed documents that anybody can check. */
@Injectable()
export class Credentials {
  constructor(
    private readonly signing: Signing,
    private readonly lists: StatusLists,
    private readonly checking: Checking,
    private readonly tokens: Tokens,
    private readonly keys: IssuerKeys,
  ) {}

  /**
   * Signs what a new certificate says, inside the transaction that inserts it; draws its place in a status list. Refuses where this site
   * must not issue.
   */
  sign(write: Writer, certificate: Unsigned, now: Date): Promise<Signed> {
    return this.signing.sign(write, certificate, now);
  }

  /** Sets the bit of a certificate that was withdrawn or replaced, and signs its list anew. Nothing for one that was never signed. */
  async revoke(write: Writer, { statusList, statusIndex }: Pick<Certificate, 'statusList' | 'statusIndex'>, now: Date): Promise<void> {
    if (statusList === null || statusIndex === null) return;
    await this.lists.revoke(write, { list: statusList, place: statusIndex }, now);
  }

  /** Why nothing can be issued from here at the moment, or null. */
  obstacle(): Promise<Obstacle | null> {
    return this.keys.obstacle();
  }

  /** Really verifies: proof, issuer, key, dates, and the bit in the verified list. Never throws for bad input. */
  check(document: unknown, now: Date): Promise<Checked> {
    return this.checking.document(document, now);
  }

  /** The same for a certificate that comes as a token. */
  checkJwt(jwt: string, now: Date): Promise<Checked> {
    return this.tokens.check(jwt, now);
  }
}
