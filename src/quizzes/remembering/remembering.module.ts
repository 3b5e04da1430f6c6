import { Global, Module } from '@nestjs/common';
import { Cards } from './cards.service';
import { Memory } from './memory.service';
import { OwnCard } from './own-card.guard';
import { RecallQueries } from './recall.queries';
import { RememberController } from './remember.controller';
import { Remembering } from './remembering.service';

@Global()
@Module({
  controllers: [RememberController],
  providers: [Cards, Memory, OwnCard, RecallQueries, Remembering],
  exports: [Cards],
})
export class RememberingModule {}
