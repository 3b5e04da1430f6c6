import { Injectable } from '@nestjs/common';
import { AnalysisQueries } from '../analysis/analysis.queries';
import type { ShapeItem } from '../analysis/pool';
import { Pools } from '../analysis/pools.service';

/** Which versions of a quiz ask a question. */
@Injectable()
export class Asking {
  constructor(
    private readonly queries: AnalysisQueries,
    private readonly pools: Pools,
  ) {}

  async versions(slug: string, hash: string): Promise<string[]> {
    return (await this.askedIn(slug, hash)).map(({ versionId }) => versionId);
  }

  /** The question as the newest version has it, and that version; null for a hash that no version knows. */
  async newest(slug: string, hash: string): Promise<{ versionId: string; item: ShapeItem } | null> {
    return (await this.askedIn(slug, hash)).at(-1) ?? null;
  }

  private async askedIn(slug: string, hash: string): Promise<{ versionId: string; item: ShapeItem }[]> {
    const versions = await this.queries.versionsOf(slug);
    const shapes = await Promise.all(versions.map((id) => this.pools.shape(id)));
    return shapes.flatMap(({ versionId, items }) => items.filter((item) => item.hash === hash).map((item) => ({ versionId, item })));
  }
}
