import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Study } from '../../cohorts/enrolment/study';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import type { Language } from '../../kernel/language';
import { Refusal } from '../../kernel/refusal';
import { type ModuleOutline, Outlines, type ProgrammeOutline } from '../../modules/outlines.service';
import { Ledger } from '../../progress/ledger.service';
import { Certificate } from '../certificate.entity';
import { newCode } from '../code';
import { Credentials } from '../credentials/credentials.service';
import { type Eligibility, eligibility } from './eligibility';
import { printedName } from '../printed-name';
import { Snapshots } from './snapshots.service';

const NOTHING_SINCE = {
  kind: 'programme',
  about: '',
  latinName: null,
  validUntil: null,
  withdrawnAt: null,
  withdrawnFor: null,
  replacedAt: null,
  replacedById: null,
  nameHidden: true,
} as const;

/** What completions earn: looked up by holder, by cohort, by number; issued once for each study. */
@Injectable()
export class Certificates {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly outlines: Outlines,
    private readonly snapshots: Snapshots,
    private readonly credentials: Credentials,
  ) {}

  /** A person's certificates, newest first. */
  of(personId: string): Promise<Certificate[]> {
    return this.database.read(Certificate).find({ where: { personId }, order: { issuedAt: 'DESC', id: 'DESC' } });
  }

  one(id: string, personId: string): Promise<Certificate | null> {
    return this.database.read(Certificate).findOneBy({ id, personId });
  }

  /** The one that a programme earned: the current one, or the one that was withdrawn last. */
  ofStudy(enrolmentId: string): Promise<Certificate | null> {
    const where = { enrolmentId, kind: 'programme' as const, replacedAt: IsNull() };
    return this.database.read(Certificate).findOne({ where, order: { issuedAt: 'DESC', id: 'DESC' } });
  }

  /** Who of several enrolments has one: one query, however many people. */
  async ofCohort(enrolmentIds: string[]): Promise<Map<string, { code: string; issuedAt: Date }>> {
    if (!enrolmentIds.length) return new Map();
    const select = { id: true, enrolmentId: true, code: true, issuedAt: true } as const;
    const found = await this.database
      .read(Certificate)
      .find({ where: { enrolmentId: In(enrolmentIds), kind: 'programme', replacedAt: IsNull() }, select });
    return new Map(found.map(({ enrolmentId, code, issuedAt }) => [enrolmentId!, { code, issuedAt }]));
  }

  /** By its number as `normalise` gives it. */
  byCode(code: string): Promise<Certificate | null> {
    return this.database.read(Certificate).findOneBy({ code });
  }

  /** What a study is about, in a language, and whether its certificate is earned. */
  async outlook({ enrolmentId, cohort }: Study, language: Language): Promise<{ programme: ProgrammeOutline } & Eligibility<ModuleOutline>> {
    const programme = await this.outlines.programme(cohort.programmeVersionId, cohort.pins, language);
    return { programme, ...eligibility(programme, await this.ledger.of(enrolmentId)) };
  }

  /** Issues the certificate of a study, once: whoever asks again gets the id of the first, with its name. Refuses while something is missing. */
  async issue(write: Writer, study: Study, name: string, now: Date): Promise<string> {
    const { enrolmentId, personId } = study;
    const first = await this.ofStudy(enrolmentId);
    if (first) return first.id;
    const outlook = await this.outlook(study, study.cohort.language);
    if (!outlook.earned) throw new Refusal('certificates.refusal.not-complete');
    const snapshot = await this.snapshots.of(study, outlook.programme, outlook.at);
    const id = newId();
    const own = { enrolmentId, personId, chapterId: study.chapter.id, name: printedName(name) };
    const certificate = { ...NOTHING_SINCE, id, code: newCode(), ...own, snapshot, issuedAt: now };
    const signed = await this.credentials.sign(write, certificate, now);
    if (await write.insertOnce(Certificate, { ...certificate, ...signed })) return id;
    return (await this.ofStudy(enrolmentId))!.id;
  }
}
