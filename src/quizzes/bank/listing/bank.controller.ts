import { Body, Controller, Get, Post, Query, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Conflict } from '../../../database/conflict';
import { Outcomes } from '../../../database/outcomes.service';
import { isId } from '../../../kernel/identifier';
import { isBlank } from '../../../kernel/text';
import { type FormError, FormPipe, type Submitted } from '../../../web/forms/form.pipe';
import { Allow } from '../../../web/permissions/permission';
import { CurrentViewer, Subject } from '../../../web/requests/request-words';
import type { Viewer } from '../../../web/requests/viewer';
import { redirectSaying } from '../../../web/sessions/flash';
import { type Bank, BankReader, BankWriter } from '../bank.guard';
import { BankChanges, type Bulk } from '../bank-changes.service';
import { BulkForm } from '../bank.form';
import { addressOf, authorIn } from '../place';
import { asQuery, searchOf } from '../search';
import { bankAlikePage } from './alike.view';
import { BankLists } from './bank-lists.service';
import { bankListPage } from './list.view';

const MOST_PICKED = 100;

/** The questions of a bank: found, sorted, several changed at once. */
@Controller(['chapters/:chapter/questions', 'questions'])
export class BankController {
  constructor(
    private readonly lists: BankLists,
    private readonly changes: BankChanges,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(BankReader)
  @Render('quizzes/bank-list')
  async list(@Subject() bank: Bank, @Query() query: Record<string, unknown>) {
    return bankListPage(bank, await this.lists.of(bank, searchOf(query)));
  }

  @Get('alike')
  @Allow(BankReader)
  @Render('quizzes/bank-alike')
  async alike(@Subject() bank: Bank) {
    const { pairs, questions } = await this.lists.alike(bank);
    return bankAlikePage(bank, pairs, questions);
  }

  @Post('changes')
  @Allow(BankWriter)
  async change(
    @Subject() bank: Bank,
    @Body(new FormPipe(BulkForm)) { values, errors: broken, formId }: Submitted<BulkForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const search = searchOf(Object.fromEntries(new URLSearchParams(values.search)));
    const page = async (status: number, errors: FormError[]) =>
      response.status(status).render('quizzes/bank-list', bankListPage(bank, await this.lists.of(bank, search), values.picked, errors));
    const seen = seenIn(values.picked);
    const errors = broken.length ? broken : corrections(values, seen.length);
    if (errors.length) return page(422, errors);
    const address = `${addressOf(bank)}${values.from === 'alike' ? '/alike' : asQuery(search)}`;
    try {
      await this.outcomes.run(viewer.id, formId, async (write) => {
        await this.changes.all(write, authorIn(bank, viewer.id), seen, bulkOf(values), request.arrivedAt);
        return address;
      });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return page(409, [{ field: 'picked', key: 'bank.error.meanwhile', details: {} }]);
    }
    await redirectSaying(request, response, address, `bank.flash.${values.do}`);
  }
}

/** What was picked, each with the version that was seen; what is not of that form is left out. */
function seenIn(picked: readonly string[]): { id: string; version: number }[] {
  const found = [...new Set(picked)].slice(0, MOST_PICKED).map((one) => one.split('.'));
  return found
    .filter(([id, version]) => isId(id) && /^\d{1,9}$/.test(version ?? ''))
    .map(([id, version]) => ({ id: id!, version: Number(version) }));
}

function corrections({ do: act, tag }: BulkForm, count: number): FormError[] {
  if (!count) return [{ field: 'picked', key: 'bank.error.nothing-picked', details: {} }];
  const lacks = (act === 'add-tag' || act === 'remove-tag') && isBlank(tag);
  return lacks ? [{ field: 'tag', key: 'bank.error.no-tag', details: {} }] : [];
}

function bulkOf({ do: act, tag, category }: BulkForm): Bulk {
  if (act === 'add-tag' || act === 'remove-tag') return { do: act, tag };
  return act === 'move' ? { do: act, category } : { do: act };
}
