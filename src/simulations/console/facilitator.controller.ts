import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { typedNumber } from '../../kernel/digits';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { Now, Subject } from '../../web/requests/request-words';
import type { Page } from '../../web/views/page';
import { nameOf } from '../live/hearing';
import { Fragments } from '../live/fragments.service';
import { partsNamed } from '../live/parts';
import { written } from '../room/acting.service';
import { type Facilitated, TeamTable } from '../together/team-table.guard';
import { FacilitatorPages } from './facilitator-pages.service';
import { EndingForm, ExtensionForm, ModeForm, MoveForm, TurnForm } from './facilitator.form';
import { facilitatorFragmentsPage } from './facilitator.view';
import { Directing } from './directing.service';

/** One table before its facilitator: how it stands, and its clock: moving on, more time, a pause, another pace, the end. */
@Controller('cohorts/:cohort/tables/:table')
export class FacilitatorController {
  constructor(
    private readonly pages: FacilitatorPages,
    private readonly directing: Directing,
    private readonly sent: Fragments,
  ) {}

  @Get()
  @Allow(TeamTable)
  async console(
    @Subject() own: Facilitated,
    @Query() query: Record<string, unknown>,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    response.render('simulations/facilitator', await this.pages.console(own, pageOf(response), asked(query), now));
  }

  /** Parts of it as they are now, `now,floor`, printed by the same templates as the page. */
  @Get('fragments/:parts')
  @Allow(TeamTable)
  async fragments(
    @Subject() own: Facilitated,
    @Param('parts') names: string,
    @Query() query: Record<string, unknown>,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    const parts = partsNamed(names);
    const wanted = { parts, whose: `${own.table.id} ${nameOf('facilitator')}`, known: query['known'] };
    await this.sent.render('simulations/facilitator-fragments', response, wanted, async () =>
      facilitatorFragmentsPage(await this.pages.console(own, pageOf(response), asked(query), now), parts),
    );
  }

  @Get('log')
  @Allow(TeamTable)
  async log(
    @Subject() own: Facilitated,
    @Query('page') page: unknown,
    @Query('only') only: unknown,
    @Res() response: Response,
  ): Promise<void> {
    response.render('simulations/log', await this.pages.log(own, pageOf(response), { page, only }));
  }

  /** Into another phase, from the one that was on the page. */
  @Post('phase')
  @Allow(TeamTable)
  async move(@Subject() own: Facilitated, @Body(new FormPipe(MoveForm)) form: Submitted<MoveForm>, @Req() request: Request): Promise<void> {
    const { to, phase } = form.values;
    const command = { do: 'enter-phase', phase: to, expectPhase: Number(phase) } as const;
    await this.directing.command(own, { form: 'move', formId: form.formId, errors: form.errors, back: '#now' }, command, null, request);
  }

  @Post('extension')
  @Allow(TeamTable)
  async extend(
    @Subject() own: Facilitated,
    @Body(new FormPipe(ExtensionForm)) form: Submitted<ExtensionForm>,
    @Req() request: Request,
  ): Promise<void> {
    const { amount, unit, text, phase } = form.values;
    const why = written(text);
    const minutes = (typedNumber(amount) ?? 0) * (unit === 'hours' ? 60 : 1);
    const command = { do: 'extend-phase', minutes, words: why?.words ?? null, expectPhase: Number(phase) } as const;
    const posted = { form: 'extend', formId: form.formId, errors: form.errors, typed: { amount, unit, text }, back: '#now' } as const;
    await this.directing.command(own, posted, command, why?.text ?? null, request);
  }

  @Post('pause')
  @Allow(TeamTable)
  async pause(
    @Subject() own: Facilitated,
    @Body(new FormPipe(PressForm)) form: Submitted<PressForm>,
    @Req() request: Request,
  ): Promise<void> {
    await this.directing.command(own, { form: 'pause', formId: form.formId, back: '#now' }, { do: 'pause' }, null, request);
  }

  @Post('resumption')
  @Allow(TeamTable)
  async resume(
    @Subject() own: Facilitated,
    @Body(new FormPipe(PressForm)) form: Submitted<PressForm>,
    @Req() request: Request,
  ): Promise<void> {
    await this.directing.command(own, { form: 'resume', formId: form.formId, back: '#now' }, { do: 'resume' }, null, request);
  }

  /** From meeting to letters, or back. */
  @Post('mode')
  @Allow(TeamTable)
  async change(
    @Subject() own: Facilitated,
    @Body(new FormPipe(ModeForm)) form: Submitted<ModeForm>,
    @Req() request: Request,
  ): Promise<void> {
    const { mode, phase } = form.values;
    const posted = { form: 'mode', formId: form.formId, errors: form.errors, back: '#now', phase: Number(phase) } as const;
    await this.directing.command(own, posted, { do: 'switch-mode', mode }, null, request);
  }

  /** Where the chair does not: the floor goes to somebody who waits for it. */
  @Post('floor')
  @Allow(TeamTable)
  async giveFloor(
    @Subject() own: Facilitated,
    @Body(new FormPipe(TurnForm)) form: Submitted<TurnForm>,
    @Req() request: Request,
  ): Promise<void> {
    const posted = { form: 'floor', formId: form.formId, errors: form.errors, back: '#people' } as const;
    await this.directing.command(own, posted, { do: 'give-floor', role: form.values.role }, null, request);
  }

  @Post('floor/ending')
  @Allow(TeamTable)
  async endTurn(
    @Subject() own: Facilitated,
    @Body(new FormPipe(TurnForm)) form: Submitted<TurnForm>,
    @Req() request: Request,
  ): Promise<void> {
    const { role } = form.values;
    const posted = { form: 'floor', formId: form.formId, errors: form.errors, back: '#people', speaker: role } as const;
    await this.directing.command(own, posted, { do: 'end-turn' }, null, request);
  }

  /** The talk ends without agreement, which is a result too. */
  @Post('end')
  @Allow(TeamTable)
  async end(
    @Subject() own: Facilitated,
    @Body(new FormPipe(EndingForm)) form: Submitted<EndingForm>,
    @Req() request: Request,
  ): Promise<void> {
    const { text, phase } = form.values;
    const last = written(text);
    const command = { do: 'close-without-outcome', words: last?.words ?? null } as const;
    const posted = { form: 'end', formId: form.formId, errors: form.errors, typed: { text }, back: '#now', phase: Number(phase) } as const;
    await this.directing.command(own, posted, command, last?.text ?? null, request);
  }
}

/** Without scripts the page looks again by itself only when somebody wants it to: it is full of forms. */
const asked = ({ clause, follow }: Record<string, unknown>) => ({
  clause: typeof clause === 'string' ? clause : null,
  follows: follow === 'on',
});

const pageOf = (response: Response): Page => response.locals['page'] as Page;
