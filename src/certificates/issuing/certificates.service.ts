import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Study } from '../../cohorts/enrolment/study';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { Refusal } from '../../kernel/refusal';
import { Person } from '../../people/person.entity';
import { Certificate } from '../certificate.entity';
import { newCode } from '../code';
import { Credentials } from '../credentials/credentials.service';
import { type Goal, monthsAfter } from './eligibility';
import { asPrinted, type PrintedNames } from './names.service';
import { Prospects } from './prospects.service';
import { Snapshots } from './snapshots.service';

/** Which certificate of a study: the programme's, or a module's own. */
export type About = Pick<Goal, 'kind' | 'about'>;
export const PROGRAMME: About = { kind: 'programme', about: '' };
type Kind = Pick<Certificate, 'kind' | 'about'>;
type Said = Kind & Pick<Certificate, 'snapshot'>;
const NOTHING_SINCE = { withdrawnAt: null, withdrawnFor: null, replacedAt: null, replacedById: null };

/** What completions earn: looked up by holder, by cohort, by number; issued once for each study and what it is about. */
@Injectable()
export class Certificates {
  constructor(
    private readonly database: Database,
    private readonly prospects: Prospects,
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

  /** The one that a study earned: the current one, or the one that was withdrawn last. */
  ofStudy(enrolmentId: string, { kind, about }: Kind = PROGRAMME): Promise<Certificate | null> {
    const where = { enrolmentId, kind, about, replacedAt: IsNull() };
    return this.database.read(Certificate).findOne({ where, order: { issuedAt: 'DESC', id: 'DESC' } });
  }

  /** Who of several enrolments has the programme's: one query, however many people. */
  async ofCohort(enrolmentIds: string[]): Promise<Map<string, { code: string; issuedAt: Date }>> {
    const found = await this.allOf(enrolmentIds);
    const programmes = found.filter(({ kind }) => kind === 'programme');
    return new Map(programmes.map(({ enrolmentId, code, issuedAt }) => [enrolmentId!, { code, issuedAt }]));
  }

  /** Everything that is not replaced, of several enrolments, without what it says. */
  async allOf(
    enrolmentIds: string[],
  ): Promise<Pick<Certificate, 'enrolmentId' | 'kind' | 'about' | 'code' | 'issuedAt' | 'withdrawnAt'>[]> {
    if (!enrolmentIds.length) return [];
    const select = { id: true, enrolmentId: true, kind: true, about: true, code: true, issuedAt: true, withdrawnAt: true } as const;
    const where = { enrolmentId: In(enrolmentIds), replacedAt: IsNull() };
    return this.database.read(Certificate).find({ where, select, order: { issuedAt: 'ASC', id: 'ASC' } });
  }

  /** By its number as `normalise` gives it. */
  byCode(code: string): Promise<Certificate | null> {
    return this.database.read(Certificate).findOneBy({ code });
  }

  /**
   * Issues a certificate of a study, once: whoever asks again gets the id of the first, with its name. One that was withdrawn is not issued
   * again, and what was earned before a move to another cohort is not issued there a second time. Refuses while something is missing.
   */
  async issue(write: Writer, study: Study, names: PrintedNames, now: Date, { kind, about }: About = PROGRAMME): Promise<string> {
    const { enrolmentId, personId } = study;
    await write.lock(Person, personId); // of several acts at once that earn it or confirm the name, the later ones see the first
    const first = await this.ofStudy(enrolmentId, { kind, about });
    if (first) return first.id;
    const prospect = (await this.prospects.of(study)).find(({ goal }) => goal.kind === kind && goal.about === about);
    if (!prospect?.earned) throw new Refusal('certificates.refusal.not-complete');
    const { goal, at } = prospect;
    const twin = await this.twin(personId, goal, at);
    if (twin) return twin;
    const { validMonths } = goal.requirements;
    const validUntil = validMonths ? monthsAfter(now, validMonths) : null;
    return this.given(write, study, names, now, { kind, about, snapshot: await this.snapshots.of(study, goal, at), validUntil });
  }

  /** Issues what was proved in another way than by completions, once: whoever proved it is asked first whether they want it. */
  async issueProven(write: Writer, study: Study, names: PrintedNames, now: Date, { snapshot, ...about }: Said): Promise<string> {
    await write.lock(Person, study.personId);
    const first = await this.ofStudy(study.enrolmentId, about);
    return first?.id ?? this.given(write, study, names, now, { ...about, snapshot, validUntil: null });
  }

  private async given(write: Writer, study: Study, names: PrintedNames, now: Date, said: Said & Pick<Certificate, 'validUntil'>) {
    const id = newId();
    const certificate = {
      id,
      code: newCode(),
      enrolmentId: study.enrolmentId,
      personId: study.personId,
      chapterId: study.chapter.id,
      ...asPrinted(names),
      ...said,
      issuedAt: now,
      nameHidden: true,
      ...NOTHING_SINCE,
    };
    const signed = await this.credentials.sign(write, certificate, now);
    await write.insert(Certificate, { ...certificate, ...signed });
    return id;
  }

  /** One about the same thing, completed in the same moment, in a cohort from which they were moved. */
  private async twin(personId: string, { kind, about, programme }: Goal, at: Date): Promise<string | null> {
    const own = await this.database.read(Certificate).findBy({ personId, kind, about, replacedAt: IsNull() });
    const same = own.find(({ snapshot }) => snapshot.programme.slug === programme && snapshot.completedAt === at.toISOString());
    return same?.id ?? null;
  }
}
