import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import type { Language } from '../../kernel/language';
import { Phrases } from '../../languages/phrases';
import type { Viewer } from '../../web/requests/viewer';
import { TrainerOfCohort } from '../cohort-team.guard';
import { Studies } from '../enrolment/studies.service';
import type { Calendar, CalendarEvent } from './ics';

interface Dated {
  id: string;
  name: string;
  startsOn: string;
  endsOn: string;
  language: Language;
  /** How often its details were changed. */
  version: number;
}

/** What stands in the calendars of people and cohorts. */
@Injectable()
export class Calendars {
  constructor(
    private readonly studies: Studies,
    private readonly team: TrainerOfCohort,
    private readonly phrases: Phrases,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Everything that somebody studies. */
  async of(viewer: Viewer): Promise<Calendar> {
    const cohorts = (await this.studies.of(viewer)).map(({ cohort }) => cohort);
    const language = viewer.language ?? cohorts[0]?.language ?? 'en';
    const events = cohorts.flatMap((cohort) => this.events(cohort, language, '/learning'));
    return { name: 'Chapterhouse', language, events };
  }

  /** One cohort, for those who learn in it and for its chapter's team; null for everybody else. */
  async ofCohort(viewer: Viewer, cohortId: string): Promise<Calendar | null> {
    const study = (await this.studies.of(viewer)).find(({ cohort }) => cohort.id === cohortId);
    const cohort = study?.cohort ?? (await this.team.subject(viewer, { cohort: cohortId }))?.cohort;
    if (!cohort) return null;
    const language = viewer.language ?? cohort.language;
    return { name: cohort.name, language, events: this.events(cohort, language, study ? '/learning' : `/cohorts/${cohort.id}`) };
  }

  private events({ id, name, startsOn, endsOn, version }: Dated, language: Language, path: string): CalendarEvent[] {
    const say = this.phrases.in(language);
    const host = new URL(this.settings.baseUrl).hostname;
    const address = `${this.settings.baseUrl}${path}`;
    const day = (what: 'first' | 'last', on: string): CalendarEvent => ({
      uid: `${id}-${what}@${host}`,
      title: say(`calendar.event.${what}`, { name }),
      address,
      when: { day: on },
      revision: version - 1,
    });
    return [day('first', startsOn), day('last', endsOn)];
  }
}
