import { Injectable } from '@nestjs/common';
import type { Writer } from '../../../database/writer';
import { emailKey } from '../../../kernel/email-address';
import { Refusal } from '../../../kernel/refusal';
import { Cohort } from '../../cohort.entity';
import { Enrolments } from '../../enrolment/enrolments.service';
import { InvitationLetters } from '../../invitation/invitation-letters.service';
import { PersonalInvitations } from '../../invitation/personal-invitations.service';
import { closedTo } from '../../states/state';
import { Imports, type JudgedRow } from './imports.service';
import { RosterImport } from './roster-import.entity';
import { RosterRow } from './roster-row.entity';
import { type ChapterMember, RosterQueries } from '../roster.queries';
import { isDoubtful, isGood } from './verdicts';

/** Putting the people of a list in: those of the chapter are in at once, everybody else is asked by letter. */
@Injectable()
export class Admissions {
  constructor(
    private readonly imports: Imports,
    private readonly queries: RosterQueries,
    private readonly enrolments: Enrolments,
    private readonly personal: PersonalInvitations,
    private readonly letters: InvitationLetters,
  ) {}

  /** How many more people may be asked; null is no limit. Whoever was asked has a place kept. */
  async room({ id, places }: Pick<Cohort, 'id' | 'places'>, now: Date): Promise<number | null> {
    if (places === null) return null;
    const [taken, invited] = await Promise.all([this.enrolments.taken(id), this.queries.invited(id)]);
    return Math.max(0, places - taken - invited.filter(({ expiresAt }) => expiresAt > now).length);
  }

  /**
   * Puts in all good rows, and the doubtful ones that were ticked (`anyway`: their numbers). All or none: refuses when the cohort is over, when
   * there are fewer places than people, and when the list was taken back. Whoever is in since the page was opened is left out.
   */
  async admit(write: Writer, cohort: Cohort, importId: string, anyway: ReadonlySet<number>, by: string, now: Date): Promise<void> {
    await write.lock(Cohort, cohort.id);
    const { list, rows } = await this.imports.judged(cohort, importId, now);
    if (list.undoneAt) throw new Refusal('roster.refusal.undone');
    const closed = closedTo(cohort, now);
    if (closed) throw new Refusal(closed);
    const chosen = rows.filter(({ verdict, number }) => verdict && (isGood(verdict) || (isDoubtful(verdict) && anyway.has(number))));
    if (!chosen.length) return;
    const room = await this.room(cohort, now);
    if (room !== null && chosen.length > room) throw new Refusal('roster.refusal.places', { room, people: chosen.length });
    const members = await this.queries.members(
      cohort.chapterId,
      chosen.map(({ email }) => emailKey(email)),
    );
    for (const row of chosen) await this.admitOne(write, cohort, row, members.get(emailKey(row.email)) ?? null, by, now);
    await write.update(RosterImport, { id: importId }, { addedAt: now });
  }

  private async admitOne(write: Writer, cohort: Cohort, row: JudgedRow, member: ChapterMember | null, by: string, now: Date) {
    const at = { importId: row.importId, number: row.number };
    if (member) {
      const enrolmentId = await this.enrolments.join(write, cohort, member.id, now);
      await this.letters.enrolled(write, cohort, member);
      await write.update(RosterRow, at, { outcome: 'enrolled', enrolmentId });
    } else {
      const invitationId = await this.personal.invite(write, cohort, row, by, now);
      await write.update(RosterRow, at, { outcome: 'invited', invitationId });
    }
  }
}
