import { Module } from '@nestjs/common';
import { DesignPagesModule } from './designs/design-pages.module';
import { DesignsModule } from './designs/designs.module';
import { HoldingModule } from './holding/holding.module';
import { IssuingModule } from './issuing/issuing.module';
import { OwnCertificate } from './own-certificate.guard';
import { PrintingModule } from './printing/printing.module';
import { VerifyController } from './verify.controller';

@Module({
  imports: [DesignsModule, DesignPagesModule, HoldingModule, IssuingModule, PrintingModule],
  controllers: [VerifyController],
  providers: [OwnCertificate],
})
export class CertificatesModule {}
