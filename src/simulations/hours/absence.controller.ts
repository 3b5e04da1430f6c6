import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Conflict } from '../../database/conflict';
import { Outcomes } from '../../database/outcomes.service';
import { type FormError, FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { Subject } from '../../web/requests/request-words';
import { redirectSaying } from '../../web/sessions/flash';
import type { Page } from '../../web/views/page';
import { Tables } from '../tables/tables.service';
import { type Facilitated, TeamTable } from '../together/team-table.guard';
import { AbsenceForm } from './absence.form';
import { Absences } from './absences.service';
import { absenceConflict, hoursPage } from './hours.view';

/** The time of one table, and what becomes of those who are away: for the team of its cohort. */
@Controller('cohorts/:cohort/tables/:table/hours')
export class AbsenceController {
  constructor(
    private readonly absences: Absences,
    private readonly tables: Tables,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(TeamTable)
  async hours(@Subject() own: Facilitated, @Res() response: Response): Promise<void> {
    await this.print(own, response);
  }

  @Post()
  @Allow(TeamTable)
  async choose(
    @Subject() own: Facilitated,
    @Body(new FormPipe(AbsenceForm)) { values, errors, formId }: Submitted<AbsenceForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) return this.print(own, response, errors);
    const address = `/cohorts/${own.cohort.id}/tables/${own.table.id}/hours`;
    try {
      await this.outcomes.run(own.personId, formId, async (write) => {
        await this.absences.choose(write, own.table.id, values.rule, Number(values.version));
        return address;
      });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const theirs = await this.absences.ruleOf(own.table.id);
      return response.status(409).render('errors/conflict', absenceConflict(address, values.rule, theirs, pageOf(response).say));
    }
    await redirectSaying(request, response, address, 'hours.rule.saved');
  }

  private async print(own: Facilitated, response: Response, errors: FormError[] = []): Promise<void> {
    const [log, rule, zones] = await Promise.all([
      this.tables.logOf(own),
      this.absences.ruleOf(own.table.id),
      this.absences.zonesAt(own.table.id),
    ]);
    response
      .status(errors.length ? 422 : 200)
      .render('simulations/hours', hoursPage(own, log.state, rule, zones, pageOf(response), errors));
  }
}

const pageOf = (response: Response): Page => response.locals['page'] as Page;
