import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../database/database.service';
import { newId } from '../../kernel/identifier';
import { type Letter, Outbox } from '../../web/mail/outbox.service';
import { Logs, type TableLog } from '../tables/logs.service';
import { HoursQueries, type RunningTable, type Sitting } from './hours.queries';
import { TableLetters } from './table-letters.service';
import { TableReminder } from './table-reminder.entity';
import { type Undone, undone } from './undone';
import { nextMoment, reached, type Share } from './windows';

const DAY_MS = 86_400_000;
/** After so long nobody is reminded of a debrief any more. */
const DEBRIEF_DAYS = 14;

interface Due {
  sitting: Sitting;
  share: Share;
  open: Undone | null;
}

/** Letters about windows of tables that go on by letters: one to everybody when a window begins, two more to those whose part is not done. */
@Injectable()
export class TableReminders {
  /** When a table has to be looked at again, as long as nothing happens there; so that most rounds read no log. */
  private readonly seen = new Map<string, { headSeq: number; next: number }>();

  constructor(
    private readonly database: Database,
    private readonly queries: HoursQueries,
    private readonly logs: Logs,
    private readonly letters: TableLetters,
    private readonly outbox: Outbox,
  ) {}

  /** Returns how many letters were put into the outbox. */
  async send(now: Date): Promise<number> {
    let sent = 0;
    const running = await this.queries.running(new Date(now.getTime() - DEBRIEF_DAYS * DAY_MS));
    for (const id of this.seen.keys()) if (!running.some((table) => table.id === id)) this.seen.delete(id);
    for (const table of running) {
      const seen = this.seen.get(table.id);
      if (seen?.headSeq === table.headSeq && now.getTime() < seen.next) continue;
      const log = await this.logs.of(table);
      sent += await this.tell(table, log, now);
      this.seen.set(table.id, { headSeq: table.headSeq, next: nextMoment(log.state, now.getTime()) ?? Infinity });
    }
    return sent;
  }

  private async tell(table: RunningTable, log: TableLog, now: Date): Promise<number> {
    const moment = reached(log.state, now.getTime());
    const sitting = moment ? await this.queries.seatedAt(table.id) : [];
    if (!moment || !sitting.length) return 0;
    const phase = log.state.phase.number;
    const where = { placeId: In(sitting.map(({ placeId }) => placeId)), phase };
    const told = await this.database.read(TableReminder).find({ where });
    const due = sitting.flatMap((one) => {
      const shares = told.filter(({ placeId }) => placeId === one.placeId).map(({ share }) => share);
      return dueTo(log, one, moment, shares);
    });
    return this.put(table, log, due, phase, moment.share, now);
  }

  /** The rows first: of two processes only one can add them, and the letters go with them or not at all. */
  private put(table: RunningTable, log: TableLog, due: Due[], phase: number, reachedShare: Share, now: Date): Promise<number> {
    if (!due.length) return Promise.resolve(0);
    return this.database.write(async (write) => {
      const letters: Letter[] = [];
      for (const { sitting, share, open } of due) {
        const row = { placeId: sitting.placeId, phase, sentAt: now };
        if (!(await write.insertOnce(TableReminder, { id: newId(), ...row, share }))) continue;
        // Whoever hears of the window late needs no reminder of it at once.
        if (share !== reachedShare) await write.insertOnce(TableReminder, { id: newId(), ...row, share: reachedShare });
        letters.push(await this.letters.write(table, log, sitting, share, open));
      }
      return this.outbox.putAll(write, letters);
    });
  }
}

/** The letter that somebody should get now, if any: first the one that says that there is something to do. */
function dueTo(log: TableLog, sitting: Sitting, { share, at }: { share: Share; at: number }, told: Share[]): Due[] {
  const found = undone(log, sitting.role);
  const open = found === 'debrief' && sitting.debriefedAt ? null : found;
  if (!told.includes(0)) return [{ sitting, share: 0, open }];
  const late = sitting.takenAt.getTime() > at;
  return open && !late && !told.includes(share) ? [{ sitting, share, open }] : [];
}
