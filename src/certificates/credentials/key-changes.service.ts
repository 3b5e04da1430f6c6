import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { Issuer } from './issuer.service';
import { IssuerKey, type KeyState } from './issuer-key.entity';
import { IssuerKeys } from './issuer-keys.service';
import { KEY_KINDS } from './key-forms';
import { StatusLists } from './status-lists.service';

/** What a host does with keys: take new ones every year, and give one up that somebody else may have. */
@Injectable()
export class KeyChanges {
  constructor(
    private readonly database: Database,
    private readonly issuer: Issuer,
    private readonly keys: IssuerKeys,
    private readonly lists: StatusLists,
  ) {}

  /** New keys from now on, under the host that the site has now. What the old ones signed stays good; their private halves are destroyed. */
  async rotate(now: Date): Promise<void> {
    const { did } = this.issuer;
    await this.database.write(async (write) => {
      const active = (await this.keys.of(did)).filter(({ state }) => state === 'active');
      for (const key of active) await this.end(write, key, 'retired', now);
      for (const kind of KEY_KINDS) await this.keys.make(write, did, kind, now);
    });
    await this.signLists(did, now);
  }

  /** Nothing that this key signed is believed from now on. The lists are signed anew at once, certificates by `SigningAnew`. */
  async compromise(key: IssuerKey, now: Date): Promise<void> {
    await this.database.write(async (write) => {
      await this.end(write, key, 'compromised', now);
      if (key.state === 'active') await this.keys.make(write, key.did, key.kind, now);
    });
    await this.signLists(key.did, now);
  }

  private async end(write: Writer, { id, state }: IssuerKey, after: KeyState, now: Date): Promise<void> {
    const ended = await write.update(IssuerKey, { id, state }, { state: after, privateKey: null, endedAt: now });
    if (ended !== 1) throw new Error('Somebody else has just changed this key');
  }

  private async signLists(did: string, now: Date): Promise<void> {
    for (const id of await this.lists.of(did)) await this.database.write((write) => this.lists.sign(write, id, now));
  }
}
