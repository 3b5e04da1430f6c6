import { Injectable } from '@nestjs/common';
import { type OwnChapter, TrainerOfChapter } from '../../chapters/chapter-team.guard';
import { Refusal } from '../../kernel/refusal';
import type { Permission } from '../../web/permissions/permission';
import type { Viewer } from '../../web/requests/viewer';
import type { ChapterQuiz } from './chapter-quiz.entity';
import { Papers } from './papers.service';

/** A quiz of a chapter as one of its team sees it. */
export interface OwnPaper extends OwnChapter {
  quiz: ChapterQuiz;
}

/** The quiz in the address as `:chapter/…/:quiz`, for the trainers and leads of the chapter and for stewards. */
@Injectable()
export class PaperOfChapter implements Permission {
  constructor(
    private readonly team: TrainerOfChapter,
    private readonly papers: Papers,
  ) {}

  async subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<OwnPaper | null> {
    const slug = parameters['quiz'] ?? '';
    const own = /^c-[0-9a-f]{12}$/.test(slug) ? await this.team.subject(viewer, parameters) : null;
    const quiz = own && (await this.papers.bySlug(own.chapter.id, slug));
    return quiz && { ...own, quiz };
  }

  /** What was put away is read, and not changed. */
  closed({ quiz }: OwnPaper): void {
    if (quiz.archivedAt) throw new Refusal('papers.refusal.archived');
  }
}
