import { open } from '../support/page';
import { as, stranger } from '../support/visitor';
import { type LearningWorld, openCohort, startLearning } from '../support/world';

let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

describe('a stranger who looks for a chapter', () => {
  it('finds every chapter that shows itself, those where something begins first', async () => {
    const page = await open(stranger(world), '/welcome');
    expect(page.headings).toEqual(expect.arrayContaining(['Kenya', 'لبنان', '槟城']));
    expect(page.main).toContain('1 cohort begins or runs');
    expect((await open(stranger(world), page.link('Kenya'))).heading).toBe('Kenya');
  });

  it('sees what can be taken part in, and when; what is over is not there', async () => {
    await openCohort(world, world.kenya, { name: 'Long ago', startsOn: '2025-01-06', endsOn: '2025-02-16' });
    const { main } = await open(stranger(world), '/welcome/kenya');
    expect(main).toMatch(/Nairobi, March Taking part in Internet governance · English Runs until/);
    expect(main).not.toContain('Long ago');
  });

  it('reads no name and no address of anybody, and no link to join', async () => {
    const pages = [await open(stranger(world), '/welcome'), await open(stranger(world), '/welcome/kenya')];
    for (const { html } of pages) {
      for (const { name, email } of [world.amara, world.tomas, world.wanjiku, world.baraka]) {
        expect(html).not.toContain(name.split(' ')[0]);
        expect(html).not.toContain(email);
      }
      expect(html).not.toMatch(/\/join\/|\/cohorts\//);
    }
  });

  it('and somebody of another chapter sees no more', async () => {
    const [hers, nobodys] = [await open(as(world, world.mei), '/welcome/kenya?language=en'), await open(stranger(world), '/welcome/kenya')];
    expect(hers.main).toBe(nobodys.main);
  });

  it.each(['/welcome/Kenya', '/welcome/..%2f', '/welcome/new', '/welcome/nobody'])('%s is nothing', async (address) => {
    await stranger(world).get(address).expect(404);
  });

  it('finds the list from the first page', async () => {
    const page = await open(stranger(world), '/');
    expect(page.link('Find a chapter')).toBe('/welcome');
  });
});
