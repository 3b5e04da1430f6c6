import { Injectable } from '@nestjs/common';
import { Content } from '../../content/content.service';
import { type Accepted, acceptedAnswers } from '../accepted';
import { type Paper, paperFor } from '../draws';
import { type Quiz, quiz } from '../question';

/** Quizzes as attempts are pinned to them. */
@Injectable()
export class QuizVersions {
  constructor(private readonly content: Content) {}

  async quiz(versionId: string): Promise<Quiz> {
    return quiz(await this.content.document(versionId));
  }

  /** The quiz as an attempt asks it: its own questions, in its own order. */
  async paper({ id, quizVersionId }: { id: string; quizVersionId: string }): Promise<Paper> {
    return paperFor(await this.quiz(quizVersionId), id);
  }

  /** The answers that count in typed gaps, in every language. */
  async accepted(versionId: string): Promise<Accepted> {
    const document = await this.content.document(versionId);
    return acceptedAnswers(document, await this.content.translationsOf(document));
  }
}
