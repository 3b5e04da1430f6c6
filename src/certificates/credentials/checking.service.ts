import { Injectable } from '@nestjs/common';
import { type Checked, type CredentialFacts, factsOf, type Verdict } from './checked';
import { proofOf } from './data-integrity';
import { Issuer } from './issuer.service';
import { IssuerKeys } from './issuer-keys.service';
import { CREDENTIALS_V2, type JsonObject } from './linked-data';
import { CONTEXTS, listAddress } from './open-badge';
import { isPlainDocument, isRecord } from './plain-document';
import { Proofs } from './proofs.service';
import { bitAt, unpacked } from './status-list';
import { StatusLists } from './status-lists.service';

const LONGEST_LIST = 1 << 20;

/** Really verifies what this site has signed: nothing is taken from the database but keys and signed lists. */
@Injectable()
export class Checking {
  constructor(
    private readonly keys: IssuerKeys,
    private readonly proofs: Proofs,
    private readonly lists: StatusLists,
    private readonly issuer: Issuer,
  ) {}

  async document(document: unknown, now: Date): Promise<Checked> {
    const facts = factsOf(document, isRecord(document) ? (proofOf(document)?.verificationMethod ?? null) : null);
    if (!facts?.issuerId) return { verdict: 'broken', reason: 'unreadable', ...(facts && { facts }) };
    if (!(await this.isOurs(facts.issuerId))) return { verdict: 'foreign', reason: 'issuer', facts };
    const answer = (verdict: Verdict, reason?: string): Checked => ({ verdict, ...(reason && { reason }), facts });
    if (!isPlainDocument(document, CONTEXTS)) return answer('broken', 'words');
    const objection = await this.proofs.objection(document, facts.issuerId);
    return objection ? answer('broken', objection) : this.standing(facts, document, now);
  }

  /** Of a document whose signature is good: what its list and its dates say. */
  async standing(facts: CredentialFacts, document: JsonObject, now: Date): Promise<Checked> {
    const bit = await this.bit(facts, document, now);
    const answer = (verdict: Verdict, reason?: string): Checked => ({ verdict, ...(reason && { reason }), facts });
    if (bit === true) return answer('revoked');
    const [from, until] = [facts.validFrom, facts.validUntil].map((moment) => (moment === null ? null : Date.parse(moment)));
    if (from === null || Number.isNaN(from) || Number.isNaN(until)) return answer('broken', 'dates');
    if (from! > now.getTime()) return answer('not-yet');
    if (until !== null && until! <= now.getTime()) return answer('expired');
    return bit === false ? answer('valid') : answer('unchecked', bit);
  }

  async isOurs(did: string): Promise<boolean> {
    return did === this.issuer.did || (await this.keys.of(did)).length > 0;
  }

  /** The bit in the verified list, or why it cannot be read. */
  private async bit(facts: CredentialFacts, { credentialStatus }: JsonObject, now: Date): Promise<boolean | string> {
    const { list: address, place, issuerId } = facts;
    const status = isRecord(credentialStatus) ? credentialStatus : {};
    if (status['type'] !== 'BitstringStatusListEntry' || status['statusPurpose'] !== 'revocation') return 'status';
    if (!address || place === null) return 'status';
    const id = /\/(\d{1,9})$/.exec(address)?.[1] ?? '';
    if (address !== listAddress(this.issuer.siteOf(issuerId!), id)) return 'status';
    const list = await this.lists.one(id);
    if (!list) return 'list-missing';
    facts.listVersion = list.version;
    facts.listSignedAt = list.signedAt;
    return this.read(list.credential, address, issuerId!, place, now);
  }

  private async read(text: string, address: string, issuer: string, place: number, now: Date): Promise<boolean | string> {
    const document = parsed(text);
    if (!isPlainDocument(document, [CREDENTIALS_V2], LONGEST_LIST)) return 'list-unreadable';
    const subject = isRecord(document['credentialSubject']) ? document['credentialSubject'] : {};
    const types = Array.isArray(document['type']) ? document['type'] : [];
    if (document['id'] !== address || document['issuer'] !== issuer) return 'list-issuer';
    if (!types.includes('BitstringStatusListCredential') || subject['type'] !== 'BitstringStatusList') return 'list-type';
    if (subject['statusPurpose'] !== 'revocation') return 'list-purpose';
    if (await this.proofs.objection(document, issuer, text)) return 'list-signature';
    const [from, until] = [document['validFrom'], document['validUntil']].map((moment) => Date.parse(String(moment)));
    if (!(from! <= now.getTime() && now.getTime() < until!)) return 'list-stale';
    const bits = unpacked(subject['encodedList']);
    if (!bits) return 'list-bits';
    return place < bits.length * 8 ? bitAt(bits, place) : 'list-bits';
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
