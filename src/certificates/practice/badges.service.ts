import { Injectable } from '@nestjs/common';
import type { Study } from '../../cohorts/enrolment/study';
import { Content } from '../../content/content.service';
import { documentHash } from '../../content/hash';
import type { Writer } from '../../database/writer';
import { LANGUAGES } from '../../kernel/language';
import { NotFound } from '../../kernel/not-found';
import { Phrases, type Values } from '../../languages/phrases';
import { Certificates } from '../issuing/certificates.service';
import { Names, type PrintedNames } from '../issuing/names.service';
import { type Snapshot, titleIn, type Titles } from '../snapshot';
import { Practices, type Proof } from './practices.service';

/** Badges of practice, made for whoever asks for one that a table of theirs proves. */
@Injectable()
export class Badges {
  constructor(
    private readonly practices: Practices,
    private readonly certificates: Certificates,
    private readonly names: Names,
    private readonly content: Content,
    private readonly phrases: Phrases,
  ) {}

  /** Issues it, once in each cohort; whoever asks again gets the id of the first. What no table proves is not there. */
  async take(write: Writer, personId: string, { table, practice }: { table: string; practice: string }, names: PrintedNames, now: Date) {
    const proof = (await this.practices.of(personId)).find((one) => one.table.id === table && one.practice === practice);
    const study = proof && (await this.practices.study(proof));
    if (!study) throw new NotFound();
    const confirmed = await this.names.confirm(write, personId, names, now);
    const snapshot = await this.snapshot(proof, study);
    return this.certificates.issueProven(write, study, confirmed, now, { kind: 'practice', about: practice, snapshot });
  }

  private async snapshot({ table, practice, times, scenario }: Proof, { cohort, chapter }: Study): Promise<Snapshot> {
    const versionId = cohort.programmeVersionId;
    const document = await this.content.document(versionId);
    const evidence = LANGUAGES.map((language) => [
      language,
      this.said(`practice.badge.${practice}.evidence`, language, { times, scenario: titleIn(scenario, language).text }),
    ]);
    return {
      programme: { slug: document.slug, versionId, hash: documentHash(document), title: await this.practices.titles(versionId) },
      modules: [],
      lessons: 0,
      quizzes: 0,
      passMark: null,
      simulations: 1,
      assignments: 0,
      minutes: 0,
      chapter: chapter.name,
      cohort: cohort.name,
      language: cohort.language,
      zone: cohort.zone,
      completedAt: table.debriefedAt!.toISOString(),
      badge: {
        title: {
          original: 'en',
          texts: Object.fromEntries(LANGUAGES.map((one) => [one, this.said(`practice.badge.${practice}.title`, one)])),
        },
        evidence: { original: 'en', texts: Object.fromEntries(evidence) as Titles['texts'] },
      },
    };
  }

  /** As it is kept: signs for the direction of a page belong to pages. */
  private said(key: string, language: (typeof LANGUAGES)[number], values: Values = {}): string {
    return this.phrases
      .in(language)(key, values)
      .replace(/[\u2066-\u2069]/g, '');
  }
}
