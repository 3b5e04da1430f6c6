import { Injectable } from '@nestjs/common';
import { Audit } from '../../chapters/audit/audit.service';
import type { OwnCohort } from '../../cohorts/cohort-team.guard';
import { dayIn } from '../../cohorts/schedule';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { Phrases } from '../../languages/phrases';
import { cells } from './board.view';
import type { ListedBoard } from './board-lists.service';
import { asQuery, type Choice } from './choice';
import { csv } from '../../kernel/csv';

/** Boards taken out as tables for spreadsheets. The audit of the chapter knows of each. */
@Injectable()
export class BoardExports {
  constructor(
    private readonly outcomes: Outcomes,
    private readonly audit: Audit,
    private readonly phrases: Phrases,
  ) {}

  /** Notes that somebody takes the board out; returns the address at which it then is. */
  note({ cohort, chapter }: OwnCohort, choice: Choice, by: { viewerId: string; formId: string }, now: Date): Promise<string> {
    return this.outcomes.run(by.viewerId, by.formId, async (write) => {
      await this.audit.note(write, { chapterId: chapter.id, act: 'roster-exported', actorId: by.viewerId, objectId: cohort.id }, now);
      return `${addressOf(cohort)}${asQuery(choice, { export: by.formId })}`;
    });
  }

  /** Whether the audit knows of this export by this person. */
  noted({ cohort }: OwnCohort, viewerId: string, formId: unknown): Promise<boolean> {
    return this.outcomes.led(viewerId, formId, `${addressOf(cohort)}?`);
  }

  /** The board as a table; days are those of the cohort's zone. */
  table({ cohort }: OwnCohort, { programme, lines }: ListedBoard, language: Language, now: Date): string {
    const say = this.phrases.in(language, (text) => text.replace(/[\u2066-\u2069]/g, ''));
    const titles = programme.modules.flatMap(({ steps }) => steps.map(({ title }) => title.text));
    const words = (key: string) => say(`oversight.${key}`);
    const header = [
      ...['board.name', 'csv.done', 'csv.of', 'csv.share'].map(words),
      ...titles,
      ...['csv.reason', 'csv.certificate', 'board.joined', 'board.last'].map(words),
    ];
    const titleOf = (about: { module: string; step: string } | null) =>
      programme.modules.find(({ slug }) => slug === about?.module)?.steps.find(({ key }) => key === about?.step)?.title.text ?? '';
    const rows = lines.map(({ name, standing, done, need, certificate, joinedAt, seenAt }) => [
      name,
      standing.done,
      standing.total,
      standing.share,
      ...cells({ done, standing }, programme.modules, cohort, now).map((state) => words(`cell.${state}`)),
      need ? say(`oversight.need.${need.kind}`, { count: need.count, quiz: titleOf(need.step) }) : '',
      certificate?.code ?? '',
      dayIn(cohort.zone, joinedAt),
      seenAt ? dayIn(cohort.zone, seenAt) : '',
    ]);
    return csv([header, ...rows]);
  }
}

const addressOf = ({ id }: { id: string }) => `/cohorts/${id}/board.csv`;
