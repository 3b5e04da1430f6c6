import { Injectable } from '@nestjs/common';
import { type OwnChapter, TrainerOfChapter } from '../../chapters/chapter-team.guard';
import { isId } from '../../kernel/identifier';
import type { Permission } from '../../web/permissions/permission';
import type { Viewer } from '../../web/requests/viewer';
import { QuizVersions } from '../attempts/quiz-versions.service';
import type { QuestionOf } from '../questions/question';
import { MarkingQueries, type WaitingAttempt } from './marking.queries';

/** A longer text of somebody in the chapter, and the question that it answers. */
export interface EssayOfTeam extends OwnChapter {
  attempt: WaitingAttempt;
  question: QuestionOf<'essay'>;
}

/** The text in the address as `:attempt` and `:question`, for the team of the chapter: one that was handed in and written. */
@Injectable()
export class EssayOfChapter implements Permission {
  constructor(
    private readonly team: TrainerOfChapter,
    private readonly queries: MarkingQueries,
    private readonly quizzes: QuizVersions,
  ) {}

  async subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<EssayOfTeam | null> {
    const { attempt: id, question: key } = parameters;
    if (!isId(id) || !key) return null;
    const own = await this.team.subject(viewer, parameters);
    const attempt = own && (await this.queries.one(id, own.chapter.id));
    if (!own || !attempt || !Object.hasOwn(attempt.marks, key)) return null;
    const question = (await this.quizzes.quiz(attempt.quizVersionId)).questions.find((one) => one.key === key);
    return question?.type === 'essay' ? { ...own, attempt, question } : null;
  }
}
