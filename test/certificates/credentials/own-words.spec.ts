import type { JsonObject } from '../../../src/certificates/credentials/linked-data';
import { canonicalForm, withOwnWords } from '../../../src/certificates/credentials/linked-data';
import { StatusList } from '../../../src/certificates/credentials/status-list.entity';
import { type LearningWorld, startLearning } from '../../support/world';
import { earned } from './holder';

describe('a document with only the words that it uses', () => {
  let world: LearningWorld;
  beforeAll(async () => (world = await startLearning()));
  afterAll(() => world.stop());

  const forms = async (document: JsonObject) => {
    const own = withOwnWords(document);
    return { whole: await canonicalForm(document), own: await canonicalForm(own), length: JSON.stringify(own['@context']).length };
  };

  it('has the canonical form of the whole: a certificate, its proof, a status list', async () => {
    const { document } = await earned(world, world.wanjiku, world.studies.wanjiku);
    const { proof, ...unsigned } = document as JsonObject & { proof: [JsonObject] };
    const { proofValue: _proofValue, ...config } = proof[0];
    const { credential } = await world.database.read(StatusList).findOneByOrFail({ id: '1' });
    const { proof: _proof, ...list } = JSON.parse(credential) as JsonObject;
    for (const one of [unsigned, { '@context': document['@context'], ...config }, list]) {
      const { whole, own, length } = await forms(one);
      expect(own).toBe(whole);
      expect(length).toBeLessThan(12_000);
    }
  });
});
