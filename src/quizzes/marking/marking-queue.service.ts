import { Injectable } from '@nestjs/common';
import { Chapters } from '../../chapters/chapters.service';
import { isAtLeast } from '../../chapters/roles';
import { Content } from '../../content/content.service';
import type { Shown } from '../../content/translation';
import type { Language } from '../../kernel/language';
import { QuizVersions } from '../attempts/quiz-versions.service';
import { textKey } from '../questions/question';
import { MarkingQueries, type WaitingAttempt } from './marking.queries';

/** One text in the list of a team. */
export interface QueuedText extends Omit<WaitingAttempt, 'marks'> {
  question: string;
  quiz: Shown;
  stem: Shown;
}

/** How many texts of a chapter wait for its team. */
export interface WaitingChapter {
  name: string;
  slug: string;
  count: number;
  since: Date;
}

const MARKED_SHOWN = 30;

/** Which texts wait for whom. */
@Injectable()
export class MarkingQueue {
  constructor(
    private readonly queries: MarkingQueries,
    private readonly chapters: Chapters,
    private readonly quizzes: QuizVersions,
    private readonly content: Content,
  ) {}

  /** The texts of a chapter that wait, the oldest first, and those that were marked last. */
  async of(chapterId: string, language: Language): Promise<{ waiting: QueuedText[]; marked: QueuedText[] }> {
    const [waiting, marked] = await Promise.all([this.queries.waiting([chapterId]), this.queries.marked(chapterId, MARKED_SHOWN)]);
    return {
      waiting: await this.texts(waiting, language, (share) => share === null),
      marked: await this.texts(marked, language, (share) => share !== null),
    };
  }

  /** The chapters with texts that wait for somebody who is on their team. A person's own texts wait for others. */
  async waitingFor(personId: string): Promise<WaitingChapter[]> {
    const own = (await this.chapters.rolesOf(personId)).filter(({ roles }) => isAtLeast(roles, 'trainer'));
    const rows = await this.queries.waiting(own.map(({ chapter }) => chapter.id));
    const found = new Map<string, WaitingChapter>();
    for (const { personId: author, chapterId, chapterName: name, chapterSlug: slug, handedInAt, marks } of rows) {
      if (author === personId) continue;
      const texts = Object.values(marks).filter((share) => share === null).length;
      const before = found.get(chapterId);
      found.set(chapterId, { name, slug, count: (before?.count ?? 0) + texts, since: before?.since ?? handedInAt });
    }
    return [...found.values()];
  }

  private async texts(
    rows: readonly WaitingAttempt[],
    language: Language,
    wanted: (share: number | null) => boolean,
  ): Promise<QueuedText[]> {
    const lists = await Promise.all(
      rows.map(async ({ marks, ...row }) => {
        const words = await this.content.wordsOf(row.quizVersionId, language);
        const essays = (await this.quizzes.quiz(row.quizVersionId)).questions.filter(({ type }) => type === 'essay');
        const own = essays.filter(({ key }) => Object.hasOwn(marks, key) && wanted(marks[key] ?? null));
        return own.map((question) => ({
          ...row,
          question: question.key,
          quiz: words.text('title'),
          stem: words.text(textKey(question, 'stem')),
        }));
      }),
    );
    return lists.flat();
  }
}
