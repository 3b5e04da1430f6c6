import { Module } from '@nestjs/common';
import { LeadOfChapter } from '../../chapters/chapter-team.guard';
import { PrintingModule } from '../printing/printing.module';
import { DesignController } from './design.controller';
import { DesignPages } from './design-pages.service';
import { DesignPictures } from './design-pictures.service';
import { DesignsModule } from './designs.module';
import { SamplePrinter } from './sample-printer.service';

/** Where a chapter's leads make its design. */
@Module({
  imports: [DesignsModule, PrintingModule],
  controllers: [DesignController],
  providers: [DesignPages, DesignPictures, SamplePrinter, LeadOfChapter],
})
export class DesignPagesModule {}
