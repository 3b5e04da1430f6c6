import { Module } from '@nestjs/common';
import { CertificatesController } from './certificates.controller';
import { CheckingModule } from './checking/checking.module';
import { IssuingModule } from './issuing/issuing.module';
import { OwnCertificate } from './own-certificate.guard';

@Module({
  imports: [CheckingModule, IssuingModule],
  controllers: [CertificatesController],
  providers: [OwnCertificate],
})
export class CertificatesModule {}
