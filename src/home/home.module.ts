import { Module } from '@nestjs/common';
import { PublicChaptersController } from './chapters/public-chapters.controller';
import { BesideLearning } from './beside-learning.service';
import { HomeController } from './home.controller';
import { Departure } from './privacy/departure.service';
import { ErasureQueries } from './privacy/erasure.queries';
import { Erasure } from './privacy/erasure.service';
import { OwnDataController } from './privacy/own-data.controller';
import { OwnDataQueries } from './privacy/own-data.queries';
import { PrivacyController } from './privacy/privacy.controller';
import { RecordController } from './record/record.controller';
import { RecordQueries } from './record/record.queries';
import { Records } from './record/records.service';
import { MyLearning } from './my-learning.service';
import { Navigation } from './navigation.service';
import { Start } from './start.service';

@Module({
  controllers: [PrivacyController, OwnDataController, HomeController, RecordController, PublicChaptersController],
  providers: [Departure, Erasure, ErasureQueries, OwnDataQueries, Navigation, MyLearning, BesideLearning, Records, RecordQueries, Start],
  exports: [Navigation],
})
export class HomeModule {}
