import { Injectable } from '@nestjs/common';
import { Content } from '../../content/content.service';
import { settingsOf } from '../../content/quiz-settings';
import { CHAPTER_QUIZ, type QuizStructure } from '../../content/structures';
import { Database } from '../../database/database.service';
import { finalShare } from '../../quizzes/sitting/counting';
import type { Mark } from './eligibility';

interface Try {
  enrolmentId: string;
  module: string;
  step: string;
  quizVersionId: string;
  share: number | null;
  handedInAt: Date;
}

/** Results of quizzes as certificates ask for them. */
@Injectable()
export class FactQueries {
  constructor(
    private readonly database: Database,
    private readonly content: Content,
  ) {}

  /** The results that count, by enrolment: one question, however many people. */
  async marks(enrolmentIds: readonly string[]): Promise<Map<string, Mark[]>> {
    const found = new Map<string, Mark[]>(enrolmentIds.map((id) => [id, []]));
    if (!enrolmentIds.length) return found;
    const tries = await this.database.rows<Try>(
      `SELECT "enrolmentId", "module", "step", "quizVersionId", "share", "handedInAt" FROM "attempts"
        WHERE "enrolmentId" IN (?) AND "handedInAt" IS NOT NULL AND "preview" = ? AND "module" <> ? ORDER BY "enrolmentId", "module", "step", "number"`,
      [enrolmentIds, false, CHAPTER_QUIZ],
    );
    const steps = new Map<string, Try[]>();
    for (const one of tries) {
      const name = `${one.enrolmentId} ${one.module} ${one.step}`;
      steps.set(name, [...(steps.get(name) ?? []), one]);
    }
    for (const own of steps.values()) found.get(own[0]!.enrolmentId)!.push(await this.mark(own));
    return found;
  }

  /** By the rules of the quiz as it was taken last; since the try that made the result what it is. */
  private async mark(tries: readonly Try[]): Promise<Mark> {
    const { module, step, quizVersionId, handedInAt } = tries.at(-1)!;
    const { counting } = settingsOf((await this.content.document(quizVersionId)).structure as QuizStructure);
    const share = finalShare(
      counting,
      tries.map((one) => ({ ...one, abandonedAt: null })),
    );
    const made = counting === 'average' || counting === 'last' ? null : tries.find((one) => one.share === share);
    return { module, step, share, at: made?.handedInAt ?? handedInAt };
  }
}
