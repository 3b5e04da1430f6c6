import { Injectable } from '@nestjs/common';
import { Content } from '../../content/content.service';
import type { Words } from '../../content/translation';
import type { Language } from '../../kernel/language';
import type { FormError } from '../../web/forms/form.pipe';
import { marked } from '../sitting/behaviour';
import type { Paper } from '../sitting/draws';
import type { Fields } from '../questions/given';
import type { Question } from '../questions/question';
import { review } from '../questions/review';
import { rightsAt } from '../sitting/review-rights';
import type { Answer } from './answer.entity';
import { answeringOf } from './answering';
import type { Attempt } from './attempt.entity';
import { Attempts } from './attempts.service';
import { type Explained, explained, withoutAnswer } from './explained';
import { Grading } from './grading.service';
import { LookAgains } from './look-agains.service';
import { questionPage } from './question.view';
import { QuizVersions } from './quiz-versions.service';
import { stalePage } from './stale.view';

interface Asked {
  paper: Paper;
  question: Question;
  number: number;
  language: Language;
  now: Date;
  wrong?: { errors: FormError[]; typed: Fields | null };
}

/** Gathers what the page of a question shows. */
@Injectable()
export class QuestionPages {
  constructor(
    private readonly content: Content,
    private readonly attempts: Attempts,
    private readonly quizzes: QuizVersions,
    private readonly grading: Grading,
    private readonly flags: LookAgains,
  ) {}

  async question(attempt: Attempt, { paper, question, number, language, now, wrong }: Asked) {
    const [words, answers, flags] = await Promise.all([
      this.content.wordsOf(attempt.quizVersionId, language),
      this.attempts.answersOf(attempt.id),
      this.flags.of(attempt.id),
    ]);
    const answer = answers.find((one) => one.question === question.key);
    const told = answer?.tries?.length ? await this.told(attempt, paper, question, answer, words) : null;
    return questionPage(attempt, { paper, question, number, words, answers, flags, now, told, wrong: wrong ?? null });
  }

  async stale(
    { id, quizVersionId }: { id: string; quizVersionId: string },
    given: Omit<Parameters<typeof stalePage>[0], 'words' | 'attemptId' | 'number'> & { number: number; language: Language },
  ) {
    const words = await this.content.wordsOf(quizVersionId, given.language);
    return stalePage({ ...given, words, attemptId: id, number: String(given.number) });
  }

  /** What may be known of the answer that was checked last. While it can be tried again, nobody is told the right one. */
  private async told(attempt: Attempt, paper: Paper, question: Question, answer: Answer, words: Words): Promise<Explained | null> {
    const rights = rightsAt(paper.rules.review, 'during');
    const given = answer.tries!.at(-1)!;
    const [gradeOf, accepted] = await Promise.all([this.grading.gradeOf(attempt), this.quizzes.accepted(attempt.quizVersionId)]);
    const [found] = review({ questions: [question] }, new Map([[question.key, given]]), accepted, words.has);
    if (!found) return null;
    const grade = marked(question, paper.rules.behaviour, { ...answeringOf(answer), given, closed: true }, gradeOf);
    const closed = answer.closedAt !== null;
    const told = { ...rights, general: closed && rights.general, 'right-answer': closed && rights['right-answer'] };
    const said = explained({ ...found, grade }, words, told);
    return closed ? said : withoutAnswer(said);
  }
}
