import { Controller, Get, Header, Param } from '@nestjs/common';
import { NotFound } from '../../kernel/not-found';
import { Allow } from '../../web/permissions/permission';
import { Anyone } from '../../web/permissions/who.guard';
import { Now } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { CalendarAddresses } from './calendar-addresses.service';
import { Calendars } from './calendars.service';
import { icsOf } from './ics';

/** Calendars, as programs fetch them: they bring no session, only the private address. */
@Controller('calendar/:token')
export class FeedController {
  constructor(
    private readonly addresses: CalendarAddresses,
    private readonly calendars: Calendars,
  ) {}

  @Get()
  @Allow(Anyone)
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'inline; filename="chapterhouse.ics"')
  async whole(@Param('token') token: string, @Now() now: Date): Promise<string> {
    return icsOf(await this.calendars.of(await this.person(token)), now);
  }

  @Get('cohorts/:cohort')
  @Allow(Anyone)
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'inline; filename="cohort.ics"')
  async cohort(@Param('token') token: string, @Param('cohort') cohortId: string, @Now() now: Date): Promise<string> {
    const calendar = await this.calendars.ofCohort(await this.person(token), cohortId);
    if (!calendar) throw new NotFound();
    return icsOf(calendar, now);
  }

  private async person(token: string): Promise<Viewer> {
    const person = await this.addresses.personOf(token);
    if (!person) throw new NotFound();
    return person;
  }
}
