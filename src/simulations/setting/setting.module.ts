import { Module } from '@nestjs/common';
import { Casting } from './casting.service';
import { Fillings } from './fillings.service';
import { PlansController } from './plans.controller';
import { Plans } from './plans.service';
import { SeatLetterClock } from './seat-letter-clock.service';
import { SeatLetterQueries } from './seat-letters.queries';
import { SeatLetters } from './seat-letters.service';
import { SeatNews } from './seat-news.service';
import { OwnRolePlays } from './own-role-plays.service';
import { PlayableSteps } from './playable-steps.service';
import { SeatsController } from './seats.controller';
import { SettingPages } from './setting-pages.service';
import { SettingQueries } from './setting.queries';
import { SittingClock } from './sitting-clock.service';
import { SittingOfCohort } from './sitting-of-cohort.guard';
import { SittingsController } from './sittings.controller';
import { Sittings } from './sittings.service';
import { CohortTablesController } from './tables.controller';
import { StepInController } from './step-in.controller';
import { StepInPages } from './step-in-pages.service';
import { Together } from './together.service';
import { WishesController } from './wishes.controller';
import { Wishes } from './wishes.service';
import { WritingModule } from '../writing/writing.module';

/** Tables for a cohort: used, cast and begun; what is at `new` comes before any `:table`. */
@Module({
  imports: [WritingModule],
  controllers: [CohortTablesController, SittingsController, PlansController, SeatsController, StepInController, WishesController],
  providers: [
    Sittings,
    PlayableSteps,
    OwnRolePlays,
    Plans,
    StepInPages,
    Casting,
    Fillings,
    SettingQueries,
    SettingPages,
    SittingClock,
    SittingOfCohort,
    Together,
    Wishes,
    SeatNews,
    SeatLetters,
    SeatLetterQueries,
    SeatLetterClock,
  ],
  exports: [Sittings, Casting, Together, OwnRolePlays],
})
export class SettingModule {}
