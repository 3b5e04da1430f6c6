import { Module } from '@nestjs/common';
import { DemoChapters } from './demo-chapters.seeder';
import { DemoLives } from './demo-lives.seeder';
import { DemoPlaces } from './demo-places.seeder';
import { DemoQuizzes } from './demo-quizzes.seeder';
import { DemoScenarios } from './demo-scenarios.seeder';
import { DemoTables } from './demo-tables.seeder';
import { DemoTakings } from './demo-takings.seeder';
import { DemoWorks } from './demo-works.seeder';
import { DemoTrainees } from './demo-trainees.seeder';
import { DemoSeeder } from './demo.seeder';
import { Housekeeping } from './housekeeping.service';
import { LibrarySeeder } from './library.seeder';

@Module({
  providers: [
    LibrarySeeder,
    DemoSeeder,
    DemoPlaces,
    DemoChapters,
    DemoLives,
    DemoTrainees,
    DemoQuizzes,
    DemoWorks,
    DemoTables,
    DemoScenarios,
    DemoTakings,
    Housekeeping,
  ],
})
export class SeedingModule {}
