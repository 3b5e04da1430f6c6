import { fieldsOf } from '../support/fields';
import { PlainHands } from '../support/hands';
import type { Page } from '../support/page';
import { as } from '../support/visitor';
import { enrol, loadLibrary, openCohort, startWorld, type World } from '../support/world';

const SCENARIO = 'Who may meet at the exchange point?';
const WORDS = 'Our hall stands between all of you, and it belongs to none of you.';
const LEAVING = 'Leaving is allowed, and seen.';
const WHY = 'Nobody here loses everything, and nobody keeps everything.';
const COMMITMENT = 'I will ask who is harmed before I propose anything.';

/** The text that all of them can accept in the third round. */
const PACKAGE: Record<string, string> = {
  'Who runs it': 'an association with a council',
  'How costs are shared': 'fees that rise',
  'Who meets whom': 'networks exchange traffic with all others through the route server',
  'What is published': 'a list of its members and the total',
  'Who settles disputes': 'three independent experts',
};

describe('a trainee sits at a table alone', () => {
  let world: World;
  let wanjiku: PlainHands;
  let baraka: PlainHands;

  beforeAll(async () => {
    world = await startWorld();
    await loadLibrary(world);
    const cohort = await openCohort(world, world.kenya, { name: 'Nairobi table', programme: 'the-table' });
    await enrol(world, world.wanjiku, cohort);
    await enrol(world, world.baraka, cohort);
    wanjiku = new PlainHands(as(world, world.wanjiku));
    baraka = new PlainHands(as(world, world.baraka));
  });
  afterAll(() => world.stop());

  it('finds the role-play after the lesson', async () => {
    await wanjiku.goTo('/learning');
    await wanjiku.follow(/Before you take a seat/);
    const page = await wanjiku.press(/^I have read this/);
    expect(page.heading).toBe(SCENARIO);
    expect(page.main).toContain('You take one; scripts play the others');
  });

  it('chooses a seat, reads the brief and sits down', async () => {
    const brief = await takeSeat(wanjiku, 'Universities');
    expect(brief.heading).toBe('Before you take your seat');
    const seated = await wanjiku.press('I have read this. Take my seat');
    expect(seated.heading).toBe(SCENARIO);
    expect(seated.main).toContain('Say what your role wants');
  });

  it('speaks, and goes on to the first round', async () => {
    const spoken = await wanjiku.press('Say it', { 'In your own words': WORDS });
    expect(spoken.main).toContain(WORDS);
    const page = await wanjiku.press('Go on');
    expect(page.main).toContain('An objection waits for your answer');
  });

  it('answers an objection with the argument that meets it', async () => {
    let page = await wanjiku.follow('Show me');
    const form = page.button('Send my answer Main operator').form;
    const argument = fieldsOf(form).find(({ label }) => label === 'Choose an argument')!;
    page = await wanjiku.press('Send my answer Main operator', {
      'Choose an argument': argument.options.find((one) =>
        one.startsWith('Peering is only for traffic between your customers and theirs'),
      )!,
    });
    expect(page.rows('Main operator').join('\n')).toContain('Answered, not settled');
  });

  it('suggests a change, and it is in the text as soon as others carry it', async () => {
    const page = await wanjiku.page();
    const change = choiceIn(page, 'Suggest this change', 'Who meets whom');
    const suggested = await wanjiku.press('Suggest this change', { 'Who meets whom': change, 'Why? (You may leave this empty)': LEAVING });
    expect(suggested.main).toContain('Last changed by Universities');
  });

  it('offers a package in the third round, and everybody accepts it', async () => {
    await wanjiku.press('Go on');
    const page = await wanjiku.press('Go on');
    const given = Object.keys(PACKAGE).map((slot) => [slot, choiceIn(page, 'Offer this package', slot)]);
    const offered = await wanjiku.press('Offer this package', { ...Object.fromEntries(given), 'Why? (You may leave this empty)': WHY });
    expect(offered.main).toContain('Now the text');
    expect(offered.main).toContain(WHY);
  });

  it('says where the universities stand, and asks for the call', async () => {
    const [question] = (await wanjiku.page()).fields.filter(({ label }) => label.startsWith('Where do you stand on clause'));
    await wanjiku.press('Set my position', { [question!.label]: 'Support' });
    const page = await wanjiku.press('Ask for the call for consensus');
    expect(page.rows('Last reading')[0]).toBeDefined();
  });

  it('hears the chair, and the table has reached agreement', async () => {
    const heard = await wanjiku.press('Go on');
    expect(heard.main).toContain('The chair says: Consensus');
    await wanjiku.press('Go on');
    const over = await wanjiku.press('Go on');
    expect(over.main).toContain('The talk is over');
    const page = await wanjiku.follow('To the debrief');
    expect(page.heading).toBe('The table reached agreement');
  });

  it('goes through four steps of the debrief and writes down what to take along', async () => {
    const steps: string[] = [];
    for (let page = await wanjiku.page(); page.offers('Save and go on'); page = await wanjiku.press('Save and go on'))
      steps.push(page.heading);
    const last = await wanjiku.page();
    expect([...steps, last.heading]).toEqual([
      'The table reached agreement',
      'What happened',
      'Why it went like that',
      'What do you take with you?',
    ]);
    expect((await wanjiku.press('Finish the debrief')).errors).toEqual(['Write down one thing that you will do']);
    const page = await wanjiku.press('Finish the debrief', { 'Next time I will …': COMMITMENT });
    expect(page.main).toContain('You have finished this debrief, and the step is done.');
  });

  it('finds the step done on my learning', async () => {
    const page = await wanjiku.follow('To my learning');
    expect(page.rows('Role-play: who may meet at the exchange point?').join('\n')).toContain('Done');
  });

  it('somebody else leaves the table at once, and it counts too', async () => {
    await baraka.goTo('/learning');
    await baraka.follow(/Before you take a seat/);
    await baraka.press(/^I have read this/);
    await takeSeat(baraka, 'Small providers');
    await baraka.press('I have read this. Take my seat');
    const end = await baraka.press('Leave the table', { 'A last word, for the record': 'We can wait, and our customers with us.' });
    expect(end.main).toContain('The talk is over');
    await baraka.follow('To the debrief');
    while ((await baraka.page()).offers('Save and go on')) await baraka.press('Save and go on');
    const done = await baraka.press('Finish the debrief', { 'Next time I will …': COMMITMENT });
    expect(done.main).toContain('the step is done');
  });

  it('the lead sees on her board that both have done it, and nothing of what was said', async () => {
    const lead = new PlainHands(as(world, world.amara));
    await lead.goTo('/chapters/kenya');
    const board = await lead.follow('Nairobi table');
    for (const { name } of [world.wanjiku, world.baraka]) expect(board.rows(name).join('\n')).toMatch(/2 of 3/);
    const said = [WORDS, WHY, COMMITMENT, LEAVING, 'We can wait', 'Universities', 'Small providers'];
    expect(said.filter((words) => board.html.includes(words))).toEqual([]);
    const address = (await wanjiku.page()).links.map((link) => link.address);
    expect(address.filter((one) => one.startsWith('/tables/'))).toEqual([]);
  });

  it('nothing went wrong on the way', () => {
    expect(world.log.faults).toEqual([]);
    console.log(
      `presses from my learning to the end of the debrief: ${wanjiku.presses}; of somebody who leaves at once: ${baraka.presses}`,
    );
  });
});

async function takeSeat(hands: PlainHands, role: string): Promise<Page> {
  const { options } = (await hands.page()).field('Which seat do you take?');
  return hands.press('Read my brief', { 'Which seat do you take?': options.find((one) => one.startsWith(role))! });
}

/** The option of a term that the package has, in the form of this button. */
function choiceIn(page: Page, button: string, slot: string): string {
  const { options } = fieldsOf(page.button(button).form).find(({ label }) => label === slot)!;
  return options.find((one) => one.startsWith(PACKAGE[slot]!))!;
}
