import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import { NotFound } from '../../kernel/not-found';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { Subject } from '../../web/requests/request-words';
import { redirectSaying } from '../../web/sessions/flash';
import { type OpenTable, OwnTable } from '../tables/own-table.guard';
import { Tables } from '../tables/tables.service';

/** What somebody wrote at a table is theirs: they can take it out of the record for good. */
@Controller('tables/:table/words')
export class WordsController {
  constructor(
    private readonly tables: Tables,
    private readonly outcomes: Outcomes,
  ) {}

  @Post(':words/erasure')
  @Allow(OwnTable)
  async erase(
    @Subject() open: OpenTable,
    @Param('words') ref: string,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { state } = await this.tables.logOf(open);
    if (!state.texts.some((text) => text.ref === ref && text.author === open.table.role)) throw new NotFound();
    const address = await this.outcomes.run(open.table.personId, formId, async (write) => {
      if (!state.redacted.includes(ref) && !(await this.tables.writtenBy(open)).has(ref)) throw new NotFound(); // a seat can be shared
      await this.tables.act(write, open, { id: formId, command: { do: 'redact', ref }, text: null }, request.arrivedAt);
      return `/tables/${open.table.id}/record`;
    });
    await redirectSaying(request, response, address, 'simulations.record.erased');
  }
}
