import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import type { Language } from '../../kernel/language';
import type { Pins } from '../../content/content.service';
import { Phrases } from '../../languages/phrases';
import { Outlines } from '../../modules/outlines.service';
import type { Viewer } from '../../web/requests/viewer';
import { TrainerOfCohort } from '../cohort-team.guard';
import { Studies } from '../enrolment/studies.service';
import type { Study } from '../enrolment/study';
import { dayBegins } from '../timetable/days';
import { deadlineOf, lateFrom } from '../timetable/deadlines';
import { type Days, timesOf } from '../timetable/timetable';
import type { Calendar, CalendarEvent } from './ics';

interface Dated {
  id: string;
  name: string;
  startsOn: string;
  endsOn: string;
  language: Language;
  zone: string;
  programmeVersionId: string;
  pins: Pins;
  timetable: Days | null;
  /** How often its details were changed. */
  version: number;
}

/** Later deadlines of whoever reads, and how often they were changed. */
type Own = Pick<Study, 'ownDays' | 'ownDaysVersion'>;
const NOBODYS: Own = { ownDays: {}, ownDaysVersion: 0 };
const HALF_AN_HOUR_MS = 30 * 60_000;

/** What stands in the calendars of people and cohorts: days of the cohort, and the moments at which its modules open and are due. */
@Injectable()
export class Calendars {
  constructor(
    private readonly studies: Studies,
    private readonly team: TrainerOfCohort,
    private readonly outlines: Outlines,
    private readonly phrases: Phrases,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Everything that somebody studies. */
  async of(viewer: Viewer): Promise<Calendar> {
    const studies = await this.studies.of(viewer);
    const language = viewer.language ?? studies[0]?.cohort.language ?? 'en';
    const events = await Promise.all(studies.map((study) => this.events(study.cohort, study, language, '/learning')));
    return { name: 'Chapterhouse', language, events: events.flat() };
  }

  /** One cohort, for those who learn in it and for its chapter's team; null for everybody else. */
  async ofCohort(viewer: Viewer, cohortId: string): Promise<Calendar | null> {
    const study = (await this.studies.of(viewer)).find(({ cohort }) => cohort.id === cohortId);
    const cohort = study?.cohort ?? (await this.team.subject(viewer, { cohort: cohortId }))?.cohort;
    if (!cohort) return null;
    const language = viewer.language ?? cohort.language;
    const events = await this.events(cohort, study ?? NOBODYS, language, study ? '/learning' : `/cohorts/${cohort.id}`);
    return { name: cohort.name, language, events };
  }

  private async events(cohort: Dated, own: Own, language: Language, path: string): Promise<CalendarEvent[]> {
    const { id, name, startsOn, endsOn, version, timetable, zone } = cohort;
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
    const part = (module: string, what: 'opens' | 'due', title: string, from: number, changes: number): CalendarEvent => ({
      uid: `${id}-${module}-${what}@${host}`,
      title: say(`timetable.event.${what}`, { module: title }),
      address,
      when: { from: new Date(from), to: new Date(from + HALF_AN_HOUR_MS) },
      revision: version - 1 + changes,
    });
    const modules = timetable ? (await this.outlines.programme(cohort.programmeVersionId, cohort.pins, language)).modules : [];
    const parts = modules.flatMap(({ slug, title: { text } }) => {
      const { opens, opensOn } = timesOf(timetable, slug);
      const deadline = deadlineOf(timetable, own.ownDays, slug, zone);
      return [
        ...(opens === 'on' && opensOn ? [part(slug, 'opens', text, dayBegins(opensOn, zone).getTime(), 0)] : []),
        ...(deadline ? [part(slug, 'due', text, lateFrom(deadline).getTime() - HALF_AN_HOUR_MS, own.ownDaysVersion)] : []),
      ];
    });
    return [day('first', startsOn), day('last', endsOn), ...parts];
  }
}
