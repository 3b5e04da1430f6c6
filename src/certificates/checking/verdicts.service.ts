import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Database } from '../../database/database.service';
import { Certificate } from '../certificate.entity';
import { certificateIdOf, type Checked } from '../credentials/checked';
import { Credentials } from '../credentials/credentials.service';
import type { Dropped, FileProblem } from './dropped';
import { isErased, type Outcome, outcomeOfFile, outcomeOfRecord } from './outcome';

/** What a stranger is told, with what it rests on. */
export interface Verdict {
  outcome: Outcome;
  /** The record of it, as far as there is one to show. */
  certificate: Certificate | null;
  checked: Checked | null;
}

/** Says what a certificate is worth, by its number or by a file. Nothing is written down about who asked. */
@Injectable()
export class Verdicts {
  constructor(
    private readonly database: Database,
    private readonly credentials: Credentials,
  ) {}

  /**
   * By its number as `normalise` gives it. A number that does not exist costs the same work as one that does: then any other certificate
   * is checked in its place, and what that says is thrown away.
   */
  async ofCode(code: string, now: Date): Promise<Verdict> {
    const certificates = this.database.read(Certificate);
    const [found, other] = await Promise.all([
      certificates.findOneBy({ code }),
      certificates.findOne({ where: { credential: Not(IsNull()) }, order: { id: 'ASC' } }),
    ]);
    const text = found?.credential ?? other?.credential;
    const checked = text ? await this.credentials.check(JSON.parse(text) as unknown, now) : null;
    const outcome = outcomeOfRecord(found, checked, now);
    if (outcome === 'unknown') return { outcome, certificate: null, checked: null };
    return { outcome, certificate: found, checked: found?.credential ? checked : null };
  }

  /** Of what was brought, or why that cannot be looked at. */
  async ofFile(dropped: Dropped, now: Date): Promise<Verdict | { problem: FileProblem }> {
    if ('problem' in dropped) return dropped;
    if ('address' in dropped) return { outcome: 'foreign', certificate: null, checked: null };
    if ('document' in dropped && isOlderBadge(dropped.document)) return { outcome: 'foreign', certificate: null, checked: null };
    if ('document' in dropped && !isCredential(dropped.document)) return { problem: 'unreadable' };
    const checked = await ('jwt' in dropped ? this.credentials.checkJwt(dropped.jwt, now) : this.credentials.check(dropped.document, now));
    const certificate = await this.recordOf(checked);
    const outcome = outcomeOfFile(checked, certificate);
    return { outcome, certificate: certificate && isErased(certificate) ? null : certificate, checked };
  }

  private async recordOf(checked: Checked): Promise<Certificate | null> {
    const id = certificateIdOf(checked);
    return id === null ? null : this.database.read(Certificate).findOneBy({ id });
  }
}

const isCredential = (document: Record<string, unknown>) => 'issuer' in document && 'credentialSubject' in document;
const isOlderBadge = (document: Record<string, unknown>) => 'badge' in document || 'recipient' in document;
