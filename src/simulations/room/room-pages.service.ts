import { Injectable } from '@nestjs/common';
import { Content } from '../../content/content.service';
import type { Page } from '../../web/views/page';
import type { Words } from '../engine/events';
import { view } from '../engine/view';
import type { OpenTable } from '../tables/own-table.guard';
import { Tables } from '../tables/tables.service';
import { briefOf } from './brief.view';
import { roomPage } from './room.view';
import { refs, type Scene, type Wrong } from './scene.view';

/** A table as its person may see it, in their language, ready for a page. */
@Injectable()
export class RoomPages {
  constructor(
    private readonly tables: Tables,
    private readonly content: Content,
  ) {}

  async scene(open: OpenTable, { language, say }: Page, wrong: Wrong | null = null): Promise<Scene> {
    const { table } = open;
    const [{ scenario, state, events }, wording] = await Promise.all([
      this.tables.logOf(open),
      this.content.wordsOf(table.scenarioVersionId, language),
    ]);
    const seen = view(state, events, { seat: table.role }, scenario);
    const texts = await this.tables.textsOf(table.id, refs(wordsIn(seen)));
    return { address: `/tables/${table.id}`, scenario, view: seen, wording, texts, say, wrong };
  }

  async room(open: OpenTable, page: Page, asked: string | null, wrong: Wrong | null = null) {
    const scene = await this.scene(open, page, wrong);
    return roomPage(scene, asked, briefOf(scene.wording, open.table.role));
  }
}

/** Everything in what a viewer sees that somebody may have written. */
function wordsIn(seen: Scene['view']): (Words | null)[] {
  return [
    ...seen.statements.map(({ words }) => words),
    ...seen.messages.map(({ words }) => words),
    ...seen.amendments.map(({ words }) => words),
    ...seen.packages.map(({ words }) => words),
    ...seen.objections.flatMap(({ words, answers, rationale }) => [words, rationale, ...answers.map((answer) => answer.words)]),
    ...seen.clauses.flatMap(({ stances, minority }) => [...stances.map(({ words }) => words), ...minority.map(({ words }) => words)]),
    seen.outcome?.words ?? null,
  ];
}
