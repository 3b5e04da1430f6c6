import { Injectable } from '@nestjs/common';
import type { OwnCohort } from '../../cohorts/cohort-team.guard';
import type { Language } from '../../kernel/language';
import { NotFound } from '../../kernel/not-found';
import { Outlines } from '../../modules/outlines.service';
import { Batches } from './batches.service';
import { CertificateRules } from './certificate-rules.service';
import type { Goal } from './eligibility';
import { Goals } from './goals.service';
import { type Asked, pagesOf, type Show, SHOWS } from './roll.view';
import { Rolls } from './rolls.service';

/** The roll of a cohort as an address asks for it. */
@Injectable()
export class RollPages {
  constructor(
    private readonly rolls: Rolls,
    private readonly goals: Goals,
    private readonly outlines: Outlines,
    private readonly batches: Batches,
    private readonly rules: CertificateRules,
  ) {}

  async of({ cohort, chapter }: OwnCohort, query: Record<string, unknown>, language: Language) {
    const { goal, goals, lines, programme } = await this.lines(cohort, query['of'], language);
    const busy = SHOWS.find((show) => lines.some(({ state }) => state === show)) ?? 'lacks';
    const show = (query['show'] === undefined ? busy : SHOWS.find((one) => one === query['show'])) as Show | undefined;
    if (!show) throw new NotFound();
    const page = pageOf(query['page'], pagesOf(lines, show));
    const asked: Asked = { goal, goals, show, page };
    const [batch, obstacle, accountNames] = await Promise.all([
      this.batches.latest(cohort.id),
      this.batches.obstacle(),
      this.rules.accountNames(chapter.id),
    ]);
    return { asked, found: { lines, programme, batch, obstacle, accountNames } };
  }

  async lines(cohort: OwnCohort['cohort'], of: unknown, language: Language) {
    const goals = await this.goals.of(cohort);
    const goal = goals.find((one) => one.about === (of ?? '')) as Goal | undefined;
    if (!goal) throw new NotFound();
    const [lines, programme] = await Promise.all([
      this.rolls.of(cohort, goal),
      this.outlines.programme(cohort.programmeVersionId, cohort.pins, language),
    ]);
    const { compare } = new Intl.Collator(language);
    return { goal, goals, programme, lines: lines.sort((a, b) => compare(a.accountName, b.accountName)) };
  }
}

function pageOf(asked: unknown, count: number): number {
  if (asked === undefined) return 1;
  const page = typeof asked === 'string' && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 0;
  if (page < 1 || page > count) throw new NotFound();
  return page;
}
