import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type QuestionUse, QuestionUses } from '../bank/question-uses.service';
import { PaperQuestions } from './paper-questions.service';
import { Papers } from './papers.service';
import { titleOf } from './papers.view';
import { Chapters } from '../../chapters/chapters.service';

/** Tells the bank which quizzes ask a question: always, or when it is drawn. */
@Injectable()
export class PaperUses implements OnModuleInit {
  constructor(
    private readonly uses: QuestionUses,
    private readonly papers: Papers,
    private readonly questions: PaperQuestions,
    private readonly chapters: Chapters,
  ) {}

  onModuleInit(): void {
    this.uses.add((chapterId, ids) => this.of(chapterId, ids));
  }

  private async of(chapterId: string, ids: readonly string[]): Promise<Map<string, QuestionUse[]>> {
    const [chapter, papers, questions] = await Promise.all([
      this.chapters.byId(chapterId),
      this.papers.of(chapterId),
      this.questions.byIds(chapterId, ids),
    ]);
    const uses = questions.map(({ id, tags }) => {
      const asking = papers.filter(
        ({ archivedAt, items, draws }) =>
          !archivedAt && (items.some(({ questionId }) => questionId === id) || draws.some(({ tag }) => tags.includes(tag))),
      );
      return [
        id,
        asking.map((quiz) => ({ name: titleOf(quiz).text, address: `/chapters/${chapter!.slug}/quizzes/${quiz.slug}` })),
      ] as const;
    });
    return new Map(uses.filter(([, found]) => found.length > 0));
  }
}
