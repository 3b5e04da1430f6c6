import { Certificate } from '../../src/certificates/certificate.entity';
import type { MakeSheet } from './lead-sheets';
import { checkingOf } from './tour-checking';
import { credentialsOf } from './tour-credentials';
import { holdingOf } from './tour-holding';
import { issuingOf } from './tour-issuing';
import { printingOf } from './tour-printing';
import type { Sheet } from './trainee-pages';
import type { LearningWorld } from './world';

/** What people do with certificates after the last step: confirm, hold, correct, withdraw, check, keep. */
export async function certificateSheets(world: LearningWorld, sheet: MakeSheet): Promise<Sheet[]> {
  const { amara } = world;
  const { naliaka, cohort, studies } = await issuingOf(world);
  const { kito, hidden, withdrawn, replaced } = await checkingOf(world);
  const { fine, asking, asked, ...held } = await holdingOf(world);
  await printingOf(world, fine.id);
  const { code } = await world.database.read(Certificate).findOneByOrFail({ id: fine.id });
  const { achievement } = await credentialsOf(world, code);
  const own = `/learning/${studies.naliaka}/certificate`;
  const team = '/chapters/kenya/certificates';
  return [
    sheet(naliaka, 'certificate, steps and a mark missing', own),
    sheet(naliaka, 'confirm the name for a module', `${own}/rough-consensus`),
    sheet(fine.who, 'certificate with a design', `/certificates/${fine.id}`),
    sheet(fine.who, 'name of a certificate', `/certificates/${fine.id}/name`),
    sheet(asking.who, 'certificate, another name asked for', `/certificates/${asking.id}`),
    sheet(held.withdrawn.who, 'certificate, withdrawn', `/certificates/${held.withdrawn.id}`),
    sheet(kito, 'certificates from elsewhere', '/kept'),
    sheet(kito, 'badges of practice', '/practice'),
    sheet(null, 'verify, name hidden', `/verify/${hidden}`),
    sheet(null, 'verify, withdrawn', `/verify/${withdrawn}`),
    sheet(null, 'verify, replaced', `/verify/${replaced}`),
    sheet(null, 'issuer', '/issuer'),
    sheet(null, 'achievement', achievement),
    sheet(amara, 'roll of certificates', `/cohorts/${cohort.id}/certificates`),
    sheet(amara, 'certificates of a chapter', team),
    sheet(amara, 'certificate, for its lead', `${team}/${asked.id}`),
    sheet(amara, 'certificate, to be withdrawn', `${team}/${fine.id}/withdrawal`),
    sheet(amara, 'design of certificates', '/chapters/kenya/certificate-design'),
  ];
}
