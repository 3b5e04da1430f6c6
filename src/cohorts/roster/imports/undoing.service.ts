import { Injectable } from '@nestjs/common';
import type { Writer } from '../../../database/writer';
import { Refusal } from '../../../kernel/refusal';
import { Ledger } from '../../../progress/ledger.service';
import { Cohort } from '../../cohort.entity';
import { Enrolment } from '../../enrolment/enrolment.entity';
import { PersonalInvitations } from '../../invitation/personal-invitations.service';
import { WaitingLists } from '../../waiting/waiting-lists.service';
import { Imports } from './imports.service';
import { RosterImport } from './roster-import.entity';
import { RosterRow, type RowOutcome } from './roster-row.entity';
import { canUndo } from './undo';

/** Taking a whole list back within a day: whoever has not begun is out, who has not come is not asked any more. What people did themselves stays. */
@Injectable()
export class Undoing {
  constructor(
    private readonly imports: Imports,
    private readonly ledger: Ledger,
    private readonly personal: PersonalInvitations,
    private readonly waiting: WaitingLists,
  ) {}

  /** Refuses when it is too late, when nothing was put in and when it was taken back before. */
  async undo(write: Writer, cohortId: string, importId: string, now: Date): Promise<void> {
    await write.lock(Cohort, cohortId);
    const list = await this.imports.find(cohortId, importId);
    if (list.undoneAt) throw new Refusal('roster.refusal.undone');
    if (!canUndo(list, now)) throw new Refusal('roster.refusal.too-late');
    const rows = await this.imports.rowsOf(importId);
    const progress = await this.ledger.ofAll(rows.flatMap(({ enrolmentId }) => enrolmentId ?? []));
    for (const row of rows) {
      const outcome = await this.undone(write, cohortId, row, progress, now);
      if (outcome) await write.update(RosterRow, { importId, number: row.number }, { outcome });
    }
    await write.update(RosterImport, { id: importId }, { undoneAt: now });
    await this.waiting.fill(write, cohortId, now);
  }

  /** What became of a row, or null when it stays as it is. */
  private async undone(
    write: Writer,
    cohortId: string,
    { outcome, enrolmentId, invitationId }: RosterRow,
    progress: ReadonlyMap<string, unknown[]>,
    now: Date,
  ): Promise<RowOutcome | null> {
    if (outcome === 'invited' && invitationId)
      return (await this.personal.takeBack(write, cohortId, invitationId, now)) ? 'taken-back' : null;
    if (outcome !== 'enrolled' || !enrolmentId || progress.get(enrolmentId)?.length) return null;
    const out = await write.update(Enrolment, { id: enrolmentId, state: 'active' }, { state: 'withdrawn' });
    return out === 1 ? 'withdrawn' : null;
  }
}
