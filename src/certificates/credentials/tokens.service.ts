import { Injectable } from '@nestjs/common';
import { NotFound } from '../../kernel/not-found';
import { type Checked, factsOf } from './checked';
import { Checking } from './checking.service';
import { IssuerKeys } from './issuer-keys.service';
import { publicKey } from './key-forms';
import { CONTEXTS } from './open-badge';
import { isPlainDocument, isRecord } from './plain-document';
import type { JsonObject } from './linked-data';
import { isSigned, readToken, token } from './token';

/** Certificates as tokens: made when somebody takes one along, checked when one is brought. */
@Injectable()
export class Tokens {
  constructor(
    private readonly keys: IssuerKeys,
    private readonly checking: Checking,
  ) {}

  /** Says the same as the signed document, under the same issuer. */
  async of(credential: string): Promise<string> {
    const document = JSON.parse(credential) as JsonObject;
    const { issuer } = document;
    const key = await this.keys.ready(isRecord(issuer) ? String(issuer['id']) : '', 'p256');
    if (!key) throw new NotFound();
    return token(document, key.address, key.key);
  }

  async check(jwt: string, now: Date): Promise<Checked> {
    const read = readToken(jwt);
    if (!read) return { verdict: 'broken', reason: 'unreadable' };
    const facts = factsOf(read.credential, read.kid);
    if (!facts?.issuerId) return { verdict: 'broken', reason: 'unreadable' };
    if (!(await this.checking.isOurs(facts.issuerId))) return { verdict: 'foreign', reason: 'issuer', facts };
    const objection = await this.objection(read, facts.issuerId);
    if (objection) return { verdict: 'broken', reason: objection, facts };
    return this.checking.standing(facts, read.credential, now);
  }

  private async objection(read: NonNullable<ReturnType<typeof readToken>>, issuer: string): Promise<string | null> {
    if (!isPlainDocument(read.credential, CONTEXTS)) return 'words';
    if (!read.kid.startsWith(`${issuer}#`)) return 'key';
    const key = await this.keys.named(read.kid);
    if (key?.kind !== 'p256') return 'key';
    if (key.state === 'compromised') return 'key-compromised';
    return isSigned(read, publicKey('p256', key.publicKey)) ? null : 'signature';
  }
}
