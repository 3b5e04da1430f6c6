import { Injectable } from '@nestjs/common';
import { Content } from '../../content/content.service';
import type { Words } from '../../content/translation';
import type { Language } from '../../kernel/language';
import { QuizVersions } from '../attempts/quiz-versions.service';
import { settingsOf } from '../../content/quiz-settings';
import { alsoAccepted, correctedQuestion } from '../corrections/corrections';
import { KeyCorrections } from '../corrections/key-corrections.service';
import type { Accepted } from '../questions/accepted';
import type { Question } from '../questions/question';
import { questionHash } from '../questions/question-hash';
import { Memory } from './memory.service';
import { dayStart, todays } from './recall';
import { type CardRow, RecallQueries } from './recall.queries';

/** A question as it is asked again: with the key as it is corrected by now. */
export interface CardQuestion {
  card: CardRow;
  question: Question;
  accepted: Accepted;
  words: Words;
}

/** What somebody is asked today. */
export interface Today {
  cards: CardRow[];
  /** how many questions are kept in all */
  kept: number;
}

/** Asking again what was missed: a few questions a day, the most forgotten first. */
@Injectable()
export class Remembering {
  constructor(
    private readonly queries: RecallQueries,
    private readonly memory: Memory,
    private readonly quizzes: QuizVersions,
    private readonly content: Content,
    private readonly corrections: KeyCorrections,
  ) {}

  async today(personId: string, now: Date): Promise<Today> {
    const all = await this.queries.of(personId);
    const answered = all.filter(({ reps, lastAt, given }) => reps > 0 && given !== null && lastAt >= dayStart(now)).length;
    const open: CardRow[] = [];
    for (const card of all) if (await this.mayBeTold(card, now)) open.push(card);
    const ranked = open.map((card) => ({ ...card, retrievability: this.memory.retrievability(card, now) }));
    return { cards: todays(ranked, answered, now), kept: all.length };
  }

  async question(card: CardRow, language: Language): Promise<CardQuestion> {
    const { quizVersionId, quizSlug, chapterId } = card;
    const [quiz, document, accepted, words, { rows }] = await Promise.all([
      this.quizzes.quiz(quizVersionId),
      this.content.document(quizVersionId),
      this.quizzes.accepted(quizVersionId),
      this.content.wordsOf(quizVersionId, language),
      this.corrections.inChapter(quizSlug, chapterId),
    ]);
    const question = quiz.questions.find(({ key }) => key === card.question)!;
    const hash = questionHash(question, document.texts);
    const own = rows.filter((row) => row.questionHash === hash);
    return {
      card,
      question: correctedQuestion(question, own),
      accepted: own.reduce((all, { texts }) => alsoAccepted(all, question.key, texts), accepted),
      words,
    };
  }

  /** Whoever answers is told what is right at once; so only what the quiz shows of itself by now is asked. */
  private async mayBeTold({ quizVersionId, endsOn }: CardRow, now: Date): Promise<boolean> {
    const { review } = settingsOf(await this.quizzes.quiz(quizVersionId));
    const closed = endsOn < new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10); // over everywhere on Earth
    return review[closed ? 'closed' : 'open'].includes('right-answer');
  }
}
