import { setTimeout as later } from 'node:timers/promises';
import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { publishable } from '../../../content/problem';
import { Allow } from '../../../web/permissions/permission';
import { Subject } from '../../../web/requests/request-words';
import type { Page } from '../../../web/views/page';
import { lint } from '../problems/problems';
import { type OwnScenario, ScenarioOfChapter, scenarioAddress } from '../scenario-of-chapter.guard';
import { scenarioTrialRecordPage } from './scenario-trial-record.view';
import { scenarioTrialPage } from './scenario-trial.view';
import { triedRoles } from './trial';
import { type Trial, Trials } from './trials.service';

/** So long a page waits for what scripts find; then it says how far they are, and looks again. */
const PATIENCE_MS = 3_000;

/**
 * Scripts play a draft. The address says which edition of it; nothing is stored, so that it is asked for by a link and not by a form.
 * An edition that is no longer there leads back to the present one.
 */
@Controller('chapters/:chapter/scenarios/:scenario/trial')
export class ScenarioTrialController {
  constructor(private readonly trials: Trials) {}

  @Get()
  @Allow(ScenarioOfChapter)
  async trial(@Subject() own: OwnScenario, @Query('edition') edition: unknown, @Res() response: Response): Promise<void> {
    const asked = edition !== undefined;
    if (asked && edition !== String(own.scenario.version)) return response.redirect(303, `${scenarioAddress(own)}/trial`);
    const trial = asked ? this.begun(own) : null;
    if (trial) await Promise.race([trial.over, later(PATIENCE_MS, null, { ref: false })]);
    if (trial?.state === 'stale') return response.redirect(303, `${scenarioAddress(own)}/trial`);
    response.render('simulations/scenario-trial', scenarioTrialPage(own, trial, asked, pageOf(response)));
  }

  /** One table that they played, to be read. */
  @Get('record')
  @Allow(ScenarioOfChapter)
  async record(
    @Subject() own: OwnScenario,
    @Query('edition') edition: unknown,
    @Query('page') page: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const trial = edition === String(own.scenario.version) ? this.begun(own) : null;
    if (trial && !trial.table) await Promise.race([trial.over, later(PATIENCE_MS, null, { ref: false })]);
    if (!trial?.table) return response.redirect(303, `${scenarioAddress(own)}/trial${trial ? `?edition=${own.scenario.version}` : ''}`);
    response.render('simulations/scenario-trial-record', scenarioTrialRecordPage(own, trial.table, page, pageOf(response)));
  }

  /** What has errors cannot be played, and what nobody can play alone has nothing to try. */
  private begun({ scenario }: OwnScenario): Trial | null {
    if (!publishable(lint(scenario)) || triedRoles(scenario.structure).length === 0) return null;
    return this.trials.of({ id: scenario.id, edition: scenario.version }, scenario.structure);
  }
}

const pageOf = (response: Response): Page => response.locals['page'] as Page;
