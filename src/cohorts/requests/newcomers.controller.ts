import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Arrivals } from '../../chapters/arrivals/arrivals.service';
import { emailKey } from '../../kernel/email-address';
import type { Language } from '../../kernel/language';
import { NotFound } from '../../kernel/not-found';
import { Refusal } from '../../kernel/refusal';
import type { OneTimeLink } from '../../people/one-time-link.entity';
import { OneTimeLinks } from '../../people/one-time-links.service';
import { FormPipe, type FormError, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { Anyone } from '../../web/permissions/who.guard';
import { InLanguage, Now, PerhapsViewer } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { askNewPage } from './ask.view';
import { AskedCohorts, type AskedFor } from './asked-cohorts.service';
import { Newcomers } from './newcomers.service';
import { AskArrivalForm } from './request.form';
import { Requests } from './requests.service';

/** Asking to join as somebody new: what the link of the letter opens. */
@Controller('asking/:token')
export class NewcomersController {
  constructor(
    private readonly newcomers: Newcomers,
    private readonly asked: AskedCohorts,
    private readonly requests: Requests,
    private readonly links: OneTimeLinks,
    private readonly arrivals: Arrivals,
  ) {}

  @Get()
  @Allow(Anyone)
  async look(@Param('token') token: string, @PerhapsViewer() viewer: Viewer | null, @Now() now: Date, @Res() response: Response) {
    const { link, known } = await this.newcomers.look(token, now);
    if (viewer) return response.redirect(303, `/ask/${link.detail!}`);
    response.render('cohorts/ask-new', askNewPage(token, link.email!, known, await this.wanted(link, now)));
  }

  @Post()
  @Allow(Anyone)
  async arrive(
    @Param('token') token: string,
    @Body(new FormPipe(AskArrivalForm)) form: Submitted<AskArrivalForm>,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    const link = await this.links.find('ask', token);
    const found = await this.wanted(link, now);
    const { cohort } = found;
    const { address, errors } = await this.arrivals.admit(
      request,
      { ...form, errors: [...form.errors, ...otherAddress(link.email!, form)] },
      {
        actor: `asking ${link.id}`,
        language,
        zone: cohort.zone,
        mailedTo: link.email,
        work: async (write, id) => {
          await this.links.use(write, link, now);
          await this.requests.ask(write, cohort, id, form.values.message, now);
          return `/ask/${cohort.id}`;
        },
      },
    );
    if (!errors) return response.redirect(303, address);
    const { known } = await this.newcomers.look(token, now);
    response.status(422).render('cohorts/ask-new', askNewPage(token, link.email!, known, found, form.values, errors));
  }

  /** Whoever has the letter knows of the cohort, and is told when nobody may ask any more. */
  private wanted(link: OneTimeLink, now: Date): Promise<AskedFor> {
    return this.asked.find(link.detail!, null, now).catch((error: unknown) => {
      throw error instanceof NotFound ? new Refusal('ways.refusal.closed') : error;
    });
  }
}

/** The account is for the address to which the letter went. */
function otherAddress(mailedTo: string, { values, errors }: Submitted<AskArrivalForm>): FormError[] {
  if (errors.some(({ field }) => field === 'email') || emailKey(values.email) === emailKey(mailedTo)) return [];
  return [{ field: 'email', key: 'roster.error.other-address', details: { email: mailedTo } }];
}
