import { Module } from '@nestjs/common';
import { PublicChaptersController } from './chapters/public-chapters.controller';
import { HomeController } from './home.controller';
import { ErasureQueries } from './privacy/erasure.queries';
import { Erasure } from './privacy/erasure.service';
import { OwnDataController } from './privacy/own-data.controller';
import { OwnDataQueries } from './privacy/own-data.queries';
import { PrivacyController } from './privacy/privacy.controller';
import { MyLearning } from './my-learning.service';
import { Navigation } from './navigation.service';
import { Start } from './start.service';

@Module({
  controllers: [PrivacyController, OwnDataController, HomeController, PublicChaptersController],
  providers: [Erasure, ErasureQueries, OwnDataQueries, Navigation, MyLearning, Start],
  exports: [Navigation],
})
export class HomeModule {}
