import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import { NotFound } from '../../kernel/not-found';
import { UnreadableForm } from '../../web/errors/outcomes';
import { type FormError, FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { Subject } from '../../web/requests/request-words';
import { redirectSaying } from '../../web/sessions/flash';
import type { Page } from '../../web/views/page';
import { type Facilitated, TeamTable } from '../together/team-table.guard';
import { Casting, type Spot } from './casting.service';
import type { Filler } from './fillers';
import { Fillings } from './fillings.service';
import { FillingForm, isFiller, SeatingForm } from './setting.form';
import { SettingPages } from './setting-pages.service';
import { Sittings } from './sittings.service';

/** Who sits where at one table, changed by hand. */
@Controller('cohorts/:cohort/tables/:table/seats')
export class SeatsController {
  constructor(
    private readonly pages: SettingPages,
    private readonly sittings: Sittings,
    private readonly casting: Casting,
    private readonly fillings: Fillings,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(TeamTable)
  async seats(@Subject() own: Facilitated, @Res() response: Response): Promise<void> {
    await this.print(own, response);
  }

  @Post()
  @Allow(TeamTable)
  async seat(
    @Subject() own: Facilitated,
    @Body(new FormPipe(SeatingForm)) { values, errors, formId }: Submitted<SeatingForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) return this.print(own, response, errors);
    const sitting = await this.sittings.ofTable(own.cohort.id, own.table.id);
    const address = await this.outcomes.run(own.personId, formId, async (write) => {
      await this.casting.seat(write, sitting!, values.person, spotFor(own.table.id, values.seat), request.arrivedAt);
      return addressOf(own);
    });
    await redirectSaying(request, response, address, 'sittings.flash.moved');
  }

  @Post('fillings')
  @Allow(TeamTable)
  async fill(
    @Subject() own: Facilitated,
    @Body(new FormPipe(FillingForm)) { values, formId }: Submitted<FillingForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const wanted = Object.entries(values.seats ?? {});
    if (!wanted.every(([, filler]) => isFiller(filler))) throw new UnreadableForm('shape', 'seats');
    const address = await this.outcomes.run(own.personId, formId, async (write) => {
      await this.fillings.play(write, own.table.id, Object.fromEntries(wanted) as Record<string, Filler>, request.arrivedAt);
      return addressOf(own);
    });
    await redirectSaying(request, response, address, 'sittings.flash.filled');
  }

  private async print(own: Facilitated, response: Response, errors: FormError[] = []): Promise<void> {
    const page = await this.pages.seats(own, response.locals['page'] as Page, errors);
    if (!page) throw new NotFound();
    response.status(errors.length ? 422 : 200).render('simulations/seats', page);
  }
}

const addressOf = ({ cohort, table }: Facilitated): string => `/cohorts/${cohort.id}/tables/${table.id}/seats`;

function spotFor(tableId: string, seat: string): Spot | null {
  if (seat === 'away') return null;
  const looks = seat === 'look-on' || seat === 'stand-by';
  return { tableId, role: looks ? '' : seat, standsBy: seat === 'stand-by' };
}
