import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type OwnCohort, TrainerOfCohort } from '../../cohorts/cohort-team.guard';
import { Outcomes } from '../../database/outcomes.service';
import { typedNumber } from '../../kernel/digits';
import { NotFound } from '../../kernel/not-found';
import { UnreadableForm } from '../../web/errors/outcomes';
import { type FormError, FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, Now, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import type { Page } from '../../web/views/page';
import { Casting } from './casting.service';
import { SittingForm } from './setting.form';
import { SettingPages } from './setting-pages.service';
import { Sittings } from './sittings.service';
import { startTyped } from './starting';

/** The tables of a cohort's people, and a scenario that is used. */
@Controller('cohorts/:cohort/tables')
export class CohortTablesController {
  constructor(
    private readonly pages: SettingPages,
    private readonly sittings: Sittings,
    private readonly casting: Casting,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(TrainerOfCohort)
  async list(@Subject() own: OwnCohort, @Now() now: Date, @Res() response: Response): Promise<void> {
    response.render('simulations/tables', await this.pages.list(own, pageOf(response), now));
  }

  @Get('new')
  @Allow(TrainerOfCohort)
  async form(@Subject() own: OwnCohort, @Query('scenario') asked: unknown, @Res() response: Response): Promise<void> {
    const page = await this.pages.form(own, pageOf(response), typeof asked === 'string' ? asked : '', {});
    if (!page.step) throw new NotFound();
    response.render('simulations/new-tables', page);
  }

  @Post()
  @Allow(TrainerOfCohort)
  async set(
    @Subject() own: OwnCohort,
    @Body(new FormPipe(SittingForm)) form: Submitted<SittingForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { values, formId } = form;
    const now = request.arrivedAt;
    if (form.errors.some(({ field }) => field === 'scenario')) throw new UnreadableForm('shape', 'scenario');
    const { at: startsAt, wrong } = startTyped(own.cohort.zone, values.starts, now);
    const late = wrong ? [{ field: 'starts', key: wrong, details: {} }] : [];
    const errors = [...form.errors.filter(({ field }) => field !== 'starts'), ...late].sort(asOnPage);
    if (errors.length) {
      const page = await this.pages.form(own, pageOf(response), values.scenario, values, errors);
      if (!page.step) throw new NotFound();
      return response.status(422).render('simulations/new-tables', page);
    }
    const [module = '', step = ''] = values.scenario.split('/');
    const { name, mode, casting, vacant } = values;
    const wanted = { module, step, name, mode, vacant, startsAt, notOwn: values.notOwn === 'yes', count: typedNumber(values.tables)! };
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      const sitting = await this.sittings.setUp(write, own.cohort, wanted, viewer.id, now);
      if (casting === 'chance') await this.casting.cast(write, sitting, 'chance', sitting.id, now);
      return `/cohorts/${own.cohort.id}/tables`;
    });
    await redirectSaying(request, response, address, `sittings.flash.${casting}`);
  }
}

const pageOf = (response: Response): Page => response.locals['page'] as Page;

/** The fields as they stand on the page, from top to bottom. */
const ON_PAGE = ['tables', 'casting', 'notOwn', 'vacant', 'mode', 'name', 'starts'];
const asOnPage = (a: FormError, b: FormError) => ON_PAGE.indexOf(a.field) - ON_PAGE.indexOf(b.field);
