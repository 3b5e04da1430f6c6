import { Controller, Get, Query, Render } from '@nestjs/common';
import { Adoptions } from '../../cohorts/adoption/adoptions.service';
import { type OwnCohort, TrainerOfCohort } from '../../cohorts/cohort-team.guard';
import { Invitations } from '../../cohorts/invitation/invitations.service';
import type { Language } from '../../kernel/language';
import { NotFound } from '../../kernel/not-found';
import { Allow } from '../../web/permissions/permission';
import { InLanguage, Now, Subject } from '../../web/requests/request-words';
import { boardPage } from './board.view';
import { BoardLists } from './board-lists.service';
import { choiceOf, partOf } from './choice';

const PEOPLE_PER_PAGE = 200;

@Controller('cohorts/:cohort')
export class BoardController {
  constructor(
    private readonly lists: BoardLists,
    private readonly invitations: Invitations,
    private readonly adoptions: Adoptions,
  ) {}

  @Get()
  @Allow(TrainerOfCohort)
  @Render('oversight/board')
  async board(@Subject() own: OwnCohort, @Query() query: Record<string, unknown>, @InLanguage() language: Language, @Now() now: Date) {
    const choice = choiceOf(query);
    const board = await this.lists.of(own.cohort, choice, language, now);
    const part = partOf(board.lines, query['page'], PEOPLE_PER_PAGE);
    if (!part) throw new NotFound();
    const newer = own.lead && (await this.adoptions.waiting(own.cohort, now));
    return boardPage(own, board, { ...part, choice }, { link: await this.invitations.ofCohort(own.cohort, now), newer }, now);
  }
}
