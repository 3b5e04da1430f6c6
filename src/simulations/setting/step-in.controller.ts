import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import { NotFound } from '../../kernel/not-found';
import { type FormError, FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { Subject } from '../../web/requests/request-words';
import { redirectSaying } from '../../web/sessions/flash';
import type { Page } from '../../web/views/page';
import { type OpenTable, OwnTable } from '../tables/own-table.guard';
import { Casting } from './casting.service';
import { StepInForm } from './setting.form';
import { StepInPages } from './step-in-pages.service';

/** Taking a seat that is empty, for whoever looks on and stands ready. */
@Controller('tables/:table/seat')
export class StepInController {
  constructor(
    private readonly pages: StepInPages,
    private readonly casting: Casting,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(OwnTable)
  async empty(@Subject() open: OpenTable, @Res() response: Response): Promise<void> {
    await this.print(open, response);
  }

  @Post()
  @Allow(OwnTable)
  async take(
    @Subject() open: OpenTable,
    @Body(new FormPipe(StepInForm)) { values, errors, formId }: Submitted<StepInForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { table } = open;
    if (errors.length) return this.print(open, response, errors);
    const address = await this.outcomes.run(table.personId, formId, async (write) => {
      await this.casting.stepIn(write, table, values.seat, request.arrivedAt);
      return `/tables/${table.id}/brief`;
    });
    await redirectSaying(request, response, address, 'sittings.flash.stepped-in');
  }

  private async print(open: OpenTable, response: Response, errors: FormError[] = []): Promise<void> {
    const page = await this.pages.of(open, response.locals['page'] as Page, errors);
    if (!page) throw new NotFound(); // who plays alone has nobody to step in for
    response.status(errors.length ? 422 : 200).render('simulations/step-in', page);
  }
}
