import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../web/requests/clock';
import { Log } from '../../web/requests/log';
import { IssuerKeys } from './issuer-keys.service';
import { SigningAnew } from './signing-anew.service';
import { StatusLists } from './status-lists.service';

const EVERY_MS = 3_600_000;

/** Publishes status lists anew every day, changed or not, and signs what is not signed yet. Several processes can be at it. */
@Injectable()
export class CredentialSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;
  private working = false;

  constructor(
    private readonly keys: IssuerKeys,
    private readonly lists: StatusLists,
    private readonly anew: SigningAnew,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.sweep(), EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  async sweep(): Promise<void> {
    if (this.working) return;
    this.working = true;
    const now = this.clock.now();
    try {
      const obstacle = await this.keys.obstacle();
      if (obstacle) return this.log.say('certificates-cannot-be-issued', { reason: obstacle });
      const [lists, anew, first] = [await this.lists.refresh(now), await this.anew.compromised(now), await this.anew.unsigned(now)];
      if (lists + anew + first) this.log.say('certificates-signed', { lists, anew, first });
      if (await this.keys.areOld(now)) this.log.say('signing-keys-are-old', { todo: 'chapterhouse keys rotate' });
    } catch (error) {
      this.log.fault(error, { where: 'credentials' });
    } finally {
      this.working = false;
    }
  }
}
