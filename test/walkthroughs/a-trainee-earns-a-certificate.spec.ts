import { PlainHands } from '../support/hands';
import { Story } from '../support/story';
import { as, stranger } from '../support/visitor';
import { loadLibrary, startWorld, type World } from '../support/world';

describe('a trainee earns a certificate', () => {
  let world: World;
  const story = new Story();
  const njeri = { name: 'Njeri Wambui', email: 'njeri@example.org' };
  let trainee: PlainHands;
  let link: string;
  let code: string;

  beforeAll(async () => {
    world = await startWorld();
    await loadLibrary(world);
    trainee = new PlainHands(stranger(world));
  });
  afterAll(() => world.stop());

  it('a lead opens a cohort and gets a link to send', async () => {
    link = await story.openCohort(new PlainHands(as(world, world.amara)), 'Kenya', 'Nairobi, March');
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/join\/[\w-]{22}$/);
  });

  it('somebody new joins by the link and stands before the first lesson', async () => {
    const page = await story.join(trainee, link, njeri);
    expect(page.status).toBe(200);
    expect(page.main).toContain('Where the idea comes from');
  });

  it('reads six lessons, each with one press, and comes to the quiz', async () => {
    const before = trainee.presses;
    expect(await story.readLessons(trainee)).toBe(6);
    expect(trainee.presses - before).toBeLessThanOrEqual(7);
    expect((await trainee.page()).heading).toContain('deciding without a vote');
  });

  it('does not pass at first, and reads why', async () => {
    const page = await story.takeQuiz(trainee, 8);
    expect(page.heading).toMatch(/^Not passed yet/);
    expect(page.links.filter(({ address }) => /^\/lessons\/.*#/.test(address)).length).toBeGreaterThanOrEqual(6);
    await trainee.follow(page.links.find(({ address }) => /^\/lessons\/.*#/.test(address))!.name);
    expect((await trainee.page()).status).toBe(200);
    await trainee.goTo(page.address);
  });

  it('passes the second time, and has finished', async () => {
    const page = await story.takeQuiz(trainee);
    expect(page.heading).toMatch(/^You passed/);
    expect(page.main).toContain('you have finished the programme');
  });

  it('opens the letter that came when she joined: one press', async () => {
    const before = trainee.presses;
    const page = await story.confirmAddress(trainee, world, njeri.email);
    expect(page.text).toContain('Your address is confirmed.');
    expect(trainee.presses - before).toBe(1);
  });

  it('confirms the name and gets the certificate, once', async () => {
    const { page, code: number } = await story.takeCertificate(trainee);
    code = number;
    expect(page.main).toContain('Njeri Wambui');
    expect(page.main).toContain('Taking part in Internet governance');
  });

  it('a stranger types the number and sees that it is genuine', async () => {
    const page = await story.verify(new PlainHands(stranger(world)), code.toLowerCase().replaceAll('-', ' '));
    expect(page.heading).toBe('This certificate is genuine');
    expect(page.main).not.toContain('Njeri Wambui'); // until she shows it
  });

  it('the lead sees it on her board', async () => {
    const lead = new PlainHands(as(world, world.amara));
    await lead.goTo('/chapters/kenya');
    const board = await lead.follow('Nairobi, March');
    expect(board.rows('Njeri Wambui').join('\n')).toContain('Issued 1 Mar');
  });

  it('nothing went wrong on the way', () => {
    expect(world.log.faults).toEqual([]);
    console.log(`presses of the trainee, from the invitation to the certificate: ${trainee.presses}`);
  });
});
