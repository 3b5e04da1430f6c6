import { Injectable } from '@nestjs/common';
import type { Chapter } from '../../chapters/chapter.entity';
import type { Language } from '../../kernel/language';
import { Phrases } from '../../languages/phrases';
import { PrintingService } from '../printing/printing.service';
import type { Design } from './design';
import { sampleCertificate } from './sample.view';

/** Prints the example of a design. */
@Injectable()
export class SamplePrinter {
  constructor(
    private readonly printing: PrintingService,
    private readonly phrases: Phrases,
  ) {}

  print(chapter: Chapter, design: Design, language: Language): Promise<Buffer> {
    return this.printing.sample(sampleCertificate(chapter, language, this.phrases.in(language)), language, design);
  }
}
