import { Injectable } from '@nestjs/common';
import { Certificates } from '../../certificates/issuing/certificates.service';
import type { Cohort } from '../../cohorts/cohort.entity';
import { Studies } from '../../cohorts/enrolment/studies.service';
import type { Language } from '../../kernel/language';
import { Outlines, type ProgrammeOutline } from '../../modules/outlines.service';
import { Ledger } from '../../progress/ledger.service';
import { doneSubjects, type Standing, standing } from '../../progress/standing';
import { type OnRoster, BoardQueries } from './board.queries';

/** One person's line on the board. */
export interface BoardLine extends OnRoster {
  standing: Standing;
  /** Subjects of the ledger. */
  done: ReadonlySet<string>;
  certificate: { code: string; issuedAt: Date } | null;
}

/** A whole cohort at a moment. */
export interface Board {
  programme: ProgrammeOutline;
  /** By name, as the reader's language sorts them. */
  lines: BoardLine[];
}

/** How everybody in a cohort gets on: the standing that each of them sees, side by side. */
@Injectable()
export class Boards {
  constructor(
    private readonly roster: BoardQueries,
    private readonly studies: Studies,
    private readonly ledger: Ledger,
    private readonly outlines: Outlines,
    private readonly certificates: Certificates,
  ) {}

  /** As many questions to the database for a thousand people as for one. */
  async of(cohort: Cohort, language: Language): Promise<Board> {
    const people = await this.roster.of(cohort.id);
    const ids = people.map(({ enrolmentId }) => enrolmentId);
    const [plan, programme, completions, certificates] = await Promise.all([
      this.studies.plan(cohort),
      this.outlines.programme(cohort.programmeVersionId, cohort.pins, language),
      this.ledger.ofAll(ids),
      this.certificates.ofCohort(ids),
    ]);
    const lines = people.map((person) => {
      const own = completions.get(person.enrolmentId) ?? [];
      return {
        ...person,
        standing: standing(plan, own),
        done: doneSubjects(own),
        certificate: certificates.get(person.enrolmentId) ?? null,
      };
    });
    const { compare } = new Intl.Collator(language);
    return { programme, lines: lines.sort((a, b) => compare(a.name, b.name)) };
  }
}
