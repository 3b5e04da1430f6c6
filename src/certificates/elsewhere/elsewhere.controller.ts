import { Body, Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import { NotFound } from '../../kernel/not-found';
import { UnreadableForm } from '../../web/errors/outcomes';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { SignedIn } from '../../web/permissions/who.guard';
import { CurrentViewer, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { credentialIn, dropped } from '../checking/dropped';
import { KeepForm, ShowingForm } from './elsewhere.form';
import { elsewherePage } from './elsewhere.view';
import { Kept } from './kept.service';
import { type KeptPlace, OwnKept } from './own-kept.guard';

/** Certificates from other sites, kept beside one's own. */
@Controller('kept')
export class ElsewhereController {
  constructor(
    private readonly kept: Kept,
    private readonly own: OwnKept,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(SignedIn)
  @Render('certificates/elsewhere')
  async list(@CurrentViewer() viewer: Viewer) {
    return elsewherePage(await this.kept.of(viewer.id));
  }

  @Post()
  @Allow(SignedIn)
  async keep(
    @Body(new FormPipe(KeepForm)) { values, errors, formId }: Submitted<KeepForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { text } = values;
    const wrong = async (field: string, key: string) => {
      const page = elsewherePage(await this.kept.of(viewer.id), text, [{ field, key, details: {} }]);
      response.status(422).render('certificates/elsewhere', page);
    };
    if (errors.length) return wrong('text', errors[0]!.key);
    if (!request.upload && !text) return wrong('file', request.uploadName ? 'checking.file.empty' : 'checking.file.missing');
    const field = request.upload ? 'file' : 'text';
    const brought = request.upload ? dropped(request.upload) : credentialIn(text);
    const ours = await this.kept.ours(brought, viewer.id, request.arrivedAt);
    if (ours?.id) return redirectSaying(request, response, `/certificates/${ours.id}`, 'elsewhere.flash.ours');
    if (ours) return wrong(field, 'elsewhere.error.ours');
    const looked = await this.kept.look(brought);
    if ('problem' in looked) return wrong(field, `checking.file.${looked.problem}`);
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.kept.keep(write, viewer.id, looked, request.arrivedAt);
      return '/kept';
    });
    await redirectSaying(request, response, address, 'elsewhere.flash.kept');
  }

  /** As it was brought, to be taken along. */
  @Get(':kept/text')
  @Allow(OwnKept)
  async text(@Subject() place: KeptPlace, @Res() response: Response): Promise<void> {
    const kept = await this.own.one(place);
    if (!kept) throw new NotFound();
    response.attachment(kept.text.startsWith('{') ? 'certificate.json' : 'certificate.txt').type('text/plain; charset=utf-8');
    response.setHeader('x-content-type-options', 'nosniff');
    response.send(kept.text);
  }

  @Post(':kept/showing')
  @Allow(OwnKept)
  async show(
    @Subject() place: KeptPlace,
    @Body(new FormPipe(ShowingForm)) { values, errors, formId }: Submitted<ShowingForm>,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) throw new UnreadableForm('shape', errors[0]!.field);
    const { id, personId } = place;
    const address = await this.outcomes.run(personId, formId, async (write) => {
      if (!(await this.own.one(place))) throw new NotFound();
      await this.kept.show(write, id, personId, values.shown === 'yes');
      return '/kept';
    });
    response.redirect(303, address);
  }

  @Post(':kept/removal')
  @Allow(OwnKept)
  async remove(
    @Subject() place: KeptPlace,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @Res() response: Response,
  ): Promise<void> {
    const { id, personId } = place;
    const address = await this.outcomes.run(personId, formId, async (write) => {
      if (!(await this.own.one(place))) throw new NotFound();
      await this.kept.remove(write, id, personId);
      return '/kept';
    });
    response.redirect(303, address);
  }
}
