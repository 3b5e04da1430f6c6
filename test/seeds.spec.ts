import { contents } from './support/tables';
import { type World, loadLibrary, startWorld } from './support/world';

describe('seeds', () => {
  let world: World;
  beforeAll(async () => (world = await startWorld()));
  afterAll(() => world.stop());

  it('the library, taken in twice, is the library taken in once', async () => {
    const before = await contents(world.database);
    await loadLibrary(world);
    const once = await contents(world.database);
    expect(once).not.toEqual(before);
    world.clock.advance({ days: 1 });
    await loadLibrary(world);
    expect(await contents(world.database)).toEqual(once);
  });
});
