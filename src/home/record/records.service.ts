import { Injectable } from '@nestjs/common';
import { Certificates } from '../../certificates/issuing/certificates.service';
import { MoveQueries, type Told } from '../../cohorts/moves/moves.queries';
import type { Study } from '../../cohorts/enrolment/study';
import type { Language } from '../../kernel/language';
import { Outlines, type ProgrammeOutline } from '../../modules/outlines.service';
import { Ledger } from '../../progress/ledger.service';
import { type HandedIn, type HandedInWork, RecordQueries } from './record.queries';

/** All that somebody did in a cohort. */
export interface Kept {
  programme: ProgrammeOutline;
  /** When which subject was finished. */
  done: ReadonlyMap<string, Date>;
  tries: HandedIn[];
  works: HandedInWork[];
  moves: Told[];
  certificate: { id: string; issuedAt: Date } | null;
}

/** What stays of a study, whether its person is still in the cohort or not. */
@Injectable()
export class Records {
  constructor(
    private readonly outlines: Outlines,
    private readonly ledger: Ledger,
    private readonly queries: RecordQueries,
    private readonly moves: MoveQueries,
    private readonly certificates: Certificates,
  ) {}

  async of({ enrolmentId, cohort }: Study, language: Language): Promise<Kept> {
    const [programme, lines, tries, works, moves, certificate] = await Promise.all([
      this.outlines.programme(cohort.programmeVersionId, cohort.pins, language),
      this.ledger.of(enrolmentId),
      this.queries.tries(enrolmentId),
      this.queries.works(enrolmentId),
      this.moves.of(enrolmentId),
      this.certificates.ofStudy(enrolmentId),
    ]);
    return { programme, done: new Map(lines.map(({ subject, at }) => [subject, at])), tries, works, moves, certificate };
  }
}
