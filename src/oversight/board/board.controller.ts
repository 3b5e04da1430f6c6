import { Controller, Get, Query, Render } from '@nestjs/common';
import { type OwnCohort, TrainerOfCohort } from '../../cohorts/cohort-team.guard';
import { Invitations } from '../../cohorts/invitation/invitations.service';
import type { Language } from '../../kernel/language';
import { NotFound } from '../../kernel/not-found';
import { Allow } from '../../web/permissions/permission';
import { InLanguage, Now, Subject } from '../../web/requests/request-words';
import { boardPage } from './board.view';
import { Boards } from './boards.service';
import { pageNumber } from './paging';

const PEOPLE_PER_PAGE = 50;

@Controller('cohorts/:cohort')
export class BoardController {
  constructor(
    private readonly boards: Boards,
    private readonly invitations: Invitations,
  ) {}

  @Get()
  @Allow(TrainerOfCohort)
  @Render('oversight/board')
  async board(@Subject() own: OwnCohort, @Query('page') asked: unknown, @InLanguage() language: Language, @Now() now: Date) {
    const board = await this.boards.of(own.cohort, language);
    const pages = Math.max(1, Math.ceil(board.lines.length / PEOPLE_PER_PAGE));
    const page = pageNumber(asked, pages);
    if (page === null) throw new NotFound();
    const shown = board.lines.slice((page - 1) * PEOPLE_PER_PAGE, page * PEOPLE_PER_PAGE);
    return boardPage(own, board, { shown, page, pages }, await this.invitations.addressOf(own.cohort.id), now);
  }
}
