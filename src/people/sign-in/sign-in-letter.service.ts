import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import type { Language } from '../../kernel/language';
import { Phrases } from '../../languages/phrases';
import type { Letter } from '../../web/mail/outbox.service';
import type { Person } from '../person.entity';
import { LINK_MINUTES } from './sign-in.view';

/** The mail with the link that signs somebody in. */
@Injectable()
export class SignInLetter {
  constructor(
    private readonly phrases: Phrases,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  write(person: Person, token: string, language: Language): Letter {
    const say = this.phrases.in(language);
    const link = `${this.settings.baseUrl}/sign-in/link/${token}`;
    return {
      recipient: person.email,
      language,
      subject: say('people.sign-in-letter.subject'),
      text: say('people.sign-in-letter.text', { name: person.name, link, minutes: LINK_MINUTES }),
    };
  }
}
