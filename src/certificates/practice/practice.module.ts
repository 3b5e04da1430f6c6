import { Module } from '@nestjs/common';
import { Badges } from './badges.service';
import { PracticeBadgesController } from './practice.controller';
import { Practices } from './practices.service';

/** Badges for what people did well at tables: offered, never counted, never compared. */
@Module({
  controllers: [PracticeBadgesController],
  providers: [Badges, Practices],
})
export class PracticeModule {}
