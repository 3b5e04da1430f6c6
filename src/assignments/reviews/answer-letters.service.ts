import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import type { Study } from '../../cohorts/enrolment/study';
import { Content } from '../../content/content.service';
import type { Writer } from '../../database/writer';
import { Phrases } from '../../languages/phrases';
import { stepAddress } from '../../modules/step-address';
import { People } from '../../people/people.service';
import { Outbox } from '../../web/mail/outbox.service';
import type { Work } from '../works/work.entity';

/** Telling somebody that there is an answer to their work; what it says stands on the page only. */
@Injectable()
export class AnswerLetters {
  constructor(
    private readonly people: People,
    private readonly content: Content,
    private readonly phrases: Phrases,
    private readonly outbox: Outbox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async send(
    write: Writer,
    { personId, assignmentVersionId, module, step }: Work,
    study: Study,
    what: 'accepted' | 'revise' | 'passed',
  ): Promise<void> {
    const person = await this.people.byId(personId);
    if (!person) return;
    const language = person.language ?? study.cohort.language;
    const say = this.phrases.in(language);
    const { text: title } = (await this.content.wordsOf(assignmentVersionId, language)).text('title');
    const link = this.settings.baseUrl + stepAddress(study.enrolmentId, module, { kind: 'assignment', key: step });
    const words = { name: person.name, title, cohort: study.cohort.name, link };
    const subject = say(`assignments.letter.${what}.subject`, words);
    await this.outbox.put(write, {
      recipient: person.email,
      language,
      subject,
      text: say(`assignments.letter.${what}.text`, words),
      personId,
    });
  }
}
