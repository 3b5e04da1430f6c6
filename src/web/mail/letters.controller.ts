import { Controller, Get, Param, Query, Render } from '@nestjs/common';
import { NotFound } from '../../kernel/not-found';
import { Allow } from '../permissions/permission';
import { Subject } from '../requests/request-words';
import { Letters, LETTERS_PER_PAGE } from './letters.service';
import { MailReader, type Readable } from './mail-reader.guard';
import { letterPage, lettersPage } from './mail.view';

/** The outbox, read in the application. */
@Controller('mail')
export class LettersController {
  constructor(private readonly letters: Letters) {}

  @Get()
  @Allow(MailReader)
  @Render('web/letters')
  async list(@Subject() readable: Readable, @Query('page') asked: unknown = '1') {
    if (typeof asked !== 'string' || !/^[1-9]\d{0,6}$/.test(asked)) throw new NotFound();
    const page = Number(asked);
    const [letters, count] = await this.letters.list(readable, page);
    const pages = Math.max(1, Math.ceil(count / LETTERS_PER_PAGE));
    if (page > pages) throw new NotFound();
    return lettersPage(readable, letters, page, pages);
  }

  @Get(':letter')
  @Allow(MailReader)
  @Render('web/letter')
  async one(@Subject() readable: Readable, @Param('letter') id: string) {
    const letter = await this.letters.one(readable, id);
    if (!letter) throw new NotFound();
    return letterPage(readable, letter);
  }
}
