import { Module } from '@nestjs/common';
import { CertificatesController } from './certificates.controller';
import { IssuingModule } from './issuing/issuing.module';
import { OwnCertificate } from './own-certificate.guard';
import { VerifyController } from './checking/verify.controller';

@Module({
  imports: [IssuingModule],
  controllers: [CertificatesController, VerifyController],
  providers: [OwnCertificate],
})
export class CertificatesModule {}
