import { Injectable } from '@nestjs/common';
import { Clock } from '../../web/requests/clock';
import { Log } from '../../web/requests/log';
import { Rounds } from '../../web/requests/rounds';
import { IssuerKeys } from './issuer-keys.service';
import { SigningAnew } from './signing-anew.service';
import { StatusLists } from './status-lists.service';

const EVERY_MS = 3_600_000;

/** Publishes status lists anew every day, changed or not, and signs what is not signed yet. Several processes can be at it. */
@Injectable()
export class CredentialSweep extends Rounds {
  constructor(
    private readonly keys: IssuerKeys,
    private readonly lists: StatusLists,
    private readonly anew: SigningAnew,
    private readonly clock: Clock,
    log: Log,
  ) {
    super(EVERY_MS, 'credentials', log);
  }

  /** Returns how many lists and certificates were signed. */
  async round(): Promise<number> {
    const now = this.clock.now();
    const obstacle = await this.keys.obstacle();
    if (obstacle) {
      this.log.say('certificates-cannot-be-issued', { reason: obstacle });
      return 0;
    }
    const [lists, anew, first] = [await this.lists.refresh(now), await this.anew.compromised(now), await this.anew.unsigned(now)];
    if (lists + anew + first) this.log.say('certificates-signed', { lists, anew, first });
    if (await this.keys.areOld(now)) this.log.say('signing-keys-are-old', { todo: 'chapterhouse keys rotate' });
    return lists + anew + first;
  }
}
