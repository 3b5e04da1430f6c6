import { Injectable } from '@nestjs/common';
import { canonical } from '../../content/canonical';
import { sha256 } from '../../content/hash';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { achievementOf, achievementSlug, type Earned } from './achievement';
import { Achievement } from './achievement.entity';

/** What certificates were given for, kept apart from them: a stranger who looks up an achievement learns nothing about anybody. */
@Injectable()
export class Achievements {
  constructor(private readonly database: Database) {}

  version(slug: string, version: number): Promise<Achievement | null> {
    return this.database.read(Achievement).findOneBy({ slug, version });
  }

  /** The version that is exactly this; made when nobody has earned it before. */
  async of(write: Writer, earned: Earned, now: Date): Promise<Achievement> {
    const facts = achievementOf(earned);
    const slug = achievementSlug(earned);
    const hash = sha256(canonical(facts));
    for (;;) {
      const known = await this.database.read(Achievement).findOneBy({ slug, hash });
      if (known) return known;
      const version = ((await this.database.read(Achievement).maximum('version', { slug })) ?? 0) + 1;
      await write.insertOnce(Achievement, { id: newId(), slug, version, hash, facts, createdAt: now });
    }
  }
}
