import { Injectable } from '@nestjs/common';
import type { Certificate } from '../../certificates/certificate.entity';
import { Certificates } from '../../certificates/issuing/certificates.service';
import type { Origin, Told } from '../../cohorts/moves/moves.queries';
import type { Language } from '../../kernel/language';
import { type InNeed, Needs } from '../today/needs.service';
import { NeedQueries } from '../today/needs.queries';
import { type Doing, Doings } from './doings.service';
import type { OwnPerson } from './person-of-cohort.guard';
import { type NoteRow, type NudgeRow, PersonQueries, type TableRow, type WorkRow } from './person.queries';

/** All that a team sees of one person in a cohort. */
export interface Seen extends Doing {
  tables: TableRow[];
  /** Comings and goings here. */
  moves: Told[];
  origins: Origin[];
  works: WorkRow[];
  notes: NoteRow[];
  nudges: NudgeRow[];
  lastAt: Date | null;
  certificate: Certificate | null;
  inNeed: InNeed | null;
}

/** One person's page, gathered. */
@Injectable()
export class PersonPages {
  constructor(
    private readonly doings: Doings,
    private readonly queries: PersonQueries,
    private readonly moments: NeedQueries,
    private readonly needs: Needs,
    private readonly certificates: Certificates,
  ) {}

  async of({ cohort, study }: OwnPerson, language: Language, now: Date): Promise<Seen> {
    const { enrolmentId } = study;
    const [doing, moves, tables, works, notes, nudges, last, certificate, inNeed] = await Promise.all([
      this.doings.of(study, language),
      this.queries.moves(enrolmentId),
      this.queries.tables(enrolmentId),
      this.queries.works(enrolmentId),
      this.queries.notes(enrolmentId),
      this.queries.nudges(enrolmentId),
      this.moments.lastSeen({ enrolment: enrolmentId }),
      this.certificates.ofStudy(enrolmentId),
      this.needs.of(cohort, enrolmentId, now),
    ]);
    return { ...doing, ...moves, tables, works, notes, nudges, lastAt: last.get(enrolmentId) ?? null, certificate, inNeed };
  }
}
