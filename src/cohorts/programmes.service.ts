import { Injectable } from '@nestjs/common';
import { Content } from '../content/content.service';
import type { Shown } from '../content/translation';
import type { Language } from '../kernel/language';
import type { Cohort } from './cohort.entity';

/** A programme that a cohort can take. */
export interface Offered {
  versionId: string;
  slug: string;
  title: Shown;
}

/** Programmes as leads choose them and lists name them. */
@Injectable()
export class Programmes {
  constructor(private readonly content: Content) {}

  /** The newest version of every programme. */
  async all(language: Language): Promise<Offered[]> {
    const programmes = await this.content.all('programme');
    return Promise.all(
      programmes.map(async ({ id, document: { slug } }) => ({ versionId: id, slug, title: await this.title(id, language) })),
    );
  }

  /** The titles of what some cohorts take, by version. */
  async titlesFor(cohorts: readonly Pick<Cohort, 'programmeVersionId'>[], language: Language): Promise<Map<string, Shown>> {
    const versions = [...new Set(cohorts.map(({ programmeVersionId }) => programmeVersionId))];
    return new Map(await Promise.all(versions.map(async (id) => [id, await this.title(id, language)] as const)));
  }

  /** The programme that a cohort takes. */
  async slugOf({ programmeVersionId }: Pick<Cohort, 'programmeVersionId'>): Promise<string> {
    return (await this.content.document(programmeVersionId)).slug;
  }

  private async title(versionId: string, language: Language): Promise<Shown> {
    return (await this.content.wordsOf(versionId, language)).text('title');
  }
}
