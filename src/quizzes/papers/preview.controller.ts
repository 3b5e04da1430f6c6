import { Controller, Get, Param, Query, Render } from '@nestjs/common';
import type { Language } from '../../kernel/language';
import { NotFound } from '../../kernel/not-found';
import { Allow } from '../../web/permissions/permission';
import { InLanguage, Subject } from '../../web/requests/request-words';
import { PaperOfChapter, type OwnPaper } from './paper-of-chapter.guard';
import { Papers } from './papers.service';
import { paperPreviewPage } from './preview.view';

/** A quiz as trainees will see it, question by question. Answers come in the address and are kept nowhere. */
@Controller('chapters/:chapter/quizzes/:quiz')
export class PreviewController {
  constructor(private readonly papers: Papers) {}

  @Get('preview/:number')
  @Allow(PaperOfChapter)
  @Render('quizzes/paper-preview')
  async question(
    @Subject() own: OwnPaper,
    @Param('number') number: string,
    @Query() query: Record<string, unknown>,
    @InLanguage() language: Language,
  ) {
    const { made } = await this.papers.open(own.chapter, own.quiz);
    const at = /^[1-9]\d{0,2}$/.test(number) ? Number(number) : 0;
    if (!made.sources[at - 1]) throw new NotFound();
    return paperPreviewPage(own, made, at, query, language);
  }
}
