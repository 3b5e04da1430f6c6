import { Injectable } from '@nestjs/common';
import { In, MoreThanOrEqual } from 'typeorm';
import { Chapters } from '../../chapters/chapters.service';
import { isAtLeast } from '../../chapters/roles';
import { Cohort } from '../../cohorts/cohort.entity';
import { dayAfter } from '../../cohorts/schedule';
import type { Shown } from '../../content/translation';
import { Database } from '../../database/database.service';
import type { Language } from '../../kernel/language';
import { type Draft, Drafts } from './drafts.service';
import { type InNeed, Needs } from './needs.service';

/** Somebody who needs the team, with the letter that could be sent. */
export interface TodayLine extends InNeed {
  /** What the quiz is called that the reason is about, in the reader's language. */
  quiz: Shown | null;
  /** Null while nobody writes to them. */
  draft: Draft | null;
}

/** Who needs one today, in all chapters that one helps to run. */
@Injectable()
export class TodayLines {
  constructor(
    private readonly chapters: Chapters,
    private readonly database: Database,
    private readonly needs: Needs,
    private readonly drafts: Drafts,
  ) {}

  /** Those who can be written to come first. */
  async of(personId: string, now: Date): Promise<InNeed[]> {
    const own = (await this.chapters.rolesOf(personId)).filter(({ roles }) => isAtLeast(roles, 'trainer'));
    return this.inChapters(
      own.map(({ chapter }) => chapter.id),
      now,
    );
  }

  async inChapters(chapterIds: string[], now: Date): Promise<InNeed[]> {
    const yesterday = dayAfter(now.toISOString().slice(0, 10), -1); // somewhere it still is
    const cohorts = await this.database.read(Cohort).find({ where: { chapterId: In(chapterIds), endsOn: MoreThanOrEqual(yesterday) } });
    const found = await this.needs.in(cohorts, now);
    return [...found.filter(({ quietUntil }) => !quietUntil), ...found.filter(({ quietUntil }) => quietUntil)];
  }

  /** The lines of one page, with their letters. */
  withLetters(found: readonly InNeed[], sender: string, language: Language): Promise<TodayLine[]> {
    return Promise.all(
      found.map(async (one) => {
        const { cohort, need, person } = one;
        const quiz = need.step && (await this.drafts.titleOf(cohort, need.step, language));
        return { ...one, quiz, draft: one.quietUntil ? null : await this.drafts.write(person, { cohort, need, sender }) };
      }),
    );
  }
}
