import { PlainHands } from '../support/hands';
import { as } from '../support/visitor';
import { enrol, loadLibrary, openCohort, startWorld, type World } from '../support/world';

describe('a trainee sits at a table alone', () => {
  let world: World;
  let wanjiku: PlainHands;

  beforeAll(async () => {
    world = await startWorld();
    await loadLibrary(world);
    await enrol(world, world.wanjiku, await openCohort(world, world.kenya, { name: 'Nairobi table', programme: 'at-the-table' }));
    wanjiku = new PlainHands(as(world, world.wanjiku));
  });
  afterAll(() => world.stop());

  it('finds the simulation after the lesson', async () => {
    await wanjiku.goTo('/learning');
    await wanjiku.follow(/Before you take a seat/);
    const page = await wanjiku.press(/^I have read this/);
    expect(page.heading).toContain('exchange');
    console.log(page.main);
    const brief = await wanjiku.press('Read my brief', { 'Which seat do you take?': 'Small ISPs' }).catch((e) => { console.log(page.buttons, page.html); throw e; });
    console.log(brief.address, brief.main);
    const room = await wanjiku.press('I have read this. Take my seat');
    console.log(room.address, room.main, room.buttons, room.html.length);
  });
});
