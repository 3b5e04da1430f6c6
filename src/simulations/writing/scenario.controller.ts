import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import type { Writer } from '../../database/writer';
import { UnreadableForm } from '../../web/errors/outcomes';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow, EvenClosed } from '../../web/permissions/permission';
import { CurrentViewer, Now, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import type { Page } from '../../web/views/page';
import { Publications } from './publications.service';
import { type OwnScenario, scenarioAddress, ScenarioOfChapter } from './scenario-of-chapter.guard';
import { ScenarioPages } from './scenario-pages.service';
import { scenarioPage } from './scenario.view';
import { ScenarioPressForm } from './writing.form';

type Press = Submitted<ScenarioPressForm>;
type Seen = Pick<OwnScenario['scenario'], 'id' | 'version'>;

/** One role-play as it is written: what it still lacks, publishing it, sharing it, putting it away. */
@Controller('chapters/:chapter/scenarios/:scenario')
export class ScenarioController {
  constructor(
    private readonly pages: ScenarioPages,
    private readonly publications: Publications,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(ScenarioOfChapter)
  async scenario(@Subject() own: OwnScenario, @Now() now: Date, @Res() response: Response): Promise<void> {
    response.render('simulations/scenario', scenarioPage(own, await this.pages.of(own, now), response.locals['page'] as Page));
  }

  @Post('publication')
  @Allow(ScenarioOfChapter)
  async publish(
    @Subject() own: OwnScenario,
    @Body(new FormPipe(ScenarioPressForm)) form: Press,
    @CurrentViewer() { id }: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const work = (write: Writer, at: Seen) => this.publications.publish(write, at, id, request.arrivedAt);
    await this.done(own, form, id, work, 'published', request, response);
  }

  @Post('sharing')
  @Allow(ScenarioOfChapter)
  async share(
    @Subject() own: OwnScenario,
    @Body(new FormPipe(ScenarioPressForm)) form: Press,
    @CurrentViewer() { id }: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const work = (write: Writer, at: Seen) => this.publications.share(write, at, request.arrivedAt, id, request.arrivedAt);
    await this.done(own, form, id, work, 'shared', request, response);
  }

  @Post('taking-back')
  @Allow(ScenarioOfChapter)
  async takeBack(
    @Subject() own: OwnScenario,
    @Body(new FormPipe(ScenarioPressForm)) form: Press,
    @CurrentViewer() { id }: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const work = (write: Writer, at: Seen) => this.publications.share(write, at, null, id, request.arrivedAt);
    await this.done(own, form, id, work, 'taken-back', request, response);
  }

  @Post('archiving')
  @Allow(ScenarioOfChapter)
  @EvenClosed()
  async archive(
    @Subject() own: OwnScenario,
    @Body(new FormPipe(ScenarioPressForm)) form: Press,
    @CurrentViewer() { id }: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const work = (write: Writer, at: Seen) => this.publications.putAway(write, at, request.arrivedAt);
    await this.done(own, form, id, work, 'archived', request, response);
  }

  @Post('return')
  @Allow(ScenarioOfChapter)
  @EvenClosed()
  async bringBack(
    @Subject() own: OwnScenario,
    @Body(new FormPipe(ScenarioPressForm)) form: Press,
    @CurrentViewer() { id }: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const work = (write: Writer, at: Seen) => this.publications.putAway(write, at, null);
    await this.done(own, form, id, work, 'returned', request, response);
  }

  private async done(
    own: OwnScenario,
    { values, formId, errors }: Press,
    viewer: string,
    work: (write: Writer, at: Seen) => Promise<void>,
    said: string,
    request: Request,
    response: Response,
  ): Promise<void> {
    if (errors.length) throw new UnreadableForm('unknown-field', errors[0]!.field);
    const address = await this.outcomes.run(viewer, formId, async (write) => {
      await work(write, { id: own.scenario.id, version: Number(values.version) });
      return said === 'archived' ? `/chapters/${own.chapter.slug}/scenarios` : scenarioAddress(own);
    });
    await redirectSaying(request, response, address, `scenarios.flash.${said}`);
  }
}
