import { Injectable } from '@nestjs/common';
import { LessThan, MoreThan } from 'typeorm';
import { Database } from '../../../database/database.service';
import type { Writer } from '../../../database/writer';
import { newId } from '../../../kernel/identifier';
import { NotFound } from '../../../kernel/not-found';
import type { Values } from '../../../languages/phrases';
import type { FormError } from '../../../web/forms/form.pipe';
import type { Cohort } from '../../cohort.entity';
import { decoded } from '../reading/decoding';
import { LONGEST_TEXT, MOST_ROWS, type Read, readRoster, typedEmail, typedName } from '../reading/reading';
import { isArchive } from '../reading/workbook';
import { Workbooks } from '../reading/workbooks.service';
import { RosterImport } from './roster-import.entity';
import { RosterRow } from './roster-row.entity';
import { RosterQueries } from '../roster.queries';
import { UNDO_HOURS } from './undo';
import { type Verdict, verdicts } from './verdicts';

/** A row with what is to be done about it; without a verdict once something was done. */
export interface JudgedRow extends RosterRow {
  verdict: Verdict | null;
}

/** The people of a list, or what is wrong with all of it. */
export interface ReadList {
  people: Read[];
  /** The sheet of a workbook that it was read from, where there were several. */
  sheet: string | null;
  error: FormError | null;
}

/** A list that was brought, as it stands now. */
export interface Judged {
  list: RosterImport;
  rows: JudgedRow[];
}

/** What was typed into the rows of a list, by their numbers. */
export interface Corrections {
  name: Record<string, string>;
  email: Record<string, string>;
}

/** Lists of people for a cohort: keeping them, judging their rows as of now, correcting them in place. */
@Injectable()
export class Imports {
  constructor(
    private readonly database: Database,
    private readonly queries: RosterQueries,
    private readonly workbooks: Workbooks,
  ) {}

  /** The people in a file, or else in what was pasted; or what is wrong with all of it. What is too long is not looked at. */
  async read(pasted: string, file: Uint8Array | null): Promise<ReadList> {
    const wrong = (key: string, details: Values = {}) => ({
      people: [],
      sheet: null,
      error: { field: file ? 'file' : 'text', key, details },
    });
    const workbook = file && isArchive(file) ? await this.workbooks.read(file) : null;
    if (workbook?.problem) return wrong(`roster.error.${workbook.problem}`, { max: MOST_ROWS });
    const text = workbook ? workbook.text : file ? decoded(file) : pasted;
    if (text === null) return wrong('roster.error.file-kind', { max: MOST_ROWS });
    if (Buffer.byteLength(text) > LONGEST_TEXT) return wrong('roster.error.too-long', { max: MOST_ROWS });
    const people = readRoster(text);
    if (people.length > MOST_ROWS) return wrong('roster.error.too-many', { people: people.length, max: MOST_ROWS });
    return people.length ? { people, sheet: workbook?.sheet ?? null, error: null } : wrong('roster.error.empty');
  }

  /** Keeps a list that was read; nobody is in or asked by that. Returns its id. */
  async keep(write: Writer, cohortId: string, by: string, { people, sheet }: Omit<ReadList, 'error'>, now: Date): Promise<string> {
    const id = newId();
    await write.insert(RosterImport, { id, cohortId, madeBy: by, createdAt: now, sheet, addedAt: null, undoneAt: null });
    const rows = people.map((person, index) => ({ importId: id, number: index + 1, ...person }));
    await write.insert(
      RosterRow,
      rows.map((row) => ({ ...row, outcome: null, enrolmentId: null, invitationId: null })),
    );
    return id;
  }

  /** A list of this cohort; another cohort's is not there. */
  async find(cohortId: string, id: string): Promise<RosterImport> {
    const list = await this.database.read(RosterImport).findOneBy({ id, cohortId });
    if (!list) throw new NotFound();
    return list;
  }

  rowsOf(importId: string): Promise<RosterRow[]> {
    return this.database.read(RosterRow).find({ where: { importId }, order: { number: 'ASC' } });
  }

  /** Each row with its verdict as of now; `typed` stands in place of what is kept. */
  async judged(cohort: Cohort, id: string, now: Date, typed: Corrections = { name: {}, email: {} }): Promise<Judged> {
    const [list, kept, known] = await Promise.all([this.find(cohort.id, id), this.rowsOf(id), this.queries.known(cohort, now)]);
    const rows = kept.map((row) => (row.outcome ? row : { ...row, ...corrected(row, typed) }));
    const found = verdicts(
      rows.filter(({ outcome }) => !outcome),
      known,
    );
    return { list, rows: rows.map((row) => ({ ...row, verdict: found.get(row.number) ?? null })) };
  }

  /** Takes over what was typed; what is in already stays as it is. */
  async correct(write: Writer, importId: string, typed: Corrections): Promise<void> {
    for (const row of await this.rowsOf(importId)) {
      const changed = corrected(row, typed);
      if (row.outcome || (changed.name === row.name && changed.email === row.email)) continue;
      await write.update(RosterRow, { importId, number: row.number }, changed);
    }
  }

  /** Forgets what was brought before the moment; who is in or asked stays so. Returns how many lists. */
  prune(before: Date): Promise<number> {
    return this.database.write((write) => write.remove(RosterImport, { createdAt: LessThan(before) }));
  }

  /** The lists of a cohort that can still be taken back, or have been within that time; the latest first. */
  recent(cohortId: string, now: Date): Promise<RosterImport[]> {
    const since = new Date(now.getTime() - UNDO_HOURS * 3_600_000);
    return this.database.read(RosterImport).find({ where: { cohortId, addedAt: MoreThan(since) }, order: { id: 'DESC' }, take: 10 });
  }
}

function corrected({ number, name, email }: RosterRow, typed: Corrections): Pick<RosterRow, 'name' | 'email'> {
  return { name: typedName(typed.name[number] ?? name), email: typedEmail(typed.email[number] ?? email) };
}
