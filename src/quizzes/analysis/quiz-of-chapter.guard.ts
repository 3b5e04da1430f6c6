import { Injectable } from '@nestjs/common';
import { type OwnChapter, TrainerOfChapter } from '../../chapters/chapter-team.guard';
import { isKey } from '../../content/package';
import type { Permission } from '../../web/permissions/permission';
import type { Viewer } from '../../web/requests/viewer';
import { AnalysisQueries } from './analysis.queries';

/** A quiz as the team of a chapter sees it whose people take it. */
export interface QuizOfTeam extends OwnChapter {
  slug: string;
}

/** The quiz in the address as `:slug`, for the team of the chapter `:chapter`: one that a cohort of theirs is to take or has taken. */
@Injectable()
export class QuizOfChapter implements Permission {
  constructor(
    private readonly team: TrainerOfChapter,
    private readonly queries: AnalysisQueries,
  ) {}

  async subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<QuizOfTeam | null> {
    const { slug } = parameters;
    if (!slug || !isKey(slug)) return null;
    const own = await this.team.subject(viewer, parameters);
    return own && (await this.queries.isTakenIn(own.chapter.id, slug)) ? { ...own, slug } : null;
  }
}
