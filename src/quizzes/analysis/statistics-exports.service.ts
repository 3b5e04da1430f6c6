import { Injectable } from '@nestjs/common';
import { Audit } from '../../chapters/audit/audit.service';
import { Outcomes } from '../../database/outcomes.service';
import { csv } from '../../kernel/csv';
import type { Language } from '../../kernel/language';
import { Phrases } from '../../languages/phrases';
import { textKey } from '../questions/question';
import type { Population } from './population';
import type { QuizOfTeam } from './quiz-of-chapter.guard';
import type { ItemReport } from './report';
import type { QuizReport } from './reports.service';

/** The statistics of a quiz taken out as a table for spreadsheets. The audit of the chapter knows of each. */
@Injectable()
export class StatisticsExports {
  constructor(
    private readonly outcomes: Outcomes,
    private readonly audit: Audit,
    private readonly phrases: Phrases,
  ) {}

  note(own: QuizOfTeam, attempts: Population, by: { viewerId: string; formId: string }, now: Date): Promise<string> {
    return this.outcomes.run(by.viewerId, by.formId, async (write) => {
      await this.audit.note(write, { chapterId: own.chapter.id, act: 'statistics-exported', actorId: by.viewerId }, now);
      return `${addressOf(own)}?attempts=${attempts}&export=${by.formId}`;
    });
  }

  noted(own: QuizOfTeam, viewerId: string, formId: unknown): Promise<boolean> {
    return this.outcomes.led(viewerId, formId, `${addressOf(own)}?`);
  }

  /** Figures with two decimals; what cannot be worked out is empty. */
  table({ report, words }: QuizReport, language: Language): string {
    const say = this.phrases.in(language, (text) => text.replace(/[\u2066-\u2069]/g, ''));
    const names = [
      'number',
      'question',
      'answers',
      'facility',
      'from',
      'to',
      'deviation',
      'discrimination',
      'from',
      'to',
      'efficiency',
      'intended',
      'effective',
      'verdict',
    ];
    const header = [
      ...names.map((name) => say(`analysis.column.${name}`)),
      ...report.languages.flatMap((one) => [one, `${one} n`, `${one} Δ`]),
    ];
    const rows = report.items.map((item) => [
      item.number,
      words.text(textKey(item.question, 'stem')).text,
      item.n,
      ...figures(item).map(rounded),
      item.verdicts.map(({ kind }) => say(`analysis.verdict.${kind}.short`)).join('; '),
      ...report.languages.flatMap((one) => inLanguage(item, one)),
    ]);
    return csv([header, ...rows]);
  }
}

function figures({ facility, facilityWithin, deviation, discrimination, discriminationWithin, efficiency, weight }: ItemReport) {
  return [
    facility,
    facilityWithin?.from ?? null,
    facilityWithin?.to ?? null,
    deviation,
    discrimination,
    discriminationWithin?.from ?? null,
    discriminationWithin?.to ?? null,
    efficiency,
    weight?.intended ?? null,
    weight?.effective ?? null,
  ];
}

/** The share that is right, of how many answers, and how much harder or easier than in the others on the delta scale. */
function inLanguage({ languages }: ItemReport, language: Language): (number | string)[] {
  const gap = languages.find((one) => one.language === language);
  return [rounded(gap?.share ?? null), gap?.n ?? 0, rounded(gap?.delta ?? null)];
}

const rounded = (value: number | null): number | string => (value === null ? '' : Math.round(value * 100) / 100);

const addressOf = ({ chapter, slug }: QuizOfTeam) => `/chapters/${chapter.slug}/quizzes/${slug}/statistics.csv`;
