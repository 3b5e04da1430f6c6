import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import { Refusal } from '../../kernel/refusal';
import { type FormError, FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, Now, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import type { Certificate } from '../certificate.entity';
import { asPrinted } from '../issuing/names.service';
import { OwnCertificate } from '../own-certificate.guard';
import { standingOf } from '../standing-of';
import type { Why } from './correction';
import { correctionPage } from './correction.view';
import { Corrections } from './corrections.service';
import { CorrectionForm } from './holding.form';

/** “Something is wrong with my name.” */
@Controller('certificates/:certificate/name')
export class RenamingController {
  constructor(
    private readonly corrections: Corrections,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(OwnCertificate)
  async form(@Subject() certificate: Certificate, @Now() now: Date, @Res() response: Response): Promise<void> {
    if (standingOf(certificate, now) !== 'valid') throw new Refusal('holding.refusal.not-current');
    if (await this.corrections.waiting(certificate.id)) throw new Refusal('holding.refusal.waiting');
    const { name, latinName } = certificate;
    await this.show(response, certificate, { name, latinName: latinName ?? '', why: 'unsaid' }, now);
  }

  @Post()
  @Allow(OwnCertificate)
  async ask(
    @Subject() certificate: Certificate,
    @Body(new FormPipe(CorrectionForm)) { values, errors, formId }: Submitted<CorrectionForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    const { name, latinName } = asPrinted(values);
    const same = name === certificate.name && latinName === certificate.latinName;
    const wrong = !errors.length && same ? [{ field: 'name', key: 'holding.error.same', details: {} }] : errors;
    if (wrong.length) return this.show(response.status(422), certificate, values, now, wrong);
    const asked = { name, latinName, why: values.why as Why };
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      return `/certificates/${await this.corrections.ask(write, certificate.id, viewer.id, asked, now)}`;
    });
    const done = address !== `/certificates/${certificate.id}`;
    await redirectSaying(request, response, address, done ? 'holding.flash.corrected' : 'holding.flash.asked');
  }

  @Post('taking-back')
  @Allow(OwnCertificate)
  async takeBack(
    @Subject() { id }: Certificate,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.corrections.takeBack(write, id, request.arrivedAt);
      return `/certificates/${id}`;
    });
    await redirectSaying(request, response, address, 'holding.flash.taken-back');
  }

  private async show(response: Response, certificate: Certificate, typed: CorrectionForm, now: Date, errors: FormError[] = []) {
    const ownUntil = await this.corrections.ownUntil(certificate, now);
    response.render('certificates/correction', correctionPage(certificate, typed, ownUntil, errors));
  }
}
