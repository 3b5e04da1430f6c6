import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../../database/outcomes.service';
import { NotFound } from '../../../kernel/not-found';
import { graphemes, isBlank, unshowable } from '../../../kernel/text';
import { type FormError, FormPipe, type Submitted } from '../../../web/forms/form.pipe';
import { PressForm } from '../../../web/forms/press.form';
import { Allow } from '../../../web/permissions/permission';
import { Subject } from '../../../web/requests/request-words';
import { redirectSaying } from '../../../web/sessions/flash';
import { pageOf } from '../page-of';
import { PeerForm } from './circle.form';
import { CirclePages } from './circle-pages.service';
import { needs } from './needs';
import { OwnCircle, type OwnDebrief } from './own-circle.guard';
import { PeerNotes } from './peer-notes.service';
import { LONGEST_PEER_ANSWER, STARTERS } from './peers';

/** What people at a table write to each other: to two seats each, read by those in them. */
@Controller('tables/:table/debrief/peers')
export class PeersController {
  constructor(
    private readonly pages: CirclePages,
    private readonly notes: PeerNotes,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(OwnCircle)
  async peers(@Subject() own: OwnDebrief, @Res() response: Response): Promise<void> {
    needs('application', own);
    response.render('simulations/peers', await this.pages.peers(own, pageOf(response)));
  }

  @Post('notes/:note/report')
  @Allow(OwnCircle)
  async report(
    @Subject() own: OwnDebrief,
    @Param('note') note: string,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { id, personId, role } = own.table;
    const address = await this.outcomes.run(personId, formId, async (write) => {
      await this.notes.report(write, id, note, role, request.arrivedAt);
      return `/tables/${id}/debrief/peers`;
    });
    await redirectSaying(request, response, address, 'debriefing.peers.reported');
  }

  @Post(':seat')
  @Allow(OwnCircle)
  async write(
    @Subject() own: OwnDebrief,
    @Param('seat') role: string,
    @Body(new FormPipe(PeerForm)) form: Submitted<PeerForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    needs('application', own);
    const { id, personId } = own.table;
    const { answers = {}, version } = form.values;
    const strange = Object.keys(answers).some((key) => !STARTERS.some((one) => one === key));
    if (strange || !(await this.pages.seatsFor(own)).includes(role)) throw new NotFound();
    response.locals['written'] = Object.values(answers).filter((text) => !isBlank(text));
    const errors = wrongIn(answers, form.errors);
    if (errors.length)
      return response.status(422).render('simulations/peers', await this.pages.peers(own, pageOf(response), { role, answers, errors }));
    const address = await this.outcomes.run(personId, form.formId, async (write) => {
      await this.notes.write(write, { tableId: id, authorId: personId, role }, answers, Number(version), request.arrivedAt);
      return `/tables/${id}/debrief/peers`;
    });
    await redirectSaying(request, response, address, 'debriefing.peers.kept');
  }
}

/** By the beginnings of their sentences. An empty note says nothing to anybody. */
function wrongIn(answers: Record<string, string>, broken: FormError[]): FormError[] {
  const strange = Object.entries(answers).find(([, text]) => unshowable(text))?.[0] ?? STARTERS[0];
  const long = Object.entries(answers).filter(([, text]) => graphemes(text) > LONGEST_PEER_ANSWER);
  const empty = Object.values(answers).every((text) => isBlank(text));
  return [
    ...broken.map((one) => ({ ...one, field: one.field === 'answers' ? strange : one.field })),
    ...long.map(([field]) => ({ field, key: 'simulations.error.too-long', details: { max: LONGEST_PEER_ANSWER } })),
    ...(empty && !broken.length ? [{ field: STARTERS[0], key: 'debriefing.error.nothing-written', details: {} }] : []),
  ];
}
