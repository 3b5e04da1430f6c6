import { Injectable } from '@nestjs/common';
import { Studies } from '../../cohorts/enrolment/studies.service';
import type { Study } from '../../cohorts/enrolment/study';
import { Content } from '../../content/content.service';
import { CHAPTER_SCENARIO } from '../../content/structures';
import { LANGUAGES } from '../../kernel/language';
import { type Practice, practised } from '../../simulations/debrief/practised';
import type { SeatedTable } from '../../simulations/tables/tables.queries';
import { Tables } from '../../simulations/tables/tables.service';
import type { Titles } from '../snapshot';

/** Something that one did at a table, with the table that proves it. */
export interface Proof {
  practice: Practice;
  table: SeatedTable;
  times: number;
  scenario: Titles;
}

/** What a person did at their tables that deserves a badge. It is offered to them alone, and taken only by whoever wants it. */
@Injectable()
export class Practices {
  constructor(
    private readonly tables: Tables,
    private readonly content: Content,
    private readonly studies: Studies,
  ) {}

  /** Of the tables that are over and looked back at: for each cohort and practice the first that proves it. What a chapter writes proves nothing elsewhere. */
  async of(personId: string): Promise<Proof[]> {
    const proofs: Proof[] = [];
    for (const table of await this.tables.debriefed(personId)) {
      if (table.module === CHAPTER_SCENARIO) continue;
      const found = practised(await this.tables.logOf({ table }), table.role);
      const fresh = found.filter(
        ({ practice }) => !proofs.some((one) => one.practice === practice && one.table.enrolmentId === table.enrolmentId),
      );
      if (!fresh.length) continue;
      const scenario = await this.titles(table.scenarioVersionId);
      proofs.push(...fresh.map((one) => ({ ...one, table, scenario })));
    }
    return proofs;
  }

  /** The study that a proof belongs to; null when its holder has left it. */
  async study({ table }: Proof): Promise<Study | null> {
    const own = await this.studies.of({ id: table.personId });
    return own.find(({ enrolmentId }) => enrolmentId === table.enrolmentId) ?? null;
  }

  /** What a version is called in every language that it has. */
  async titles(versionId: string): Promise<Titles> {
    const shown = await Promise.all(LANGUAGES.map(async (language) => (await this.content.wordsOf(versionId, language)).text('title')));
    const { language: original } = await this.content.document(versionId);
    return { original, texts: Object.fromEntries(shown.map(({ language, text }) => [language, text])) };
  }
}
