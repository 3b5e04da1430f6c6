import { join } from 'node:path';
import { type DynamicModule, Module } from '@nestjs/common';
import { AssignmentsModule } from './assignments/assignments.module';
import { CertificatesModule } from './certificates/certificates.module';
import { CredentialsModule } from './certificates/credentials/credentials.module';
import { ChaptersModule } from './chapters/chapters.module';
import { CohortsModule } from './cohorts/cohorts.module';
import { RequestsModule } from './cohorts/requests/requests.module';
import { RosterModule } from './cohorts/roster/roster.module';
import { ConfigurationModule } from './configuration/configuration.module';
import type { Settings } from './configuration/environment';
import { ContentModule } from './content/content.module';
import { DatabaseModule } from './database/database.module';
import { ENTITIES } from './entities';
import { HomeModule } from './home/home.module';
import { LanguagesModule } from './languages/languages.module';
import { LessonsModule } from './lessons/lessons.module';
import { ModulesModule } from './modules/modules.module';
import { OversightModule } from './oversight/oversight.module';
import { PeopleModule } from './people/people.module';
import { ProgressModule } from './progress/progress.module';
import { AnalysisModule } from './quizzes/analysis/analysis.module';
import { BankFilesModule } from './quizzes/bank-files/bank-files.module';
import { BankModule } from './quizzes/bank/bank.module';
import { CorrectionsModule } from './quizzes/corrections/corrections.module';
import { MarkingModule } from './quizzes/marking/marking.module';
import { PapersModule } from './quizzes/papers/papers.module';
import { AttemptsModule } from './quizzes/attempts/attempts.module';
import { RememberingModule } from './quizzes/remembering/remembering.module';
import { SimulationsModule } from './simulations/simulations.module';
import { SeedingModule } from './seeding/seeding.module';
import { WebModule } from './web/web.module';

/** The features, from the ground to the top. */
@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigurationModule.with(settings),
        LanguagesModule,
        DatabaseModule.on({ url: settings.databaseUrl, file: join(settings.dataDir, 'chapterhouse.sqlite'), entities: ENTITIES }),
        WebModule,
        PeopleModule,
        ChaptersModule,
        ProgressModule,
        ContentModule,
        ModulesModule,
        CohortsModule,
        RequestsModule,
        RosterModule,
        LessonsModule,
        AttemptsModule,
        BankFilesModule,
        BankModule,
        PapersModule,
        CorrectionsModule,
        MarkingModule,
        AnalysisModule,
        RememberingModule,
        SimulationsModule,
        AssignmentsModule,
        CredentialsModule,
        CertificatesModule,
        HomeModule,
        OversightModule,
        SeedingModule,
      ],
    };
  }
}
