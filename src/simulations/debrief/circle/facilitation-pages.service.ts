import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../database/database.service';
import { isId } from '../../../kernel/identifier';
import { NotFound } from '../../../kernel/not-found';
import { Person } from '../../../people/person.entity';
import type { FormError } from '../../../web/forms/form.pipe';
import type { Page } from '../../../web/views/page';
import { RoomPages } from '../../room/room-pages.service';
import { spoken } from '../../room/scene.view';
import type { TablePlace } from '../../tables/table-place.entity';
import { CohortTables } from '../../together/cohort-tables.service';
import type { Facilitated } from '../../together/team-table.guard';
import type { LevelsForm } from './circle.form';
import { DebriefRatings } from './debrief-ratings.service';
import { ratingPage } from './rating.view';
import { rubricPage } from './rubric.view';
import { Rubrics } from './rubrics.service';

/** What somebody of the team says about a debrief and about those who took part in it, ready for its pages. */
@Injectable()
export class FacilitationPages {
  constructor(
    private readonly database: Database,
    private readonly rooms: RoomPages,
    private readonly tables: CohortTables,
    private readonly rubrics: Rubrics,
    private readonly ratings: DebriefRatings,
  ) {}

  /** Those who have a place at the table, in the order in which they came. */
  async people({ table, personId }: Facilitated) {
    const places = await this.tables.places(table.id);
    const ids = places.map((place) => place.personId);
    const [people, looked] = await Promise.all([
      this.database.read(Person).find({ where: { id: In(ids) }, select: { id: true, name: true } }),
      this.rubrics.looked(
        places.map(({ id }) => id),
        personId,
      ),
    ]);
    return places.map((place) => ({
      placeId: place.id,
      personId: place.personId,
      name: people.find(({ id }) => id === place.personId)?.name ?? '',
      role: place.role,
      finished: place.debriefedAt !== null,
      rated: looked.has(place.id),
    }));
  }

  /** A place at the table, by its id; any other one is not there (`NotFound`). */
  async place({ table }: Facilitated, id: string): Promise<TablePlace> {
    const place = isId(id) ? (await this.tables.places(table.id)).find((one) => one.id === id) : undefined;
    if (!place) throw new NotFound();
    return place;
  }

  async rubric(own: Facilitated, place: TablePlace, page: Page, typed: LevelsForm | null = null, errors: FormError[] = []) {
    const [scene, before, person] = await Promise.all([
      this.rooms.seenBy('facilitator', own.table, page, addressOf(own)),
      this.rubrics.by(place.id, own.personId),
      this.database.read(Person).findOneByOrFail({ id: place.personId }),
    ]);
    const seat = place.role ? scene.wording.text(`roles.${place.role}.name`).text : null;
    const self = `${addressOf(own)}/debrief`;
    return rubricPage({ name: person.name, seat, action: `${self}/rubric/${place.id}`, back: self }, before, typed, errors);
  }

  async rating(own: Facilitated, page: Page, typed: LevelsForm | null = null, errors: FormError[] = []) {
    const [scene, before] = await Promise.all([
      this.rooms.seenBy('facilitator', own.table, page, addressOf(own)),
      this.ratings.by(own.table.id, own.personId),
    ]);
    const self = `${addressOf(own)}/debrief`;
    const place = { title: spoken(scene.wording.text('title')), action: `${self}/rating`, back: self, facilitator: true };
    return ratingPage(place, before, typed, errors);
  }
}

/** Where the team finds a table. */
export const addressOf = ({ cohort, table }: Facilitated): string => `/cohorts/${cohort.id}/tables/${table.id}`;
