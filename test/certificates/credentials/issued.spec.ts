import { Certificate } from '../../../src/certificates/certificate.entity';
import { Credentials } from '../../../src/certificates/credentials/credentials.service';
import { type LearningWorld, startLearning } from '../../support/world';
import { earn } from '../finished';

let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

const credentials = () => world.app.get(Credentials, { strict: false });
const ofCode = (code: string) => world.database.read(Certificate).findOneByOrFail({ code });

describe('a certificate that is issued', () => {
  it('is a signed document that really verifies', async () => {
    const { code } = await earn(world, world.wanjiku, world.studies.wanjiku, 'Wanjikũ Kamau');
    const certificate = await ofCode(code);
    const checked = await credentials().check(JSON.parse(certificate.credential!), world.clock.now());
    expect(checked).toMatchObject({ verdict: 'valid', facts: { name: 'Wanjikũ Kamau', credentialId: `urn:uuid:${certificate.id}` } });
  });

  it('is revoked by a bit in a list that is signed anew', async () => {
    const { code } = await earn(world, world.mei, world.studies.mei, '陈美');
    const certificate = await ofCode(code);
    const check = async () => (await credentials().check(JSON.parse(certificate.credential!), world.clock.now())).verdict;
    expect(await check()).toBe('valid');
    await world.database.write((write) => credentials().revoke(write, certificate, world.clock.now()));
    expect(await check()).toBe('revoked');
  });
});
