import { Injectable } from '@nestjs/common';
import type { Page } from '../../../web/views/page';
import type { Facilitated } from '../../together/team-table.guard';
import { Circles } from './circles.service';
import { DebriefRatings } from './debrief-ratings.service';
import { addressOf, FacilitationPages } from './facilitation-pages.service';
import type { Facilitation } from './facilitation.view';
import type { OnPaper } from './paper.view';
import { PeerNotes } from './peer-notes.service';
import { Sheets } from './sheets.service';

/** What a team needs to lead a debrief, put together. */
@Injectable()
export class LedDebriefs {
  constructor(
    private readonly circles: Circles,
    private readonly pages: FacilitationPages,
    private readonly notes: PeerNotes,
    private readonly ratings: DebriefRatings,
    private readonly sheets: Sheets,
  ) {}

  async of(own: Facilitated, page: Page): Promise<Facilitation> {
    const { id } = own.table;
    const [{ scene, board }, debrief, people, reported, means, notes] = await Promise.all([
      this.sheet(own, page),
      this.circles.of(id),
      this.pages.people(own),
      this.notes.reported(id),
      this.ratings.means(id),
      this.sheets.notes(own.table),
    ]);
    return { own, scene, debrief, people, board, reported, means, notes };
  }

  sheet(own: Facilitated, page: Page): Promise<OnPaper> {
    return this.sheets.team(own.table, addressOf(own), page);
  }
}
