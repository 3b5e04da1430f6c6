import { Certificate } from '../../src/certificates/certificate.entity';
import { CertificateEvent } from '../../src/certificates/holding/certificate-event.entity';
import { CertificateRequest } from '../../src/certificates/holding/certificate-request.entity';
import { newCode } from '../../src/certificates/code';
import { newId } from '../../src/kernel/identifier';
import type { Person } from '../../src/people/person.entity';
import type { LearningWorld } from './world';

/** Asks for another name on her own certificate, hides it, and answers somebody else who asked. */
export async function holds({ database, clock, baraka }: LearningWorld, neema: Person): Promise<void> {
  const at = clock.now();
  const [own] = await database.read(Certificate).findBy({ personId: neema.id });
  const other = { ...own!, id: newId(), code: newCode(), enrolmentId: null, personId: baraka.id, name: baraka.name, credential: null };
  const asked = { latinName: null, why: 'changed' as const, askedAt: at };
  await database.write(async (write) => {
    await write.insert(Certificate, { ...other, statusList: null, statusIndex: null });
    await write.insert(CertificateRequest, [
      {
        id: newId(),
        certificateId: own!.id,
        personId: neema.id,
        ...asked,
        name: 'Neema Qurixel Njoroge',
        state: 'waiting',
        answeredAt: null,
        answeredById: null,
      },
      {
        id: newId(),
        certificateId: other.id,
        personId: baraka.id,
        ...asked,
        name: 'Baraka',
        state: 'refused',
        answeredAt: at,
        answeredById: neema.id,
        answer: 'No',
      },
    ]);
    await write.insert(CertificateEvent, [
      { id: newId(), certificateId: own!.id, kind: 'hidden', at, actorId: neema.id, category: null, note: null },
      { id: newId(), certificateId: other.id, kind: 'withdrawn', at, actorId: neema.id, category: 'error', note: 'A slip' },
    ]);
  });
}
