import { Injectable } from '@nestjs/common';
import { Audit } from '../../chapters/audit/audit.service';
import { Content } from '../../content/content.service';
import { Conflict } from '../../database/conflict';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { Refusal } from '../../kernel/refusal';
import { ChapterScenario } from './chapter-scenario.entity';
import { publication } from './publication';

type Seen = Pick<ChapterScenario, 'id' | 'version'>;

/** Publishing what a chapter wrote, letting others copy it, putting it away. */
@Injectable()
export class Publications {
  constructor(
    private readonly database: Database,
    private readonly content: Content,
    private readonly audit: Audit,
  ) {}

  /** Publishes it as it is now. Refuses while something stands against it; tables that are set keep the version they were set with. */
  async publish(write: Writer, at: Seen, by: string, now: Date): Promise<void> {
    const scenario = await this.locked(write, at);
    const document = publication(scenario);
    if (!document) throw new Refusal('scenarios.refusal.not-publishable');
    const versionId = await this.content.publish(write, document, now);
    await write.changeAt(ChapterScenario, at, { publishedVersionId: versionId, publishedEdition: at.version + 1, publishedAt: now });
    await this.audit.note(write, { chapterId: scenario.chapterId, act: 'scenario-published', actorId: by, objectId: at.id }, now);
  }

  /** Lets other chapters copy what is published, or no longer; copies that they have made stay theirs. */
  async share(write: Writer, at: Seen, sharedAt: Date | null, by: string, now: Date): Promise<void> {
    const scenario = await this.locked(write, at);
    if (sharedAt && !scenario.publishedVersionId) throw new Refusal('scenarios.refusal.not-published');
    await write.changeAt(ChapterScenario, at, { sharedAt, publishedEdition: aside(scenario) });
    const act = sharedAt ? 'scenario-shared' : 'scenario-taken-back';
    await this.audit.note(write, { chapterId: scenario.chapterId, act, actorId: by, objectId: at.id }, now);
  }

  /** Puts it away, or takes it out again. */
  async putAway(write: Writer, at: Seen, archivedAt: Date | null): Promise<void> {
    const scenario = await this.locked(write, at);
    await write.changeAt(ChapterScenario, at, { archivedAt, publishedEdition: aside(scenario) });
  }

  private async locked(write: Writer, at: Seen): Promise<ChapterScenario> {
    await write.lock(ChapterScenario, at.id);
    const scenario = await this.database.read(ChapterScenario).findOneByOrFail({ id: at.id });
    if (scenario.version !== at.version) throw new Conflict('ChapterScenario', at.id);
    return scenario;
  }
}

/** What is no change to publish leaves it as published as it was. */
function aside({ version, publishedEdition }: ChapterScenario): number | null {
  return publishedEdition === version ? version + 1 : publishedEdition;
}
