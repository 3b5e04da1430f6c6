import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { withProof } from './data-integrity';
import { Issuer } from './issuer.service';
import { IssuerKeys, type SigningKey } from './issuer-keys.service';
import type { JsonObject } from './linked-data';
import { listAddress, type Place } from './open-badge';
import { emptyBits, PLACES, statusListDocument, toSecond, unpacked, withBit } from './status-list';
import { StatusList } from './status-list.entity';
import { StatusPlace } from './status-place.entity';

/** The lists that say which certificates were revoked: they give out places, set bits, and are published as they were signed. */
@Injectable()
export class StatusLists {
  /** A whole number from 0 up to the one below the bound. */
  chance = (below: number): number => randomInt(below);

  constructor(
    private readonly database: Database,
    private readonly issuer: Issuer,
    private readonly keys: IssuerKeys,
  ) {}

  one(id: string): Promise<StatusList | null> {
    return this.database.read(StatusList).findOneBy({ id });
  }

  /** A place that nobody has, drawn at random, in a list signed by this key's issuer. */
  async draw(write: Writer, key: SigningKey, now: Date): Promise<Place> {
    for (;;) {
      const list = await this.open(key.did);
      if (!list) {
        await this.begin(write, key, now);
        continue;
      }
      const place = { list: Number(list.id), place: this.chance(PLACES) };
      if (await write.insertOnce(StatusPlace, place)) return place;
      // A place that is taken is the sign to count: the fuller a list is, the sooner it shows.
      const taken = await this.database.read(StatusPlace).countBy({ list: place.list });
      if (taken >= PLACES / 2) await write.update(StatusList, { id: list.id }, { full: true });
    }
  }

  /** Sets the bit, for ever, and signs the list anew. */
  async revoke(write: Writer, { list, place }: Place, now: Date): Promise<void> {
    await this.sign(write, String(list), now, (bits) => withBit(bits, place));
  }

  /** Signs the list anew, with its bits as they are or as `change` makes them. */
  async sign(write: Writer, id: string, now: Date, change = (bits: Buffer): Buffer => bits): Promise<void> {
    await write.lock(StatusList, id);
    const { did, credential, version } = (await this.one(id))!;
    const before = bitsOf(credential);
    const bits = change(before);
    const key = await this.keys.signing(write, did, 'ed25519', now);
    const changed = bits.equals(before) ? 0 : 1;
    const set = { credential: await this.signed(id, bits, key, now), version: version + changed, signedAt: now };
    await write.update(StatusList, { id }, set);
  }

  private open(did: string): Promise<StatusList | null> {
    return this.database.read(StatusList).findOne({ where: { did, full: false }, order: { signedAt: 'DESC' } });
  }

  private async begin(write: Writer, key: SigningKey, now: Date): Promise<void> {
    const lists = await this.database.read(StatusList).find({ select: { id: true } });
    const id = String(Math.max(0, ...lists.map((list) => Number(list.id))) + 1);
    const credential = await this.signed(id, emptyBits(), key, now);
    await write.insertOnce(StatusList, { id, did: key.did, full: false, version: 1, credential, signedAt: now });
  }

  private async signed(id: string, bits: Buffer, { did, address, key }: SigningKey, now: Date): Promise<string> {
    const document = statusListDocument(listAddress(this.issuer.siteOf(did), id), did, bits, now);
    return JSON.stringify(await withProof(document, { created: toSecond(now), verificationMethod: address }, key));
  }
}

/** The bits of a list that was signed here. */
export function bitsOf(credential: string): Buffer {
  const { credentialSubject } = JSON.parse(credential) as { credentialSubject: JsonObject };
  const bits = unpacked(credentialSubject['encodedList']);
  if (!bits) throw new Error('A status list cannot be read');
  return bits;
}
