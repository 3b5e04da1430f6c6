import { Injectable } from '@nestjs/common';
import type { OwnCohort } from '../../cohorts/cohort-team.guard';
import { Content } from '../../content/content.service';
import type { Words } from '../../content/translation';
import type { Language } from '../../kernel/language';
import type { FormError } from '../../web/forms/form.pipe';
import type { Page } from '../../web/views/page';
import type { TableLog } from '../tables/logs.service';
import type { SimulationTable } from '../tables/simulation-table.entity';
import { begunOf } from './begun';
import { Fillings } from './fillings.service';
import { newTablesPage } from './new-tables.view';
import type { Planned } from './plans.view';
import { seatsPage } from './seats.view';
import type { SittingForm } from './setting.form';
import { type Castable, type NamedPlace, SettingQueries } from './setting.queries';
import type { Sitting } from './sitting.entity';
import { Sittings } from './sittings.service';
import { tablesPage } from './tables.view';

/** A sitting with everything that its team sees of it. */
export interface KnownSitting {
  sitting: Sitting;
  /** its tables began together; otherwise some may wait although one runs */
  pressed: boolean;
  wording: Words;
  logs: TableLog[];
  people: Castable[];
  places: NamedPlace[];
}

/** What a cohort's team sees of the tables of its people. */
@Injectable()
export class SettingPages {
  constructor(
    private readonly sittings: Sittings,
    private readonly fillings: Fillings,
    private readonly queries: SettingQueries,
    private readonly content: Content,
  ) {}

  async list(own: OwnCohort, { language }: Page, now: Date) {
    const [sittings, steps] = await Promise.all([this.sittings.ofCohort(own.cohort.id), this.stepsOf(own, language)]);
    const known = await Promise.all(sittings.map((sitting) => this.known(sitting, language)));
    return tablesPage(own, known, steps, now);
  }

  async form(own: OwnCohort, { language }: Page, asked: string, typed: Partial<SittingForm>, errors: FormError[] = []) {
    const steps = await this.stepsOf(own, language);
    const step = steps.find(({ module, step: key }) => `${module}/${key}` === asked) ?? null;
    const people = step ? await this.queries.people(own.cohort.id, step.module, step.step) : [];
    return newTablesPage(own, step, people, typed, errors);
  }

  async seats(own: OwnCohort & { table: SimulationTable }, page: Page, errors: FormError[] = []) {
    const sitting = await this.sittings.ofTable(own.cohort.id, own.table.id);
    return sitting && seatsPage(own, await this.known(sitting, page.language), page, errors);
  }

  /** As it stands now: begun as soon as one of its tables has. */
  async planned(sitting: Sitting): Promise<Planned> {
    const newest = (await this.sittings.one(sitting.cohortId, sitting.id)) ?? sitting;
    const [logs, places] = await Promise.all([this.fillings.logsOf(newest), this.queries.places(newest.tables)]);
    const begunAt = begunOf(
      newest,
      logs.map(({ state }) => state),
    );
    return { sitting: { ...newest, begunAt }, people: places.length };
  }

  private async known(sitting: Sitting, language: Language): Promise<KnownSitting> {
    const [wording, logs, people, places] = await Promise.all([
      this.content.wordsOf(sitting.scenarioVersionId, language),
      this.fillings.logsOf(sitting),
      this.queries.people(sitting.cohortId, sitting.module, sitting.step),
      this.queries.places(sitting.tables),
    ]);
    const begunAt = begunOf(
      sitting,
      logs.map(({ state }) => state),
    );
    return { sitting: { ...sitting, begunAt }, pressed: sitting.begunAt !== null, wording, logs, people, places };
  }

  private async stepsOf({ cohort }: OwnCohort, language: Language) {
    const steps = await this.sittings.steps(cohort);
    return Promise.all(steps.map(async (step) => ({ ...step, wording: await this.content.wordsOf(step.scenarioVersionId, language) })));
  }
}
