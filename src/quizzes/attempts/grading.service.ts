import { Injectable } from '@nestjs/common';
import type { GradeOf } from '../behaviour';
import { grade } from '../grading';
import type { ManualMarks } from '../marks';
import { QuizVersions } from './quiz-versions.service';

/** Corrections of a key that came after it was published; a room that keeps some takes this place in the module. */
export abstract class Corrections {
  abstract corrected(quizVersionId: string, usual: GradeOf): Promise<GradeOf>;
}

/** What people gave for answers that no machine marks; a room in which they do takes this place in the module. */
export abstract class GivenMarks {
  abstract of(attemptId: string): Promise<ManualMarks>;
}

@Injectable()
export class NoCorrections extends Corrections {
  corrected(_: string, usual: GradeOf): Promise<GradeOf> {
    return Promise.resolve(usual);
  }
}

@Injectable()
export class NoGivenMarks extends GivenMarks {
  of(): Promise<ManualMarks> {
    return Promise.resolve(new Map());
  }
}

/** By what answers are graded: the key of their version in every language, corrections of it, and marks that people gave. */
@Injectable()
export class Grading {
  constructor(
    private readonly quizzes: QuizVersions,
    private readonly corrections: Corrections,
    private readonly given: GivenMarks,
  ) {}

  async gradeOf(quizVersionId: string): Promise<GradeOf> {
    const accepted = await this.quizzes.accepted(quizVersionId);
    return this.corrections.corrected(quizVersionId, (question, given) => grade(question, given, accepted));
  }

  manual(attemptId: string): Promise<ManualMarks> {
    return this.given.of(attemptId);
  }
}
