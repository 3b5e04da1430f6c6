import { Injectable } from '@nestjs/common';
import type { Accepted } from '../questions/accepted';
import type { GradeOf } from '../sitting/behaviour';
import type { ManualMarks } from '../sitting/marks';
import type { Question } from '../questions/question';
import type { Attempt } from './attempt.entity';
import { QuizVersions } from './quiz-versions.service';

/** What of an attempt decides by which key it is graded: its version, when it began, and whose chapter it belongs to. */
export type Graded = Pick<Attempt, 'quizVersionId' | 'startedAt' | 'enrolmentId'>;

/** Corrections of a key that came after it was published. */
export abstract class Corrections {
  abstract corrected(attempt: Graded, accepted: Accepted): Promise<GradeOf>;
  /** The questions with their keys as they are known by now, for telling somebody what is right. */
  abstract keysNow(attempt: Graded, questions: readonly Question[]): Promise<Question[]>;
}

/** What people gave for answers that no machine marks. */
export abstract class GivenMarks {
  abstract of(attemptId: string): Promise<ManualMarks>;
  /** What they said about them, by question. */
  abstract comments(attemptId: string): Promise<ReadonlyMap<string, string>>;
}

/** By what answers are graded: the key of their version in every language, corrections of it, and marks that people gave. */
@Injectable()
export class Grading {
  constructor(
    private readonly quizzes: QuizVersions,
    private readonly corrections: Corrections,
    private readonly given: GivenMarks,
  ) {}

  async gradeOf(attempt: Graded): Promise<GradeOf> {
    return this.corrections.corrected(attempt, await this.quizzes.accepted(attempt.quizVersionId));
  }

  keysNow(attempt: Graded, questions: readonly Question[]): Promise<Question[]> {
    return this.corrections.keysNow(attempt, questions);
  }

  comments(attemptId: string): Promise<ReadonlyMap<string, string>> {
    return this.given.comments(attemptId);
  }

  manual(attemptId: string): Promise<ManualMarks> {
    return this.given.of(attemptId);
  }
}
