import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { DebriefStep } from '../../content/scenario';
import { CHAPTER_SCENARIO } from '../../content/structures';
import type { FormError } from '../../web/forms/form.pipe';
import type { Page } from '../../web/views/page';
import { RoomPages } from '../room/room-pages.service';
import type { OpenTable } from '../tables/own-table.guard';
import { Tables } from '../tables/tables.service';
import { analysisPage } from './analysis.view';
import { applicationPage } from './application.view';
import { Circles } from './circle/circles.service';
import { Rubrics } from './circle/rubrics.service';
import { rubricShown } from './circle/seat-rubric.view';
import { descriptionPage } from './description.view';
import { gatheringPage } from './gathering.view';
import type { LookBack } from './look-back.view';
import { questionKeys } from './questions';
import { reactionsPage } from './reactions.view';
import { Reflections } from './reflections.service';
import { rolePage } from './role.view';

/** What was typed and could not be taken. */
export interface WrongReflection {
  errors: FormError[];
  answers: Record<string, string>;
}

const PRINTED: Record<DebriefStep, (response: Response, back: LookBack) => void> = {
  reactions: (response, back) => response.render('simulations/reactions', reactionsPage(back)),
  description: (response, back) => response.render('simulations/description', descriptionPage(back)),
  analysis: (response, back) => response.render('simulations/analysis', analysisPage(back)),
  application: (response, back) => response.render('simulations/application', applicationPage(back)),
};

/** A finished table as its person looks back at it, ready for the pages of the debrief. */
@Injectable()
export class DebriefPages {
  constructor(
    private readonly rooms: RoomPages,
    private readonly tables: Tables,
    private readonly reflections: Reflections,
    private readonly circles: Circles,
    private readonly rubrics: Rubrics,
  ) {}

  async print(response: Response, open: OpenTable, step: DebriefStep, wrong: WrongReflection | null): Promise<void> {
    PRINTED[step](response, await this.lookBack(open, response.locals['page'] as Page, step, wrong));
  }

  async role(open: OpenTable, page: Page, role: string) {
    return rolePage(await this.lookBack(open, page, 'analysis', null), role);
  }

  /** While its team has opened nothing yet. */
  async gathering(open: OpenTable, page: Page) {
    return gatheringPage(await this.rooms.scene(open, page));
  }

  async questionsOf(open: OpenTable, step: DebriefStep): Promise<string[]> {
    return questionKeys((await this.tables.logOf(open)).scenario, step);
  }

  /** How many of the steps are open. */
  opened({ table }: OpenTable): Promise<number> {
    return this.circles.opened(table);
  }

  async lookBack(open: OpenTable, page: Page, step: DebriefStep, wrong: WrongReflection | null): Promise<LookBack> {
    const { table } = open;
    const [scene, played, reflection, opened] = await Promise.all([
      this.rooms.scene(open, page),
      this.tables.logOf(open),
      this.reflections.of(table),
      this.opened(open),
    ]);
    const rubric = table.cohortId && step === 'application' ? (await this.rubrics.of(table.placeId)).map(rubricShown) : [];
    const circle = table.cohortId ? { rubric } : null;
    return {
      scene,
      played,
      reflection,
      step,
      role: table.role,
      finished: table.debriefedAt !== null,
      counts: table.module !== CHAPTER_SCENARIO,
      wrong,
      opened,
      circle,
    };
  }
}
