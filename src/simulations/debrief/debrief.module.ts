import { Module } from '@nestjs/common';
import { BoardNotesController } from './circle/board-notes.controller';
import { Boards } from './circle/boards.service';
import { CirclePages } from './circle/circle-pages.service';
import { Circles } from './circle/circles.service';
import { CommitmentLetters } from './circle/commitment-letters.service';
import { CommitmentQueries } from './circle/commitments.queries';
import { Commitments } from './circle/commitments.service';
import { DebriefRatings } from './circle/debrief-ratings.service';
import { FacilitationController } from './circle/facilitation.controller';
import { FacilitationPages } from './circle/facilitation-pages.service';
import { LedDebriefs } from './circle/led-debriefs.service';
import { OwnCircle } from './circle/own-circle.guard';
import { PeerNotes } from './circle/peer-notes.service';
import { PeersController } from './circle/peers.controller';
import { RatingController } from './circle/rating.controller';
import { RubricController } from './circle/rubric.controller';
import { Rubrics } from './circle/rubrics.service';
import { SheetsController } from './circle/sheets.controller';
import { Sheets } from './circle/sheets.service';
import { DebriefController } from './debrief.controller';
import { DebriefPages } from './debrief-pages.service';
import { Reflections } from './reflections.service';

/** Looking back: alone in four steps, or with those who sat at the same table. What has a name comes before the step in the address. */
@Module({
  controllers: [
    BoardNotesController,
    PeersController,
    RatingController,
    SheetsController,
    DebriefController,
    FacilitationController,
    RubricController,
  ],
  providers: [
    Reflections,
    DebriefPages,
    Circles,
    OwnCircle,
    CirclePages,
    Boards,
    PeerNotes,
    Rubrics,
    DebriefRatings,
    Sheets,
    FacilitationPages,
    LedDebriefs,
    CommitmentQueries,
    CommitmentLetters,
    Commitments,
  ],
})
export class DebriefModule {}
