import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Conflict } from '../../database/conflict';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import type { Snapshot } from '../snapshot';
import { CertificateDesign } from './certificate-design.entity';
import type { Drawn } from './design-fields';
import { type Design, type DesignPicture, HOUSE_DESIGN } from './design';
import { KeptPicture } from './design-picture.entity';

const DAY_MS = 86_400_000;

/** How the certificates of chapters look: every version, and the pictures in them. */
@Injectable()
export class Designs {
  constructor(private readonly database: Database) {}

  /** What a chapter's next certificate will look like; null while that is as everywhere. */
  latest(chapterId: string): Promise<CertificateDesign | null> {
    return this.database.read(CertificateDesign).findOne({ where: { chapterId }, order: { number: 'DESC' } });
  }

  /** What a certificate looks like for ever; the design of the house for one that names none. */
  async of({ snapshot }: { snapshot: Snapshot }): Promise<Design> {
    const version = snapshot.design && (await this.database.read(CertificateDesign).findOneBy({ id: snapshot.design }));
    return version ? this.shown(version.id, version.chapterId, version) : HOUSE_DESIGN;
  }

  /** A design with its pictures; those of other chapters are none of it. */
  async shown(id: string, chapterId: string, { ink, paper, logoId, signatories }: Drawn): Promise<Design> {
    const ids = [logoId, ...signatories.map(({ pictureId }) => pictureId)].filter((one) => one !== null);
    const kept = ids.length ? await this.database.read(KeptPicture).findBy({ id: In(ids), chapterId }) : [];
    const picture = (wanted: string | null): DesignPicture | null => kept.find((one) => one.id === wanted) ?? null;
    return {
      id,
      colours: { ink, paper },
      logo: picture(logoId),
      signatories: signatories.map(({ name, role, pictureId }) => ({ name, role, picture: picture(pictureId) })),
    };
  }

  picture(id: string, chapterId: string): Promise<KeptPicture | null> {
    return this.database.read(KeptPicture).findOneBy({ id, chapterId });
  }

  /** Keeps a picture that was drawn anew; gives its id. */
  async keep(write: Writer, chapterId: string, bytes: Buffer, now: Date): Promise<string> {
    const id = newId();
    await write.insert(KeptPicture, { id, chapterId, bytes, addedAt: now });
    return id;
  }

  /** The next version; pictures that are not the chapter's are left out. Throws a conflict when `after` is no longer the latest number. */
  async save(write: Writer, chapterId: string, after: number, drawn: Drawn, now: Date): Promise<void> {
    const latest = await this.latest(chapterId);
    if ((latest?.number ?? 0) !== after) throw new Conflict('certificate design', chapterId);
    const kept = await this.database.read(KeptPicture).find({ where: { chapterId }, select: { id: true, addedAt: true } });
    const own = (id: string | null) => (kept.some((one) => one.id === id) ? id : null);
    const signatories = drawn.signatories.map((one) => ({ ...one, pictureId: own(one.pictureId) }));
    const version = { ...drawn, logoId: own(drawn.logoId), signatories, id: newId(), chapterId, number: after + 1, createdAt: now };
    if (!(await write.insertOnce(CertificateDesign, version))) throw new Conflict('certificate design', chapterId);
    await this.clear(write, chapterId, version, kept, now);
  }

  /** Takes out the pictures that were only tried, a day ago or longer: no version has them. */
  private async clear(
    write: Writer,
    chapterId: string,
    version: Drawn,
    kept: Pick<KeptPicture, 'id' | 'addedAt'>[],
    now: Date,
  ): Promise<void> {
    const versions: Drawn[] = [version, ...(await this.database.read(CertificateDesign).findBy({ chapterId }))];
    const used = versions.flatMap((one) => [one.logoId, ...one.signatories.map(({ pictureId }) => pictureId)]);
    const unused = kept.filter(({ id, addedAt }) => !used.includes(id) && +addedAt < +now - DAY_MS).map(({ id }) => id);
    if (unused.length) await write.remove(KeptPicture, { id: In(unused) });
  }
}
