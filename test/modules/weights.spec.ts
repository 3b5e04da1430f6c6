import { request } from 'node:http';
import { Weights } from '../../src/modules/weights.service';
import { as } from '../support/visitor';
import { type LearningWorld, startLearning } from '../support/world';

let world: LearningWorld;
beforeAll(async () => {
  world = await startLearning();
});
afterAll(() => world.stop());

/** What really travels for a page: its compressed body and its headers. */
async function travelled(address: string): Promise<number> {
  const wanjiku = as(world, world.wanjiku);
  await wanjiku.get(address).expect(200);
  return new Promise((done, failed) => {
    const headers = { cookie: `session=${wanjiku.cookie('session')}`, 'accept-encoding': 'gzip' };
    const asked = request(new URL(address, world.address), { headers }, (answer) => {
      let bytes = answer.rawHeaders.join('').length;
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
      answer.on('end', () => done(bytes));
    });
    asked.on('error', failed).end();
  });
}

describe('what a step weighs', () => {
  it('is said within a quarter of what a lesson really weighs', async () => {
    const { pins } = world.cohort;
    const lesson = { key: 'humming', kind: 'lesson' as const, minutes: 5, glossary: [], check: null, sources: 0 };
    const said = await world.app.get(Weights).ofStep(pins, 'rough-consensus', lesson, 'en');
    const real = await travelled(`/lessons/${world.studies.wanjiku}/rough-consensus/humming`);
    expect(Math.abs(said - real) / real).toBeLessThan(0.25);
  });

  it('adds up to what the invitation says', async () => {
    const { programmeVersionId, pins } = world.cohort;
    const bytes = await world.app.get(Weights).ofProgramme(programmeVersionId, pins, 'en');
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(200_000);
    expect(await world.app.get(Weights).ofProgramme(programmeVersionId, pins, 'en')).toBe(bytes);
  });
});
