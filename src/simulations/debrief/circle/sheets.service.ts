import { Injectable } from '@nestjs/common';
import type { Page } from '../../../web/views/page';
import { RoomPages } from '../../room/room-pages.service';
import { refs } from '../../room/scene.view';
import type { SimulationTable } from '../../tables/simulation-table.entity';
import { Tables } from '../../tables/tables.service';
import { unsealedIn } from '../analysis.view';
import { ALL_STEPS } from '../opening';
import { Reflections } from '../reflections.service';
import { Boards } from './boards.service';
import { debriefData } from './debrief-data';
import type { OwnDebrief } from './own-circle.guard';
import type { OnPaper } from './paper.view';
import { rubricShown } from './seat-rubric.view';
import { Rubrics } from './rubrics.service';

/** A debrief to take along, as far as its reader may know it. */
@Injectable()
export class Sheets {
  constructor(
    private readonly rooms: RoomPages,
    private readonly tables: Tables,
    private readonly reflections: Reflections,
    private readonly boards: Boards,
    private readonly rubrics: Rubrics,
  ) {}

  /** For somebody who took part: with what they wrote for themselves, and nothing that others did. */
  async own(own: OwnDebrief, page: Page): Promise<OnPaper> {
    const { table, opened } = own;
    const [scene, played, board, reflection, rubric] = await Promise.all([
      this.rooms.scene(own, page),
      this.tables.logOf(own),
      this.boards.of(table.id),
      this.reflections.of(table),
      opened === ALL_STEPS ? this.rubrics.of(table.placeId) : [],
    ]);
    const answers = reflection?.answers ?? {};
    const back = `${scene.address}/debrief/reactions`;
    return { scene, played, name: table.name, opened, team: false, board, answers, rubric: rubric.map(rubricShown), back };
  }

  /** What those who led it noted for the debrief while people talked, the earliest first; what was taken out is not there. */
  async notes(table: SimulationTable): Promise<{ at: Date; text: string }[]> {
    const { annotations } = (await this.tables.logOf({ table })).state;
    const texts = await this.tables.textsOf(table.id, refs(annotations.map(({ words }) => words)));
    return annotations.flatMap(({ words, at }) => {
      const text = 'ref' in words ? texts.get(words.ref) : undefined;
      return text === undefined ? [] : [{ at: new Date(at), text }];
    });
  }

  /** For those who led it. */
  async team(table: SimulationTable, address: string, page: Page): Promise<OnPaper> {
    const [scene, played, board] = await Promise.all([
      this.rooms.seenBy('facilitator', table, page, address),
      this.tables.logOf({ table }),
      this.boards.of(table.id),
    ]);
    return { scene, played, name: table.name, opened: ALL_STEPS, team: true, board, answers: {}, rubric: [], back: `${address}/debrief` };
  }
}

/** The same for another program. */
export function dataOf({ scene, played, opened, team, board, answers }: OnPaper): string {
  const { texts } = scene;
  return `${JSON.stringify(debriefData(played, { opened, open: team || unsealedIn(scene), texts, board, answers }), null, 2)}\n`;
}
