import { Module } from '@nestjs/common';
import { Verdicts } from './verdicts.service';
import { VerifyController } from './verify.controller';

/** Anybody finds out whether a certificate is good. */
@Module({
  controllers: [VerifyController],
  providers: [Verdicts],
})
export class CheckingModule {}
