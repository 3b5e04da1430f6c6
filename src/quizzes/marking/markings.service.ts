import { Injectable } from '@nestjs/common';
import { Content } from '../../content/content.service';
import type { Words } from '../../content/translation';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import type { Language } from '../../kernel/language';
import { Answer } from '../attempts/answer.entity';
import { Attempt } from '../attempts/attempt.entity';
import { Endings } from '../attempts/endings.service';
import { EssayMark } from './essay-mark.entity';
import { EssayMarks } from './essay-marks.service';
import type { EssayOfTeam } from './essay-of-chapter.guard';
import { MarkedLetters } from './marked-letters.service';

/** A text, what it is looked at for, and the mark it has. */
export interface TextToMark {
  words: Words;
  text: string;
  mark: EssayMark | null;
}

/** Marking texts: the mark, the attempt's result, and a letter when nothing else waits. */
@Injectable()
export class Markings {
  constructor(
    private readonly database: Database,
    private readonly content: Content,
    private readonly marks: EssayMarks,
    private readonly endings: Endings,
    private readonly letters: MarkedLetters,
  ) {}

  async of({ attempt, question }: EssayOfTeam, language: Language): Promise<TextToMark> {
    const key = { attemptId: attempt.attemptId, question: question.key };
    const [words, answer, mark] = await Promise.all([
      this.content.wordsOf(attempt.quizVersionId, language),
      this.database.read(Answer).findOneBy(key),
      this.marks.one(key.attemptId, key.question),
    ]);
    return { words, text: answer?.given.type === 'essay' ? answer.given.text : '', mark };
  }

  /** Gives the mark and works out the attempt anew; what is passed by that is completed. */
  async give(
    write: Writer,
    { attempt, question }: EssayOfTeam,
    version: number,
    mark: Pick<EssayMark, 'points' | 'share' | 'comment' | 'markerId' | 'at'>,
  ): Promise<void> {
    const id = attempt.attemptId;
    await write.lock(Attempt, id);
    const before = await this.database.read(Attempt).findOneByOrFail({ id });
    const { points, share, comment, markerId, at } = mark;
    await this.marks.give(write, { attemptId: id, question: question.key, version }, { points, share, comment, markerId, at });
    await this.endings.settle(write, id, at);
    const after = await this.database.read(Attempt).findOneByOrFail({ id });
    if (before.passed && !after.passed) await write.update(Attempt, { id }, { passed: true }); // a pass is never taken back
    if (after.share !== null && after.share !== before.share) await this.letters.put(write, after);
  }
}
