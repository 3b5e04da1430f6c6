import { Injectable } from '@nestjs/common';
import { Chapters } from '../../../chapters/chapters.service';
import { isAtLeast } from '../../../chapters/roles';
import type { Viewer } from '../../../web/requests/viewer';
import type { Bank } from '../bank.guard';
import { BankQuestions } from '../bank-questions.service';
import { QuestionUses } from '../question-uses.service';

/** What stands beside a question that is looked at. */
@Injectable()
export class LookPages {
  constructor(
    private readonly questions: BankQuestions,
    private readonly uses: QuestionUses,
    private readonly chapters: Chapters,
  ) {}

  async of({ chapter }: Bank, id: string, viewer: Viewer) {
    const question = await this.questions.byId(chapter?.id ?? null, id);
    const uses = chapter ? ((await this.uses.of(chapter.id, [id])).get(id) ?? []) : [];
    const held = chapter ? [] : await this.chapters.rolesOf(viewer.id);
    const chapters = held.filter(({ roles }) => isAtLeast(roles, 'trainer')).map((one) => one.chapter);
    return { question, uses, chapters };
  }
}
