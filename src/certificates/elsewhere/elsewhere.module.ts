import { Module } from '@nestjs/common';
import { ElsewhereController } from './elsewhere.controller';
import { Kept } from './kept.service';
import { OwnKept } from './own-kept.guard';

/** Certificates that other sites issued. */
@Module({
  controllers: [ElsewhereController],
  providers: [Kept, OwnKept],
})
export class ElsewhereModule {}
