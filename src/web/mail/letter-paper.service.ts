import { Injectable } from '@nestjs/common';
import { directionOf, type Language } from '../../kernel/language';
import { Phrases } from '../../languages/phrases';
import { TemplateEngine } from '../views/template-engine';
import { Notices } from './notices.service';
import type { OutboxMessage } from './outbox-message.entity';
import { paragraphsOf } from './paragraphs';

/** A letter as it leaves: the same words as plain text and as HTML. */
export interface WrittenLetter {
  text: string;
  html: string;
  headers: Record<string, string>;
}

/** Writes out letters; a notice says below, and to the mail program, how to stop it. */
@Injectable()
export class LetterPaper {
  constructor(
    private readonly templates: TemplateEngine,
    private readonly phrases: Phrases,
    private readonly notices: Notices,
  ) {}

  write({ personId, language, subject, text }: Pick<OutboxMessage, 'personId' | 'language' | 'subject' | 'text'>): WrittenLetter {
    const stop = personId && this.notices.stopAddress(personId);
    const footer = stop ? this.phrases.in(language as Language)('mail.footer', { link: `${stop}?language=${language}` }) : null;
    return {
      text: footer ? `${text.trimEnd()}\n\n-- \n${footer}\n` : text,
      html: this.templates.letter({
        language,
        direction: directionOf(language),
        subject,
        paragraphs: paragraphsOf(text),
        footer: footer ? paragraphsOf(footer) : null,
      }),
      headers: stop ? { 'list-unsubscribe': `<${stop}>`, 'list-unsubscribe-post': 'List-Unsubscribe=One-Click' } : {},
    };
  }
}
