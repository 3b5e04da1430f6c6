import { Global, Module } from '@nestjs/common';
import { DesignsModule } from '../designs/designs.module';
import { IssuingModule } from '../issuing/issuing.module';
import { OwnCertificate } from '../own-certificate.guard';
import { Press } from './press.service';
import { PrintingController } from './printing.controller';
import { PrintingService } from './printing.service';

/** Certificates on paper: their PDF, their badge, and a picture to share. */
@Global()
@Module({
  imports: [DesignsModule, IssuingModule],
  controllers: [PrintingController],
  providers: [Press, PrintingService, OwnCertificate],
  exports: [PrintingService],
})
export class PrintingModule {}
