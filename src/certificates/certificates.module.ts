import { Module } from '@nestjs/common';
import { CertificatesController } from './certificates.controller';
import { DesignsModule } from './designs/designs.module';
import { IssuingModule } from './issuing/issuing.module';
import { OwnCertificate } from './own-certificate.guard';
import { PrintingModule } from './printing/printing.module';
import { VerifyController } from './verify.controller';

@Module({
  imports: [DesignsModule, IssuingModule, PrintingModule],
  controllers: [CertificatesController, VerifyController],
  providers: [OwnCertificate],
})
export class CertificatesModule {}
