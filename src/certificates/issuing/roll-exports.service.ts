import { Injectable } from '@nestjs/common';
import { Audit } from '../../chapters/audit/audit.service';
import type { OwnCohort } from '../../cohorts/cohort-team.guard';
import { dayIn } from '../../cohorts/schedule';
import { Outcomes } from '../../database/outcomes.service';
import { csv } from '../../kernel/csv';
import type { Language } from '../../kernel/language';
import { Phrases } from '../../languages/phrases';
import type { ProgrammeOutline } from '../../modules/outlines.service';
import { outlookOf } from './outlook';
import type { RollLine } from './rolls.service';

/** The roll as a table for spreadsheets. The audit of the chapter knows of each. */
@Injectable()
export class RollExports {
  constructor(
    private readonly outcomes: Outcomes,
    private readonly audit: Audit,
    private readonly phrases: Phrases,
  ) {}

  /** Notes that somebody takes it out; returns the address at which it then is. */
  note({ cohort, chapter }: OwnCohort, of: string, by: { viewerId: string; formId: string }, now: Date): Promise<string> {
    return this.outcomes.run(by.viewerId, by.formId, async (write) => {
      await this.audit.note(write, { chapterId: chapter.id, act: 'roster-exported', actorId: by.viewerId, objectId: cohort.id }, now);
      return `${addressOf(cohort)}?of=${encodeURIComponent(of)}&export=${by.formId}`;
    });
  }

  /** Whether the audit knows of this export by this person. */
  noted({ cohort }: OwnCohort, viewerId: string, formId: unknown): Promise<boolean> {
    return this.outcomes.led(viewerId, formId, `${addressOf(cohort)}?`);
  }

  /** Days are those of the cohort's zone. */
  table({ cohort }: OwnCohort, lines: readonly RollLine[], programme: ProgrammeOutline, language: Language): string {
    const say = this.phrases.in(language, (text) => text.replace(/[\u2066-\u2069]/g, ''));
    const header = ['name', 'state', 'number', 'issued', 'missing'].map((column) => say(`issuing.csv.${column}`));
    const rows = lines.map((line) => {
      const issued = line.state === 'issued' || line.state === 'withdrawn';
      const waits = line.state === 'earned' && line.waits ? say(`issuing.waits.${line.waits}`) : '';
      return [
        line.accountName,
        say(`issuing.state.${line.state}`),
        issued ? line.code : '',
        issued ? dayIn(cohort.zone, line.issuedAt) : '',
        line.state === 'lacks' ? missingOf(line, programme, say) : waits,
      ];
    });
    return csv([header, ...rows]);
  }
}

function missingOf({ prospect }: RollLine & { state: 'lacks' }, programme: ProgrammeOutline, say: ReturnType<Phrases['in']>): string {
  const { modules, mark } = outlookOf(prospect, [], programme);
  const steps = modules.flatMap((module) => module.steps.map(({ title }) => title.text));
  return [...steps, ...(mark ? [say(`issuing.roll.mark`, { least: `${mark.least}%` })] : [])].join('; ');
}

const addressOf = ({ id }: { id: string }) => `/cohorts/${id}/roll.csv`;
