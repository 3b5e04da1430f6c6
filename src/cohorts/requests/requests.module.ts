import { Global, Module } from '@nestjs/common';
import { LinkController } from '../invitation/link.controller';
import { AskController } from './ask.controller';
import { AskedCohorts } from './asked-cohorts.service';
import { NewcomersController } from './newcomers.controller';
import { Newcomers } from './newcomers.service';
import { OpenDoors } from './open-doors.service';
import { RequestLetters } from './request-letters.service';
import { RequestsController } from './requests.controller';
import { RequestQueries } from './requests.queries';
import { Requests } from './requests.service';

/** The ways by which people come into a cohort by themselves. */
@Global()
@Module({
  controllers: [LinkController, AskController, NewcomersController, RequestsController],
  providers: [AskedCohorts, Newcomers, OpenDoors, RequestLetters, RequestQueries, Requests],
  exports: [OpenDoors, RequestQueries],
})
export class RequestsModule {}
