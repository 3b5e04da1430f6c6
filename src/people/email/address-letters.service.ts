import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import type { Language } from '../../kernel/language';
import { Phrases } from '../../languages/phrases';
import type { Letter } from '../../web/mail/outbox.service';
import type { Person } from '../person.entity';

/** How long the link in these letters works. */
export const CONFIRM_DAYS = 7;

/** The letters about an address: is it yours, is the new one yours, somebody wants to change it. */
@Injectable()
export class AddressLetters {
  constructor(
    private readonly phrases: Phrases,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  confirm(person: Person, token: string, language: Language): Letter {
    return this.withLink('confirm', { recipient: person.email, language }, person, token);
  }

  change(person: Person, email: string, token: string, language: Language): Letter {
    return this.withLink('change', { recipient: email, language }, person, token);
  }

  /** To the address of before, which may be all that its owner hears of it. */
  notice(person: Person, language: Language): Letter {
    const say = this.phrases.in(language);
    const text = say('account.notice-letter.text', { name: person.name, link: `${this.settings.baseUrl}/password/forgotten` });
    return { recipient: person.email, language, subject: say('account.notice-letter.subject'), text };
  }

  private withLink(kind: 'confirm' | 'change', to: Pick<Letter, 'recipient' | 'language'>, { name }: Person, token: string): Letter {
    const say = this.phrases.in(to.language);
    const link = `${this.settings.baseUrl}/confirm-address/${token}`;
    return {
      ...to,
      subject: say(`account.${kind}-letter.subject`),
      text: say(`account.${kind}-letter.text`, { name, link, days: CONFIRM_DAYS }),
    };
  }
}
