import { Module } from '@nestjs/common';
import { CheckingModule } from './checking/checking.module';
import { DesignPagesModule } from './designs/design-pages.module';
import { DesignsModule } from './designs/designs.module';
import { ElsewhereModule } from './elsewhere/elsewhere.module';
import { HoldingModule } from './holding/holding.module';
import { IssuingModule } from './issuing/issuing.module';
import { OwnCertificate } from './own-certificate.guard';
import { PracticeModule } from './practice/practice.module';
import { PrintingModule } from './printing/printing.module';

@Module({
  imports: [
    CheckingModule,
    DesignsModule,
    DesignPagesModule,
    ElsewhereModule,
    HoldingModule,
    IssuingModule,
    PracticeModule,
    PrintingModule,
  ],
  providers: [OwnCertificate],
})
export class CertificatesModule {}
