import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { Refusal } from '../../kernel/refusal';
import type { Obstacle } from './did';
import { Issuer } from './issuer.service';
import { IssuerKey } from './issuer-key.entity';
import { KEY_KINDS, type KeyKind, newKeyPair, written } from './key-forms';
import { KeySecret } from './key-secret.service';
import { sealed, unsealed } from './sealing';

const YEAR_MS = 366 * 86_400_000;

/** A key that is ready to sign. */
export interface SigningKey {
  did: string;
  /** As documents name it: `did:web:…#key-2027-1`. */
  address: string;
  key: KeyObject;
}

/** The keys of this site, made when the first certificate needs them. Asked anew each time: another process may have changed them. */
@Injectable()
export class IssuerKeys {
  /** The key that was opened last, by what it was opened from. */
  private last: { from: string; key: KeyObject } | null = null;

  constructor(
    private readonly database: Database,
    private readonly issuer: Issuer,
    private readonly secret: KeySecret,
  ) {}

  /** Every key that this site ever had under a name, the oldest first. */
  of(did: string): Promise<IssuerKey[]> {
    return this.database.read(IssuerKey).find({ where: { did }, order: { createdAt: 'ASC', name: 'ASC' } });
  }

  async named(address: string): Promise<IssuerKey | null> {
    const [did = '', name = ''] = address.split('#');
    return this.database.read(IssuerKey).findOneBy({ did, name });
  }

  /** The key that signs what is issued now; the first one is made together with the one for tokens. Refuses where nobody could check it. */
  async issuing(write: Writer, now: Date): Promise<SigningKey> {
    const ready = this.issuer.unfit ? null : await this.ready(this.issuer.did, 'ed25519');
    if (ready) return ready;
    await this.assertFit();
    return this.signing(write, this.issuer.did, now);
  }

  /** The key that signs documents for an issuer that this site is or was. */
  async signing(write: Writer, did: string, now: Date): Promise<SigningKey> {
    const ready = await this.ready(did, 'ed25519');
    if (ready) return ready;
    for (const kind of KEY_KINDS) await this.make(write, did, kind, now);
    return (await this.ready(did, 'ed25519'))!;
  }

  /** The active key of a kind, opened; null when there is none. Refuses when it does not open. */
  async ready(did: string, kind: KeyKind): Promise<SigningKey | null> {
    const active = await this.active(did, kind);
    return active && this.opened(active);
  }

  compromised(): Promise<IssuerKey[]> {
    return this.database.read(IssuerKey).findBy({ kind: 'ed25519', state: 'compromised' });
  }

  /** Whether the yearly rotation is due. */
  async areOld(now: Date): Promise<boolean> {
    const active = await this.active(this.issuer.did, 'ed25519');
    return active !== null && now.getTime() - active.createdAt.getTime() > YEAR_MS;
  }

  /** Why nothing can be issued now, or null. */
  async obstacle(): Promise<Obstacle | null> {
    const { unfit, strict, did } = this.issuer;
    if (unfit) return unfit;
    const active = await this.active(did, 'ed25519');
    if (active) return this.open(active) ? null : 'sealed';
    return strict && (await this.database.read(IssuerKey).exists()) ? 'moved' : null;
  }

  async assertFit(): Promise<void> {
    const obstacle = await this.obstacle();
    if (obstacle) throw new Refusal(`credentials.refusal.${obstacle}`);
  }

  /** A new key beside the others; nothing when another transaction was first. */
  async make(write: Writer, did: string, kind: KeyKind, now: Date): Promise<void> {
    const { publicKey, privateKey } = newKeyPair(kind);
    const name = await this.freeName(did, kind, now);
    const id = newId();
    await write.insertOnce(IssuerKey, {
      id,
      did,
      name,
      kind,
      state: 'active',
      publicKey: written(kind, publicKey),
      privateKey: sealed(privateKey, this.secret.get(), id),
      createdAt: now,
      endedAt: null,
    });
  }

  private active(did: string, kind: KeyKind): Promise<IssuerKey | null> {
    return this.database.read(IssuerKey).findOneBy({ did, kind, state: 'active' });
  }

  private opened(issuerKey: IssuerKey): SigningKey {
    const { did, name } = issuerKey;
    const key = this.open(issuerKey);
    if (!key) throw new Refusal('credentials.refusal.sealed');
    return { did, address: `${did}#${name}`, key };
  }

  private open({ id, privateKey }: IssuerKey): KeyObject | null {
    if (privateKey === null) return null;
    const secret = this.secret.get();
    const from = `${id} ${privateKey} ${secret}`;
    const key = this.last?.from === from ? this.last.key : unsealed(privateKey, secret, id);
    if (key) this.last = { from, key };
    return key;
  }

  /** By the year and a number in it; what signs tokens says so. */
  private async freeName(did: string, kind: KeyKind, now: Date): Promise<string> {
    const taken = new Set((await this.of(did)).map(({ name }) => name));
    const stem = `${kind === 'p256' ? 'jwt' : 'key'}-${now.getUTCFullYear()}`;
    for (let number = 1; ; number++) if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
  }
}
