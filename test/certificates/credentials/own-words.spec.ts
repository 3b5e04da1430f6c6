import type { JsonObject } from '../../../src/certificates/credentials/linked-data';
import { canonicalForm, withOwnWords } from '../../../src/certificates/credentials/linked-data';
import { StatusList } from '../../../src/certificates/credentials/status-list.entity';
import { type LearningWorld, startLearning } from '../../support/world';
import { earned } from './holder';

describe('a document with only the words that it uses', () => {
  let world: LearningWorld;
  beforeAll(async () => (world = await startLearning()), 60_000);
  afterAll(() => world.stop());

  const same = async (document: JsonObject) => {
    const own = withOwnWords(document);
    expect(JSON.stringify(own['@context']).length).toBeLessThan(12_000);
    expect(await canonicalForm(own)).toBe(await canonicalForm(document));
  };

  it('has the canonical form of the whole: a certificate, its proof, a status list', async () => {
    const { document } = await earned(world, world.wanjiku, world.studies.wanjiku);
    const { proof, ...unsigned } = document as JsonObject & { proof: [JsonObject] };
    const { proofValue: _proofValue, ...config } = proof[0];
    await same(unsigned);
    await same({ '@context': document['@context'], ...config });
    const { credential } = await world.database.read(StatusList).findOneByOrFail({ id: '1' });
    const { proof: _proof, ...list } = JSON.parse(credential) as JsonObject;
    await same(list);
  });
});
