import { Module } from '@nestjs/common';
import { BoardController } from './board/board.controller';
import { Boards } from './board/boards.service';
import { RosterQueries } from './board/roster.queries';
import { ChapterController } from './chapter/chapter.controller';

@Module({ controllers: [BoardController, ChapterController], providers: [Boards, RosterQueries] })
export class OversightModule {}
