import { Injectable } from '@nestjs/common';
import { Content } from '../../content/content.service';
import type { Page } from '../../web/views/page';
import { assessed } from '../engine/assessing';
import { isChair } from '../engine/commands/rule';
import type { Words } from '../engine/events';
import { sightOf } from '../tables/sights';
import { placed, type Viewer } from '../engine/viewer';
import { Hums } from '../hums/hums.service';
import { momentOf } from '../live/hearing';
import type { OpenTable } from '../tables/own-table.guard';
import type { SimulationTable } from '../tables/simulation-table.entity';
import { Tables } from '../tables/tables.service';
import { briefOf } from './brief.view';
import { LATEST_STATEMENTS } from './floor.view';
import { roomPage } from './room.view';
import { refs, type Scene, type Wrong } from './scene.view';

/** A table as its person may see it, in their language, ready for a page. */
@Injectable()
export class RoomPages {
  constructor(
    private readonly tables: Tables,
    private readonly content: Content,
    private readonly hums: Hums,
  ) {}

  /** For whoever has a place at it: a seat, or the eyes of somebody who looks on. */
  scene({ table }: Pick<OpenTable, 'table'>, page: Page, wrong: Wrong | null = null, latest = Infinity): Promise<Scene> {
    return this.seenBy(placed(table.role), table, page, `/tables/${table.id}`, wrong, latest);
  }

  /** For anybody's eyes; `address` is where their pages of the table are; `latest`: of how many statements people's own words are asked for. */
  async seenBy(
    viewer: Viewer,
    table: SimulationTable,
    { language, say }: Page,
    address: string,
    wrong: Wrong | null = null,
    latest = Infinity,
  ): Promise<Scene> {
    const [{ scenario, state, events }, wording] = await Promise.all([
      this.tables.logOf({ table }),
      this.content.wordsOf(table.scenarioVersionId, language),
    ]);
    const seen = sightOf({ state, events, scenario }, viewer);
    const [texts, hummed] = await Promise.all([
      this.tables.textsOf(table.id, refs(wordsIn(seen, latest))),
      this.hums.hummed(table.id, viewer, seen.hums),
    ]);
    const judges = viewer === 'facilitator' || (viewer !== 'observer' && isChair({ scenario }, viewer.seat));
    const indicated = judges ? (clause: string) => assessed(state, clause, state.at, scenario) : null;
    return {
      viewer,
      address,
      name: table.name,
      scenario,
      view: seen,
      wording,
      texts,
      say,
      wrong,
      indicated,
      hummed,
      cursor: momentOf(events, viewer),
    };
  }

  /** `follow`: whether somebody without scripts wants the page to look again by itself; null when they did not say. */
  async room(open: OpenTable, page: Page, asked: string | null, wrong: Wrong | null = null, follow: boolean | null = null) {
    const scene = await this.scene(open, page, wrong, LATEST_STATEMENTS);
    return roomPage(scene, asked, open.table.role ? briefOf(scene.wording, open.table.role) : null, follow ?? (!open.table.role && !wrong));
  }
}

/** Everything in what a viewer sees that somebody may have written. */
function wordsIn(seen: Scene['view'], latest: number): (Words | null)[] {
  return [
    ...seen.statements.slice(-latest).map(({ words }) => words),
    ...seen.messages.map(({ words }) => words),
    ...seen.nudges.map(({ words }) => words),
    ...(seen.mine?.positions ?? []),
    ...[...Object.values(seen.hums), ...Object.values(seen.hands)].map(({ words }) => words),
    ...seen.amendments.flatMap(({ words, rationale }) => [words, rationale]),
    ...seen.packages.map(({ words }) => words),
    ...seen.objections.flatMap(({ words, answers, rationale }) => [words, rationale, ...answers.map((answer) => answer.words)]),
    ...seen.clauses.flatMap(({ stances, minority, assessment }) => [
      ...[...stances, ...minority, ...(assessment?.challenges ?? [])].map(({ words }) => words),
      assessment?.words ?? null,
      assessment?.explanation ?? null,
    ]),
    seen.outcome?.words ?? null,
  ];
}
