import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { NotFound } from '../../kernel/not-found';
import { Person } from '../../people/person.entity';
import { TableText } from '../tables/table-text.entity';
import type { SeatedTable } from '../tables/tables.queries';
import { ReportedWords } from './reported-words.entity';
import { SafetyLetters } from './safety-letters.service';
import { TableReport } from './table-report.entity';

/** A report with the name of whoever wrote it, and the words that it is about, as they were then; null once it is settled. */
export type NamedReport = TableReport & { name: string; quoted: string | null };

/** What people tell the team of a table, and what becomes of it. */
@Injectable()
export class Reports {
  constructor(
    private readonly database: Database,
    private readonly letters: SafetyLetters,
  ) {}

  /** Those that nobody has looked after yet, then the others; of each the newest first. */
  async ofTable(tableId: string): Promise<NamedReport[]> {
    const reports = await this.database.read(TableReport).find({ where: { tableId }, order: { at: 'DESC', id: 'DESC' } });
    if (!reports.length) return [];
    const people = await this.database.read(Person).findBy({ id: In(reports.map(({ personId }) => personId)) });
    const words = await this.database.read(ReportedWords).findBy({ reportId: In(reports.map(({ id }) => id)) });
    const named = reports.map((report) => ({
      ...report,
      name: people.find(({ id }) => id === report.personId)?.name ?? '',
      quoted: words.find(({ reportId }) => reportId === report.id)?.text ?? null,
    }));
    return [...named.filter(({ settledAt }) => !settledAt), ...named.filter(({ settledAt }) => settledAt)];
  }

  /** Those of one person at a table, the newest first. */
  ofPerson(tableId: string, personId: string): Promise<TableReport[]> {
    return this.database.read(TableReport).find({ where: { tableId, personId }, order: { at: 'DESC', id: 'DESC' } });
  }

  /** The team is written to at once; while a report of the same person at the table waits, a further one adds to it without another letter. */
  async tell(write: Writer, table: SeatedTable, { text, words }: Pick<TableReport, 'text' | 'words'>, now: Date): Promise<void> {
    const { id: tableId, personId } = table;
    const waits = await this.database.read(TableReport).existsBy({ tableId, personId, settledAt: IsNull() });
    const id = newId();
    await write.insert(TableReport, { id, tableId, personId, text, words, at: now, settledAt: null, settledBy: null });
    const written = words && (await this.database.read(TableText).findOneBy({ id: words, tableId }));
    if (written) await write.insert(ReportedWords, { reportId: id, personId: written.personId, text: written.text });
    if (!waits) await this.letters.toTeam(write, table, 'report');
  }

  /** Somebody of the team has looked after it. Said twice, it was done by whoever said it first. */
  async settle(write: Writer, tableId: string, id: string, settledBy: string, now: Date): Promise<void> {
    const changed = await write.update(TableReport, { id, tableId, settledAt: IsNull() }, { settledAt: now, settledBy });
    if (!changed && !(await this.database.read(TableReport).existsBy({ id, tableId }))) throw new NotFound();
    if (changed) await write.remove(ReportedWords, { reportId: id });
  }
}
