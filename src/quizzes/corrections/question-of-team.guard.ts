import { Injectable } from '@nestjs/common';
import type { Permission } from '../../web/permissions/permission';
import type { Viewer } from '../../web/requests/viewer';
import type { ShapeItem } from '../analysis/pool';
import { QuizOfChapter, type QuizOfTeam } from '../analysis/quiz-of-chapter.guard';
import { Asking } from './asking.service';
import { hasKey } from './new-key';

/** A question of a quiz that people of the chapter take, as its newest version has it. */
export interface QuestionOfTeam extends QuizOfTeam {
  item: ShapeItem;
  versionId: string;
}

/** The question in the address by its hash, as `:question`, of the quiz `:slug`; one that has a key. */
@Injectable()
export class QuestionOfQuiz implements Permission {
  constructor(
    private readonly quizzes: QuizOfChapter,
    private readonly asking: Asking,
  ) {}

  async subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<QuestionOfTeam | null> {
    const hash = parameters['question'] ?? '';
    if (!/^[0-9a-f]{64}$/.test(hash)) return null;
    const own = await this.quizzes.subject(viewer, parameters);
    const found = own && (await this.asking.newest(own.slug, hash));
    return own && found && hasKey(found.item.question) ? { ...own, ...found } : null;
  }
}
