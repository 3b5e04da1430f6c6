import { Injectable } from '@nestjs/common';
import { Content } from '../../content/content.service';
import { CHAPTER_QUIZ } from '../../content/structures';
import { type Accepted, acceptedAnswers } from '../questions/accepted';
import { type Paper, paperFor } from '../sitting/draws';
import { windowOf } from '../papers/quiz-days';
import { SetQuizQueries } from '../papers/set-quizzes.queries';
import { type Quiz, quiz } from '../questions/question';
import type { Attempt } from './attempt.entity';

/** Quizzes as attempts are pinned to them. */
@Injectable()
export class QuizVersions {
  constructor(
    private readonly content: Content,
    private readonly chapters: SetQuizQueries,
  ) {}

  async quiz(versionId: string): Promise<Quiz> {
    return quiz(await this.content.document(versionId));
  }

  /** The quiz as an attempt asks it: its own questions, in its own order. */
  async paper({ id, quizVersionId }: { id: string; quizVersionId: string }): Promise<Paper> {
    return paperFor(await this.quiz(quizVersionId), id);
  }

  /** When a chapter's own quiz closes for whoever made an attempt at it; null where its days say nothing, and for any other quiz. */
  async closing({ enrolmentId, module, step }: Pick<Attempt, 'enrolmentId' | 'module' | 'step'>): Promise<Date | null> {
    if (module !== CHAPTER_QUIZ) return null;
    const set = await this.chapters.daysOf(enrolmentId, step);
    return set && windowOf(set, set.zone).closesAt;
  }

  /** The answers that count in typed gaps, in every language. */
  async accepted(versionId: string): Promise<Accepted> {
    const document = await this.content.document(versionId);
    return acceptedAnswers(document, await this.content.translationsOf(document));
  }
}
