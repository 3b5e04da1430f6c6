import { CHAPTER_QUIZ } from '../../content/structures';
import { Injectable } from '@nestjs/common';
import { Content } from '../../content/content.service';
import type { Words } from '../../content/translation';
import type { Language } from '../../kernel/language';
import { QuizVersions } from '../attempts/quiz-versions.service';
import type { Question } from '../questions/question';
import { Asking } from './asking.service';
import type { Effect, Policy } from './corrections';
import type { CorrectionRow } from './corrections.queries';
import { KeyCorrections } from './key-corrections.service';
import { type KeyFields, newKey } from './new-key';
import type { QuestionOfTeam } from './question-of-team.guard';
import { type Proposal, Regrading } from './regrading.service';

/** What a page about a key shows. */
export interface KeyPage {
  words: Words;
  /** with the key as it is by now */
  question: Question;
  /** what was corrected before, and how many corrections the quiz has */
  before: CorrectionRow[];
  known: number;
  /** everybody's, or the chapter's only */
  forAll: boolean;
  proposal: Proposal | null;
  effects: Record<Policy, Effect> | null;
  refused: string | null;
}

/** A key that may be wrong, and what another one would do. */
@Injectable()
export class CorrectionPages {
  constructor(
    private readonly content: Content,
    private readonly quizzes: QuizVersions,
    private readonly asking: Asking,
    private readonly corrections: KeyCorrections,
    private readonly regrading: Regrading,
  ) {}

  async of(own: QuestionOfTeam, fields: KeyFields | null, viewer: { steward: boolean; language: Language }, now: Date): Promise<KeyPage> {
    const { slug, chapter, item, versionId } = own;
    const [words, keys, quiz] = await Promise.all([
      this.content.wordsOf(versionId, viewer.language),
      this.corrections.inChapter(slug, chapter.id),
      this.quizzes.quiz(versionId),
    ]);
    const question = keys.keyNow(item.question, item.hash);
    const forAll = viewer.steward && quiz.module !== CHAPTER_QUIZ;
    const found = fields && newKey(question, fields);
    const proposal =
      found && 'structure' in found
        ? {
            ...found,
            slug,
            questionHash: item.hash,
            versionIds: await this.asking.versions(slug, item.hash),
            chapterId: forAll ? null : chapter.id,
          }
        : null;
    return {
      words,
      question,
      before: keys.rows.filter(({ questionHash }) => questionHash === item.hash),
      known: keys.rows.length,
      forAll,
      proposal,
      effects: proposal && (await this.regrading.effects(proposal, now)),
      refused: found && 'refused' in found ? found.refused : null,
    };
  }
}
