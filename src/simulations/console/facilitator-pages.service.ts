import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../database/database.service';
import { Person } from '../../people/person.entity';
import type { Page } from '../../web/views/page';
import { refsIn } from '../engine/events';
import { RoomPages } from '../room/room-pages.service';
import type { Scene, Wrong } from '../room/scene.view';
import { Reports } from '../safety/reports.service';
import { Tables } from '../tables/tables.service';
import { CohortTables } from '../together/cohort-tables.service';
import type { Facilitated } from '../together/team-table.guard';
import { consoleAddress, facilitatorPage } from './facilitator.view';
import { logPage } from './log.view';
import type { Sitting } from './sitting';

/** What the address says about the page. */
interface Asked {
  clause: string | null;
  follows: boolean;
}

/** A table as its facilitator may see it: everything but a hum, and who sits where. */
@Injectable()
export class FacilitatorPages {
  constructor(
    private readonly rooms: RoomPages,
    private readonly tables: Tables,
    private readonly together: CohortTables,
    private readonly reports: Reports,
    private readonly database: Database,
  ) {}

  async console(own: Facilitated, page: Page, asked: Asked, now: Date, wrong: Wrong | null = null) {
    const [scene, sitting, reports] = await Promise.all([
      this.scene(own, page, wrong),
      this.sitting(own.table.id),
      this.reports.ofTable(own.table.id),
    ]);
    return facilitatorPage({ own, scene, sitting, reports, ...asked, now });
  }

  async log(own: Facilitated, page: Page, asked: { page: unknown; only: unknown }) {
    return logPage(own, await this.scene(own, page), asked);
  }

  /** With the words that only facilitators read: what they noted, and what they wrote to a seat. */
  private async scene(own: Facilitated, page: Page, wrong: Wrong | null = null): Promise<Scene> {
    const scene = await this.rooms.seenBy('facilitator', own.table, page, consoleAddress(own), wrong);
    const refs = scene.view.events.flatMap(({ event }) => refsIn(event)).filter((ref) => !scene.texts.has(ref));
    const more = await this.tables.textsOf(own.table.id, refs);
    return { ...scene, texts: new Map([...scene.texts, ...more]) };
  }

  private async sitting(tableId: string): Promise<Sitting[]> {
    const places = await this.together.places(tableId);
    const where = { id: In(places.map(({ personId }) => personId)) };
    const people = places.length ? await this.database.read(Person).find({ where, select: { id: true, name: true } }) : [];
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return places.map(({ id, role, personId }) => ({ place: id, role, name: names.get(personId) ?? '' }));
  }
}
