import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { Refusal } from '../../kernel/refusal';
import { Issuer } from './issuer.service';
import { IssuerKey } from './issuer-key.entity';
import { type KeyKind, newKeyPair, written } from './key-forms';
import { KeySecret } from './key-secret.service';
import { sealed, unsealed } from './sealing';

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

  /** The key that signs what is issued now. Refuses where nobody could check it. */
  async issuing(write: Writer, kind: KeyKind, now: Date): Promise<SigningKey> {
    await this.assertFit();
    return this.signing(write, this.issuer.did, kind, now);
  }

  /** The key that signs for an issuer that this site is or was, made when there is none. */
  async signing(write: Writer, did: string, kind: KeyKind, now: Date): Promise<SigningKey> {
    const active = await this.active(did, kind);
    if (active) return this.opened(active);
    await this.make(write, did, kind, now);
    return this.opened((await this.active(did, kind))!);
  }

  async assertFit(): Promise<void> {
    const { unfit, strict, did } = this.issuer;
    if (unfit) throw new Refusal(`credentials.refusal.${unfit}`);
    if (strict && !(await this.active(did, 'ed25519')) && (await this.database.read(IssuerKey).exists()))
      throw new Refusal('credentials.refusal.moved');
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

  private opened({ id, did, name, privateKey }: IssuerKey): SigningKey {
    const key = privateKey && unsealed(privateKey, this.secret.get(), id);
    if (!key) throw new Refusal('credentials.refusal.sealed');
    return { did, address: `${did}#${name}`, key };
  }

  /** By the year and a number in it; what signs tokens says so. */
  private async freeName(did: string, kind: KeyKind, now: Date): Promise<string> {
    const taken = new Set((await this.of(did)).map(({ name }) => name));
    const stem = `${kind === 'p256' ? 'jwt' : 'key'}-${now.getUTCFullYear()}`;
    for (let number = 1; ; number++) if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
  }
}
