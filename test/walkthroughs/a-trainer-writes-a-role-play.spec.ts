import { PlainHands } from '../support/hands';
import { as } from '../support/visitor';
import { loadLibrary, startWorld, type World } from '../support/world';

const ORIGINAL = 'Who may meet at the exchange point?';

describe('a trainer writes a role-play', () => {
  let world: World;
  let tomas: PlainHands;

  beforeAll(async () => {
    world = await startWorld();
    await loadLibrary(world);
    tomas = new PlainHands(as(world, world.tomas));
  }, 60_000);
  afterAll(() => world.stop());

  it('he begins with a template, and its page says what it still lacks', async () => {
    await tomas.goTo('/chapters/kenya');
    await tomas.follow('Role-plays');
    const draft = await tomas.press('Begin with the template', { 'Title (optional)': 'Who runs the cable?' });
    expect(draft.heading).toBe('Who runs the cable?');
    console.log(draft.main);
    expect(draft.offers('Publish')).toBe(false);
  });

  it('he begins with a copy, which can be published at once', async () => {
    await tomas.follow('Role-plays');
    const copy = await tomas.press(`Begin a copy: ${ORIGINAL}`);
    expect(copy.heading).toBe(`${ORIGINAL} (copy)`);
    expect(copy.main).toContain('Nothing stands against publishing it.');
    const published = await tomas.press('Publish');
    expect(published.text).toContain('The role-play is published.');
  });

  it('nothing went wrong on the way', () => {
    expect(world.log.faults).toEqual([]);
  });
});
