import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Study } from '../../cohorts/enrolment/study';
import { Content } from '../../content/content.service';
import { CHAPTER_SCENARIO } from '../../content/structures';
import type { Shown } from '../../content/translation';
import { Database } from '../../database/database.service';
import type { Language } from '../../kernel/language';
import { stepAddress } from '../../modules/step-address';
import { TableQueries } from '../tables/tables.queries';
import { Sitting } from './sitting.entity';

/** A role-play that somebody's chapter has written and that their cohort plays. */
export interface OwnRolePlay {
  title: Shown;
  address: string;
  /** `asking`: one can say what one would like to be · `set`: tables are set, one has no place · `ready`: one has a seat and waits */
  state: 'asking' | 'set' | 'ready' | 'running' | 'ended' | 'done';
  startsAt: Date | null;
}

/** The role-plays beside somebody's programme. */
@Injectable()
export class OwnRolePlays {
  constructor(
    private readonly database: Database,
    private readonly tables: TableQueries,
    private readonly content: Content,
  ) {}

  /** By enrolment; of several uses of one role-play the latest. */
  async of(studies: readonly Study[], language: Language): Promise<Map<string, OwnRolePlay[]>> {
    const cohorts = [...new Set(studies.map(({ cohort }) => cohort.id))];
    const sittings = cohorts.length ? await this.sittingsOf(cohorts) : [];
    const found = new Map<string, OwnRolePlay[]>();
    for (const { enrolmentId, cohort } of studies) {
      const here = sittings.filter(({ cohortId }) => cohortId === cohort.id);
      const latest = here.filter(({ step }, index) => here.findIndex((one) => one.step === step) === index);
      const plays = await Promise.all(latest.map((sitting) => this.play(sitting, enrolmentId, language)));
      if (plays.length) found.set(enrolmentId, plays);
    }
    return found;
  }

  private sittingsOf(cohortIds: string[]): Promise<Sitting[]> {
    const where = { cohortId: In(cohortIds), module: CHAPTER_SCENARIO };
    return this.database.read(Sitting).find({ where, order: { madeAt: 'DESC', id: 'DESC' } });
  }

  private async play(sitting: Sitting, enrolmentId: string, language: Language): Promise<OwnRolePlay> {
    const { module, step, scenarioVersionId, begunAt, startsAt } = sitting;
    const [words, tables] = await Promise.all([
      this.content.wordsOf(scenarioVersionId, language),
      this.tables.ofStep(enrolmentId, module, step),
    ]);
    const own = tables.find(({ id }) => sitting.tables.includes(id));
    return {
      title: words.text('title'),
      address: stepAddress(enrolmentId, module, { kind: 'simulation', key: step }),
      state: own ? stateAt(own, begunAt) : sitting.castAt ? 'set' : 'asking',
      startsAt: begunAt ? null : startsAt,
    };
  }
}

function stateAt({ debriefedAt, endedAt }: { debriefedAt: Date | null; endedAt: Date | null }, begunAt: Date | null): OwnRolePlay['state'] {
  return debriefedAt ? 'done' : endedAt ? 'ended' : begunAt ? 'running' : 'ready';
}
