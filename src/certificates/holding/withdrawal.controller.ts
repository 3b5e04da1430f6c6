import { Body, Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { Refusal } from '../../kernel/refusal';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, InLanguage, Now, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { standingOf } from '../standing-of';
import { CertificateOfChapter, type Issued } from './certificate-of-chapter.guard';
import { WithdrawalForm } from './holding.form';
import { withdrawalPage } from './issued.view';
import { type TeamReason, Withdrawals } from './withdrawals.service';

/** Taking a certificate back: a page of its own, because it cannot be undone. */
@Controller('chapters/:chapter/certificates/:certificate/withdrawal')
export class WithdrawalController {
  constructor(
    private readonly withdrawals: Withdrawals,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(CertificateOfChapter)
  @Render('certificates/withdrawal')
  form(@Subject() issued: Issued, @InLanguage() language: Language, @Now() now: Date) {
    const standing = standingOf(issued.certificate, now);
    if (standing === 'withdrawn' || standing === 'replaced') throw new Refusal('holding.refusal.not-current');
    return withdrawalPage(issued, new WithdrawalForm(), language);
  }

  @Post()
  @Allow(CertificateOfChapter)
  async withdraw(
    @Subject() issued: Issued,
    @Body(new FormPipe(WithdrawalForm)) { values, errors, formId }: Submitted<WithdrawalForm>,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) return response.status(422).render('certificates/withdrawal', withdrawalPage(issued, values, language, errors));
    const { id } = issued.certificate;
    const ground = { reason: values.reason as TeamReason, note: values.note };
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.withdrawals.withdraw(write, id, ground, viewer.id, request.arrivedAt);
      return `/chapters/${issued.chapter.slug}/certificates/${id}`;
    });
    await redirectSaying(request, response, address, 'holding.flash.withdrawn');
  }
}
