import { Module } from '@nestjs/common';
import { HoldingModule } from './holding/holding.module';
import { IssuingModule } from './issuing/issuing.module';
import { OwnCertificate } from './own-certificate.guard';
import { VerifyController } from './verify.controller';

@Module({
  imports: [IssuingModule, HoldingModule],
  controllers: [VerifyController],
  providers: [OwnCertificate],
})
export class CertificatesModule {}
