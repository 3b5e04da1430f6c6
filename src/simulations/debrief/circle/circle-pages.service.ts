import { Injectable } from '@nestjs/common';
import type { FormError } from '../../../web/forms/form.pipe';
import type { Page } from '../../../web/views/page';
import { RoomPages } from '../../room/room-pages.service';
import { spoken } from '../../room/scene.view';
import { Tables } from '../../tables/tables.service';
import { boardPage } from './board.view';
import { Boards } from './boards.service';
import type { LevelsForm } from './circle.form';
import { DebriefRatings } from './debrief-ratings.service';
import type { OwnDebrief } from './own-circle.guard';
import { PeerNotes } from './peer-notes.service';
import { seatsToWriteTo } from './peers';
import { peersPage, type WrongPeerNote } from './peers.view';
import { ratingPage } from './rating.view';

/** What people at a table write to each other when they look back, ready for its pages. */
@Injectable()
export class CirclePages {
  constructor(
    private readonly rooms: RoomPages,
    private readonly tables: Tables,
    private readonly boards: Boards,
    private readonly notes: PeerNotes,
    private readonly ratings: DebriefRatings,
  ) {}

  async board(own: OwnDebrief, page: Page, typed = '', errors: FormError[] = []) {
    const [scene, notes] = await Promise.all([this.rooms.scene(own, page), this.boards.of(own.table.id)]);
    return boardPage(scene, notes, own.table.personId, typed, errors);
  }

  async peers(own: OwnDebrief, page: Page, wrong: WrongPeerNote | null = null) {
    const { id, personId, role } = own.table;
    const [scene, seats, written, received] = await Promise.all([
      this.rooms.scene(own, page),
      this.seatsFor(own),
      this.notes.writtenBy(id, personId),
      role ? this.notes.to(id, role) : [],
    ]);
    return peersPage(scene, { seats, written, received }, wrong);
  }

  /** The seats that somebody is asked to write to: other people's, since scripts learn nothing. */
  async seatsFor({ table }: OwnDebrief): Promise<string[]> {
    const { state } = await this.tables.logOf({ table });
    const people = Object.values(state.seats).filter(({ holder }) => holder.kind === 'person');
    return seatsToWriteTo(
      table.role,
      table.alias,
      people.map(({ role }) => role),
      state.seed,
    );
  }

  async rating(own: OwnDebrief, page: Page, typed: LevelsForm | null = null, errors: FormError[] = []) {
    const { id, personId } = own.table;
    const [scene, before] = await Promise.all([this.rooms.scene(own, page), this.ratings.by(id, personId)]);
    const self = `${scene.address}/debrief`;
    const place = { title: spoken(scene.wording.text('title')), action: `${self}/rating`, back: `${self}/application`, facilitator: false };
    return ratingPage(place, before, typed, errors);
  }
}
