import { Body, Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Conflict } from '../../database/conflict';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { SignedIn } from '../../web/permissions/who.guard';
import { CurrentViewer, InLanguage } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { People } from '../people.service';
import { Identities } from '../single-sign-on/identities.service';
import { AccountForm } from './account.form';
import { accountConflict, accountPage } from './account.view';

/** A person's own account: what they say of themselves, and the way to everything else about it. */
@Controller('account')
export class AccountController {
  constructor(
    private readonly people: People,
    private readonly identities: Identities,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(SignedIn)
  @Render('people/account')
  async page(@CurrentViewer() viewer: Viewer, @InLanguage() language: Language) {
    return accountPage((await this.people.byId(viewer.id))!, language, await this.elsewhere(viewer));
  }

  @Post()
  @Allow(SignedIn)
  async change(
    @Body(new FormPipe(AccountForm)) { values, errors, formId }: Submitted<AccountForm>,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() reading: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const person = (await this.people.byId(viewer.id))!;
    if (errors.length) {
      const elsewhere = await this.elsewhere(viewer);
      return response.status(422).render('people/account', accountPage(person, reading, elsewhere, values, errors));
    }
    const { name, language, zone } = values;
    try {
      const at = { id: viewer.id, version: Number(values.version) };
      const address = await this.outcomes.run(viewer.id, formId, async (write) => {
        await this.people.describe(write, at, { name, language, zone });
        return `/account?language=${language}`; // the page, and this browser from now on, are in the language that was chosen
      });
      await redirectSaying(request, response, address, 'account.saved');
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const theirs = (await this.people.byId(viewer.id))!;
      response.status(409).render('errors/conflict', accountConflict(values, theirs, reading));
    }
  }

  /** Whether another site opens the account, or did. */
  private async elsewhere({ id }: Viewer): Promise<boolean> {
    return (await this.identities.of(id)).length > 0;
  }
}
