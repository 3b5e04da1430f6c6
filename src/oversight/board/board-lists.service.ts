import { Injectable } from '@nestjs/common';
import type { Cohort } from '../../cohorts/cohort.entity';
import type { Language } from '../../kernel/language';
import type { ProgrammeOutline } from '../../modules/outlines.service';
import type { Need } from '../today/needs';
import { NeedQueries } from '../today/needs.queries';
import { Needs } from '../today/needs.service';
import { type BoardLine, Boards } from './boards.service';
import { type Choice, chosen } from './choice';

/** A line of the board, with when they were last seen and why they need the team, if they do. */
export interface ListedLine extends BoardLine {
  seenAt: Date | null;
  need: Need | null;
}

export interface ListedBoard {
  programme: ProgrammeOutline;
  everybody: ListedLine[];
  /** Those who were asked for, in the order that was asked for. */
  lines: ListedLine[];
}

/** The board of a cohort as somebody asks for it. */
@Injectable()
export class BoardLists {
  constructor(
    private readonly boards: Boards,
    private readonly moments: NeedQueries,
    private readonly needs: Needs,
  ) {}

  /** As many questions to the database for a thousand people as for one. */
  async of(cohort: Cohort, choice: Choice, language: Language, now: Date): Promise<ListedBoard> {
    const [{ programme, lines }, seen, inNeed] = await Promise.all([
      this.boards.of(cohort, language),
      this.moments.lastSeen({ cohorts: [cohort.id] }),
      this.needs.in([cohort], now),
    ]);
    const needOf = new Map(inNeed.map(({ person, need }) => [person.enrolmentId, need]));
    const everybody = lines.map((line) => ({
      ...line,
      seenAt: seen.get(line.enrolmentId) ?? null,
      need: needOf.get(line.enrolmentId) ?? null,
    }));
    return { programme, everybody, lines: chosen(everybody, choice, new Intl.Collator(language).compare) };
  }
}
