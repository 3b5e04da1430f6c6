import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import type { Language } from '../../kernel/language';
import { Phrases } from '../../languages/phrases';
import type { Letter } from '../../web/mail/outbox.service';
import type { Person } from '../person.entity';
import { RESET_MINUTES } from './password.view';

/** The mail with the link for a new password. */
@Injectable()
export class ResetLetter {
  constructor(
    private readonly phrases: Phrases,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  write(person: Person, token: string, language: Language): Letter {
    const say = this.phrases.in(language);
    return {
      recipient: person.email,
      language,
      subject: say('people.reset-letter.subject'),
      text: say('people.reset-letter.text', {
        name: person.name,
        link: `${this.settings.baseUrl}/password/reset/${token}`,
        minutes: RESET_MINUTES,
      }),
    };
  }
}
