import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import type { Cohort } from '../../cohorts/cohort.entity';
import type { Shown } from '../../content/translation';
import type { Language } from '../../kernel/language';
import { Phrases } from '../../languages/phrases';
import { Outlines } from '../../modules/outlines.service';
import type { Need } from './needs';

/** A letter before it is sent: kind, short, in its reader's language. */
export interface Draft {
  language: Language;
  subject: string;
  text: string;
}

/** Drafts of the letters that a team may send. */
@Injectable()
export class Drafts {
  constructor(
    private readonly phrases: Phrases,
    private readonly outlines: Outlines,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** A letter about a need; about nothing in particular where there is none. */
  async write(
    person: { name: string; language: Language | null },
    { cohort, need, sender }: { cohort: Cohort; need: Need | null; sender: string },
  ): Promise<Draft> {
    const language = person.language ?? cohort.language;
    const say = this.phrases.in(language, plain);
    const quiz = need?.step ? ((await this.titleOf(cohort, need.step, language))?.text ?? '') : '';
    const words = {
      name: person.name,
      cohort: cohort.name,
      sender,
      quiz,
      count: need?.count ?? 0,
      link: `${this.settings.baseUrl}/learning`,
    };
    const kind = need?.kind ?? 'own';
    return {
      language,
      subject: say(`oversight.letter.${kind}.subject`, words),
      text: [
        say('oversight.letter.greeting', words),
        say(`oversight.letter.${kind}.text`, words),
        words.link,
        say('oversight.letter.offer', words),
        sender,
      ].join('\n\n'),
    };
  }

  /** What a step is called in a language; null for one that the cohort does not have. */
  async titleOf({ pins }: Cohort, { module, step }: { module: string; step: string }, language: Language): Promise<Shown | null> {
    const versionId = pins[`module:${module}`];
    if (!versionId) return null;
    const { steps } = await this.outlines.module(versionId, language);
    return steps.find(({ key }) => key === step)?.title ?? null;
  }
}

/** Isolates are for reading; in a field where somebody writes they would be marks that nobody sees. */
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '');
