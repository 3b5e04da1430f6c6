import type { ChapterScenario } from '../../../src/simulations/writing/chapter-scenario.entity';
import { ChapterScenarios } from '../../../src/simulations/writing/chapter-scenarios.service';
import type { Draft, Edited } from '../../../src/simulations/writing/draft';
import type { World } from '../../support/world';
import { draftIn } from './drafts';

/** A chapter's copy of a scenario of the library, which nobody has changed yet. */
export class ChapterDraft {
  private constructor(
    private readonly world: World,
    readonly slug: string,
  ) {}

  static async of(world: World, library = 'exchange-point-peering'): Promise<ChapterDraft> {
    return new ChapterDraft(world, (await draftIn(world, world.kenya, library)).slug);
  }

  get address(): string {
    return `/chapters/kenya/scenarios/${this.slug}`;
  }

  /** As it stands now. */
  async now(): Promise<ChapterScenario> {
    return (await this.world.app.get(ChapterScenarios, { strict: false }).bySlug(this.world.kenya.id, this.slug))!;
  }

  /** As somebody else changes it meanwhile. */
  async change(edit: (draft: Draft) => Edited): Promise<void> {
    const { id, version } = await this.now();
    const scenarios = this.world.app.get(ChapterScenarios, { strict: false });
    await this.world.database.write((write) => scenarios.change(write, { id, version }, edit, this.world.clock.now()));
  }

  async role(key: string) {
    return (await this.now()).structure.roles.find((role) => role.key === key)!;
  }
}
