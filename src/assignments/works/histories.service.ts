import { Injectable } from '@nestjs/common';
import { Files } from '../files/files.service';
import type { WorkFile } from '../files/work-file.entity';
import { type GivenReview, ReviewQueries } from '../reviews/reviews.queries';
import type { WorkVersion } from './work-version.entity';
import { Works } from './works.service';

/** A work with all its versions, files, and what was said about them. */
export interface History {
  versions: WorkVersion[];
  files: WorkFile[];
  reviews: GivenReview[];
}

@Injectable()
export class Histories {
  constructor(
    private readonly works: Works,
    private readonly files: Files,
    private readonly reviews: ReviewQueries,
  ) {}

  async of(workId: string): Promise<History> {
    const [versions, files, reviews] = await Promise.all([this.works.versionsOf(workId), this.files.of(workId), this.reviews.of(workId)]);
    return { versions, files, reviews };
  }
}
