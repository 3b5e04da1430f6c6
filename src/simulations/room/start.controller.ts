import { Body, Controller, Get, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Openings } from '../../cohorts/timetable/openings.service';
import { Content } from '../../content/content.service';
import type { ScenarioStructure } from '../../content/scenario';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { Refusal } from '../../kernel/refusal';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { InLanguage, Now, Subject } from '../../web/requests/request-words';
import { Together } from '../setting/together.service';
import { OwnSimulationStep, type SimulationPlace } from '../tables/simulation-step.guard';
import { Tables } from '../tables/tables.service';
import { SeatForm } from './acts.form';
import { startPage } from './start.view';

/** A simulation as a step of a module: what awaits somebody, which seat they take, how their tables ended. */
@Controller('simulations/:enrolment/:module/:step')
export class StartController {
  constructor(
    private readonly tables: Tables,
    private readonly content: Content,
    private readonly openings: Openings,
    private readonly outcomes: Outcomes,
    private readonly together: Together,
  ) {}

  @Get()
  @Allow(OwnSimulationStep)
  @Render('simulations/start')
  start(@Subject() place: SimulationPlace, @InLanguage() language: Language, @Now() now: Date) {
    return this.page(place, language, now, null);
  }

  @Post('tables')
  @Allow(OwnSimulationStep)
  async open(
    @Subject() place: SimulationPlace,
    @Body(new FormPipe(SeatForm)) form: Submitted<SeatForm>,
    @InLanguage() language: Language,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    await this.openings.assertOpen(place, language, now);
    if (await this.openings.lessonFirst(place)) throw new Refusal('simulations.refusal.locked');
    if (form.errors.length) return response.status(422).render('simulations/start', await this.page(place, language, now, form));
    const address = await this.outcomes.run(
      place.study.personId,
      form.formId,
      async (write) => `/tables/${await this.tables.open(write, place, form.values.role, form.formId, now)}`,
    );
    response.redirect(303, address);
  }

  private async page(place: SimulationPlace, language: Language, now: Date, wrong: Submitted<SeatForm> | null) {
    const [document, wording, tables, locked, closed] = await Promise.all([
      this.content.document(place.scenarioVersionId),
      this.content.wordsOf(place.scenarioVersionId, language),
      this.tables.ofStep(place),
      this.openings.lessonFirst(place),
      this.openings.closed(place, language, now),
    ]);
    const together = await this.together.of(place, document.structure as ScenarioStructure, wording, tables);
    return startPage(place, document, wording, tables, { locked, closed, wrong, together });
  }
}
