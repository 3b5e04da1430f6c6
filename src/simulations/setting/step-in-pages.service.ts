import { Injectable } from '@nestjs/common';
import { Content } from '../../content/content.service';
import type { FormError } from '../../web/forms/form.pipe';
import type { Page } from '../../web/views/page';
import type { OpenTable } from '../tables/own-table.guard';
import { Fillings } from './fillings.service';
import { SettingQueries } from './setting.queries';
import { Sittings } from './sittings.service';
import { stepInPage } from './step-in.view';

/** What somebody who looks on sees of the seats that are empty at their table. */
@Injectable()
export class StepInPages {
  constructor(
    private readonly sittings: Sittings,
    private readonly fillings: Fillings,
    private readonly queries: SettingQueries,
    private readonly content: Content,
  ) {}

  /** Null where no such thing is possible: at a table for one, and for whoever has no place of their own there. */
  async of({ table }: OpenTable, { language }: Page, errors: FormError[]) {
    const sitting = table.cohortId && table.placeId ? await this.sittings.ofTable(table.cohortId, table.id) : null;
    if (!sitting) return null;
    const [logs, places, wording] = await Promise.all([
      this.fillings.logsOf({ tables: [table.id] }),
      this.queries.places([table.id]),
      this.content.wordsOf(table.scenarioVersionId, language),
    ]);
    return stepInPage(table, logs[0]!, places, wording, errors);
  }
}
