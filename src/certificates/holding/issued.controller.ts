import { Body, Controller, Get, Post, Query, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { LeadOfChapter, type OwnChapter } from '../../chapters/chapter-team.guard';
import { Outcomes } from '../../database/outcomes.service';
import type { Writer } from '../../database/writer';
import type { Language } from '../../kernel/language';
import { type FormError, FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, InLanguage, Now, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { CertificateOfChapter, type Issued } from './certificate-of-chapter.guard';
import { AnswerForm } from './holding.form';
import { IssuedPages } from './issued-pages.service';
import { issuedPage, requestsPage } from './issued.view';
import { LeadActs } from './lead-acts.service';

/** What a chapter has issued, for those who lead it: requests for other names, and one certificate with its history. */
@Controller('chapters/:chapter/certificates')
export class IssuedController {
  constructor(
    private readonly pages: IssuedPages,
    private readonly acts: LeadActs,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(LeadOfChapter)
  async requests(
    @Subject() { chapter }: OwnChapter,
    @Query('number') typed: unknown,
    @InLanguage() language: Language,
    @Res() response: Response,
  ): Promise<void> {
    const wanted = typeof typed === 'string' ? typed : null;
    const found = wanted === null ? null : await this.pages.numbered(chapter.id, wanted);
    if (found) return response.redirect(303, `/chapters/${chapter.slug}/certificates/${found}`);
    response.status(wanted === null ? 200 : 404);
    response.render('certificates/requests', requestsPage(chapter, await this.pages.waiting(chapter.id), language, wanted));
  }

  @Get(':certificate')
  @Allow(CertificateOfChapter)
  @Render('certificates/issued')
  async certificate(@Subject() issued: Issued, @CurrentViewer() viewer: Viewer, @InLanguage() language: Language, @Now() now: Date) {
    return issuedPage(issued, await this.pages.of(issued.certificate, now), viewer, language, now);
  }

  @Post(':certificate/answer')
  @Allow(CertificateOfChapter)
  async answer(
    @Subject() issued: Issued,
    @Body(new FormPipe(AnswerForm)) { values, errors, formId }: Submitted<AnswerForm>,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    if (errors.length) return this.again(response, issued, viewer, language, now, values.answer, errors);
    const id = await this.run(issued, viewer, formId, (write) => this.acts.answer(write, issued.certificate, values, viewer.id, now));
    await redirectSaying(request, response, id, values.do === 'approve' ? 'holding.flash.approved' : 'holding.flash.refused');
  }

  @Post(':certificate/renewal')
  @Allow(CertificateOfChapter)
  async renew(
    @Subject() issued: Issued,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    const address = await this.run(issued, viewer, formId, (write) => this.acts.renew(write, issued.certificate, viewer.id, now));
    await redirectSaying(request, response, address, 'holding.flash.renewed');
  }

  @Post(':certificate/again')
  @Allow(CertificateOfChapter)
  async issueAgain(
    @Subject() issued: Issued,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    const address = await this.run(issued, viewer, formId, (write) => this.acts.again(write, issued.certificate, viewer.id, now));
    await redirectSaying(request, response, address, 'holding.flash.again');
  }

  /** Does it once, and leads to the certificate whose id the act gives back. */
  private run({ chapter }: Issued, viewer: Viewer, formId: string, act: (write: Writer) => Promise<string>): Promise<string> {
    return this.outcomes.run(viewer.id, formId, async (write) => `/chapters/${chapter.slug}/certificates/${await act(write)}`);
  }

  private async again(
    response: Response,
    issued: Issued,
    viewer: Viewer,
    language: Language,
    now: Date,
    answer: string,
    errors: FormError[],
  ): Promise<void> {
    const kept = await this.pages.of(issued.certificate, now);
    response.status(422).render('certificates/issued', issuedPage(issued, kept, viewer, language, now, answer, errors));
  }
}
