import { Global, Module } from '@nestjs/common';
import { Acting } from './room/acting.service';
import { ClausesController } from './room/clauses.controller';
import { ObjectionsController } from './room/objections.controller';
import { RoomController } from './room/room.controller';
import { RoomPages } from './room/room-pages.service';
import { SpeakingController } from './room/speaking.controller';
import { StartController } from './room/start.controller';
import { Logs } from './tables/logs.service';
import { OwnTable } from './tables/own-table.guard';
import { OwnSimulationStep } from './tables/simulation-step.guard';
import { TableQueries } from './tables/tables.queries';
import { Tables } from './tables/tables.service';

@Global()
@Module({
  controllers: [StartController, RoomController, SpeakingController, ClausesController, ObjectionsController],
  providers: [Tables, TableQueries, Logs, OwnTable, OwnSimulationStep, Acting, RoomPages],
  exports: [Tables],
})
export class SimulationsModule {}
