import { Certificate } from '../../src/certificates/certificate.entity';
import { Corrections } from '../../src/certificates/holding/corrections.service';
import type { Ground } from './tour';
import type { Stop } from './tour-pages';
import type { World } from './world';

/** Zuri asks for another name on her certificate, long after it was issued. */
export async function holdingOf({ app, database, clock }: World, certificate: { id: string }, personId: string): Promise<void> {
  const asked = { name: 'Zuri Achieng Otieno', latinName: null, why: 'changed' as const };
  const { issuedAt } = (await database.read(Certificate).findOneBy({ id: certificate.id }))!;
  const before = new Date(issuedAt.getTime() - 20 * 86_400_000);
  await database.write(async (write) => {
    await write.update(Certificate, { id: certificate.id }, { issuedAt: before });
    await app.get(Corrections, { strict: false }).ask(write, certificate.id, personId, asked, clock.now());
    await write.update(Certificate, { id: certificate.id }, { issuedAt });
  });
}

/** What a chapter's leads see of certificates. */
export function holdingPages({ world, certificate }: Ground): Stop[] {
  const { amara } = world;
  const place = '/chapters/kenya/certificates';
  const stop = (name: string, address: string, more: Partial<Stop> = {}): Stop => ({ who: amara, name, address, status: 200, ...more });
  return [
    stop('certificates of a chapter', place),
    stop('certificates of a chapter, no such number', `${place}?number=7Q4M`, { status: 404 }),
    stop('certificate, for its lead', `${place}/${certificate.id}`),
    stop('certificate, to be withdrawn', `${place}/${certificate.id}/withdrawal`),
    stop('certificate, withdrawn without a reason', `${place}/${certificate.id}/withdrawal`, { status: 422, fields: { note: 'Why?' } }),
  ];
}
