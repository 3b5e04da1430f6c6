import { Injectable } from '@nestjs/common';
import type { Chapter } from '../../chapters/chapter.entity';
import { Cohorts } from '../../cohorts/cohorts.service';
import { stateOf } from '../../cohorts/states/state';
import { Database } from '../../database/database.service';
import { newId } from '../../kernel/identifier';
import { Needs } from '../today/needs.service';
import { Digest } from './digest.entity';
import { type DigestLine, DigestLetters } from './digest-letters.service';
import { DigestQueries, type LeadRow } from './digest.queries';
import { weekDue } from './week';

/** The weekly letters: one for each lead and chapter whose cohorts are running, however many processes are at it. */
@Injectable()
export class Digests {
  constructor(
    private readonly database: Database,
    private readonly queries: DigestQueries,
    private readonly cohorts: Cohorts,
    private readonly needs: Needs,
    private readonly letters: DigestLetters,
  ) {}

  /** Puts what is due into the outbox; returns how many letters. */
  async send(chapters: readonly Chapter[], now: Date): Promise<number> {
    let sent = 0;
    for (const chapter of chapters) {
      const week = weekDue(chapter.zone, now);
      const leads = week ? await this.queries.leads(chapter.id, week) : [];
      const lines = leads.length ? await this.linesOf(chapter.id, now) : [];
      if (!week || !lines.length) continue;
      for (const lead of leads) if (await this.sendTo(lead, chapter, week, lines, now)) sent++;
    }
    return sent;
  }

  /** The row first: of two processes only one can add it, and the letter goes with it or not at all. */
  private sendTo(lead: LeadRow, chapter: Chapter, week: string, lines: DigestLine[], now: Date): Promise<boolean> {
    return this.database.write(async (write) => {
      const row = { id: newId(), personId: lead.id, chapterId: chapter.id, week, sentAt: now };
      if (!(await write.insertOnce(Digest, row))) return false;
      await this.letters.put(write, lead, chapter, lines);
      return true;
    });
  }

  private async linesOf(chapterId: string, now: Date): Promise<DigestLine[]> {
    const running = (await this.cohorts.ofChapter(chapterId)).filter((cohort) => stateOf(cohort, now) === 'running');
    if (!running.length) return [];
    const [figures, inNeed] = await Promise.all([this.queries.figures(running.map(({ id }) => id)), this.needs.in(running, now)]);
    return running.flatMap(({ id, name }) => {
      const own = figures.find(({ cohortId }) => cohortId === id);
      return own ? [{ ...own, name, needing: inNeed.filter(({ cohort }) => cohort.id === id).length }] : [];
    });
  }
}
