import { Injectable } from '@nestjs/common';
import { canonical } from '../../content/canonical';
import { Content, type Pins, pinName } from '../../content/content.service';
import { sha256 } from '../../content/hash';
import type { Cohort } from '../cohort.entity';
import { AdoptionQueries } from './adoption.queries';
import type { Edition } from './difference';

type Pinned = Pick<Cohort, 'programmeVersionId' | 'pins'>;

/** The newest versions of a programme and of everything it needs. */
export interface Newest extends Pinned {
  /** By which these versions are told from others. */
  fingerprint: string;
}

/** Versions side by side: those a cohort is pinned to, and the newest. */
@Injectable()
export class Editions {
  constructor(
    private readonly queries: AdoptionQueries,
    private readonly content: Content,
  ) {}

  /** What the cohort would be pinned to if it were opened now; null when that is what it has. */
  async newerThan({ programmeVersionId, pins }: Pinned): Promise<Newest | null> {
    const { slug } = await this.content.document(programmeVersionId);
    const newest = await this.queries.newest();
    const found = await this.followed(newest, pinName({ kind: 'programme', slug }));
    const fingerprint = sha256(canonical(found));
    return fingerprint === sha256(canonical(pins)) ? null : { programmeVersionId: newest[`programme:${slug}`]!, pins: found, fingerprint };
  }

  async documents(pins: Pins): Promise<Edition> {
    return Object.fromEntries(await Promise.all(Object.entries(pins).map(async ([name, id]) => [name, await this.content.document(id)])));
  }

  /** A package and all that it refers to, all the way down. */
  private async followed(newest: Pins, first: string): Promise<Pins> {
    const found: Record<string, string> = {};
    const waiting = [first];
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (found[name]) continue;
      const id = newest[name]!;
      found[name] = id;
      waiting.push(...(await this.content.document(id)).references.map(pinName));
    }
    return found;
  }
}
