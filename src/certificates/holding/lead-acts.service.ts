import { Injectable } from '@nestjs/common';
import type { Writer } from '../../database/writer';
import { Refusal } from '../../kernel/refusal';
import type { Certificate } from '../certificate.entity';
import { Corrections } from './corrections.service';
import type { AnswerForm } from './holding.form';
import { Renewals } from './renewals.service';
import { Withdrawals } from './withdrawals.service';

/** What somebody who leads does with a certificate of the chapter. Nobody gives themselves one: for a lead’s own, another lead is needed. */
@Injectable()
export class LeadActs {
  constructor(
    private readonly corrections: Corrections,
    private readonly renewals: Renewals,
    private readonly withdrawals: Withdrawals,
  ) {}

  /** Returns the id of the certificate to look at; so do the others. */
  async answer(write: Writer, certificate: Certificate, values: AnswerForm, leadId: string, now: Date): Promise<string> {
    notOwn(certificate, leadId);
    const { request: id, answer } = values;
    const at = { id, version: Number(values.version) };
    if (values.do === 'approve') return this.corrections.approve(write, certificate.id, at, leadId, now);
    await this.corrections.refuse(write, certificate.id, at, { answer, leadId }, now);
    return certificate.id;
  }

  renew(write: Writer, certificate: Certificate, leadId: string, now: Date): Promise<string> {
    notOwn(certificate, leadId);
    return this.renewals.renew(write, certificate.id, leadId, now);
  }

  again(write: Writer, certificate: Certificate, leadId: string, now: Date): Promise<string> {
    notOwn(certificate, leadId);
    return this.withdrawals.again(write, certificate.id, leadId, now);
  }
}

function notOwn({ personId }: Certificate, leadId: string): void {
  if (personId === leadId) throw new Refusal('holding.refusal.own');
}
