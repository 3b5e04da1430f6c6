import { Module } from '@nestjs/common';
import { FragmentsController } from './fragments.controller';
import { Fragments } from './fragments.service';
import { StreamController } from './stream.controller';
import { WatchRounds } from './watch-rounds.service';
import { WatchingQueries } from './watching.queries';
import { Watching } from './watching.service';

/** What changes at a table is told to whoever looks at it. */
@Module({
  controllers: [StreamController, FragmentsController],
  providers: [Watching, WatchingQueries, WatchRounds, Fragments],
  exports: [Fragments],
})
export class LiveModule {}
