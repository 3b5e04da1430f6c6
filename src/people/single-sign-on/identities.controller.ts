import { Body, Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import { NotFound } from '../../kernel/not-found';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { SignedIn } from '../../web/permissions/who.guard';
import { CurrentViewer } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { OwnPassword } from '../password/own-password.service';
import { Identities } from './identities.service';
import { IdentityForm } from './identities.form';
import { identitiesPage } from './identities.view';
import { Provider } from './provider.service';

const ADDRESS = '/account/single-sign-on';

/** The other sites at which a person may sign in to their account, and closing that way. */
@Controller('account/single-sign-on')
export class IdentitiesController {
  constructor(
    private readonly identities: Identities,
    private readonly provider: Provider,
    private readonly password: OwnPassword,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(SignedIn)
  @Render('people/identities')
  async page(@CurrentViewer() viewer: Viewer) {
    return identitiesPage(await this.identities.of(viewer.id), this.provider.label);
  }

  @Post()
  @Allow(SignedIn)
  async change(
    @Body(new FormPipe(IdentityForm)) { values, errors, formId }: Submitted<IdentityForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    const all = await this.identities.of(viewer.id);
    if (!errors.length && !all.some(({ id }) => id === values.identity)) throw new NotFound();
    const right = errors.length > 0 || (await this.password.matches(viewer, values.password, { ip: request.ip, now }));
    const wrong = right ? errors : [{ field: 'password', key: 'account.error.password', details: {} }];
    if (wrong.length)
      return response.status(422).render('people/identities', identitiesPage(all, this.provider.label, values.identity, wrong));
    const unlink = values.do === 'unlink';
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.identities.mark(write, { id: values.identity, personId: viewer.id }, unlink ? now : null);
      return ADDRESS;
    });
    await redirectSaying(request, response, address, unlink ? 'account.identities.unlinked' : 'account.identities.linked');
  }
}
