import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../database/database.service';
import { Person } from '../../people/person.entity';
import { Certificate } from '../certificate.entity';
import { normalise } from '../code';
import { type Kept, CertificatePages } from './certificate-pages.service';
import { CertificateRequest } from './certificate-request.entity';

/** A certificate of a chapter with all that belongs to it, and the names of those who had to do with it. */
export interface KeptHere extends Kept {
  names: ReadonlyMap<string, string>;
}

/** A request with what is printed now. */
export interface WaitingRequest {
  request: CertificateRequest;
  certificate: Certificate;
}

/** What leads see of certificates, gathered. */
@Injectable()
export class IssuedPages {
  constructor(
    private readonly database: Database,
    private readonly pages: CertificatePages,
  ) {}

  async of(certificate: Certificate, now: Date): Promise<KeptHere> {
    const kept = await this.pages.of(certificate, now);
    const ids = [...kept.events.map(({ actorId }) => actorId), ...kept.requests.map(({ answeredById }) => answeredById)];
    const known = [...new Set(ids.filter((id) => id !== null))];
    const people = await this.database.read(Person).find({ where: { id: In(known) }, select: { id: true, name: true } });
    return { ...kept, names: new Map(people.map(({ id, name }) => [id, name])) };
  }

  /** Those that wait in a chapter, the first first. */
  async waiting(chapterId: string): Promise<WaitingRequest[]> {
    const requests = await this.database
      .read(CertificateRequest)
      .find({ where: { state: 'waiting' }, order: { askedAt: 'ASC', id: 'ASC' } });
    const where = { id: In(requests.map(({ certificateId }) => certificateId)), chapterId };
    const certificates = new Map((await this.database.read(Certificate).findBy(where)).map((one) => [one.id, one]));
    return requests.flatMap((request) => {
      const certificate = certificates.get(request.certificateId);
      return certificate ? [{ request, certificate }] : [];
    });
  }

  /** The id of the chapter’s certificate with a number, however it is typed; another chapter’s is not there. */
  async numbered(chapterId: string, typed: string): Promise<string | null> {
    const code = normalise(typed);
    const found = code && (await this.database.read(Certificate).findOne({ where: { code, chapterId }, select: { id: true } }));
    return found ? found.id : null;
  }
}
