import { PeopleTable } from '../simulations/together/people-table';
import { fieldsOf } from '../support/fields';
import { PlainHands } from '../support/hands';
import type { Page } from '../support/page';
import { as } from '../support/visitor';
import { startLearning, type LearningWorld } from '../support/world';

const SEATS = ['incumbent', 'providers', 'regulator', 'exchange', 'university', 'chair'] as const;
type Seat = (typeof SEATS)[number];
const DELEGATES = SEATS.filter((seat) => seat !== 'chair');

const WORDS = 'We would host it in our hall, which belongs to none of you.';
const WHY = 'Leaving is allowed, and seen by everybody.';
const TAKEN = 'Two groups carry it, and nobody named a problem with it.';
const PROBLEM = 'Our engineers answer at night for traffic that nobody pays for.';
const ANSWER = 'You can opt out in public, so nobody forces you.';
const RULED = 'The regulator answered: opting out is possible, and the price is a separate clause.';
const WHISPER = 'Shall we second each other in this round?';
const DISSENT = 'We sign it, but who pays at night is still open.';
const QUESTION = 'Could you go on with this text?';
const OVERLOOKED = 'You overlook that consumers have no seat here.';

/** Everything through the real pages; only the facilitator, who has a page of her own, moves the phases. */
describe('six people sit at a table', () => {
  let world: LearningWorld;
  let table: PeopleTable;
  let hands: Record<Seat | 'observer', PlainHands>;

  beforeAll(async () => {
    world = await startLearning();
    table = await PeopleTable.opened(world, []);
    for (const seat of SEATS) await table.seats(seat, { briefed: false });
    await table.seats('', { as: 'observer' });
    hands = Object.fromEntries([...SEATS, 'observer'].map((who) => [who, new PlainHands(as(world, table.people[who]!))])) as typeof hands;
  });
  afterAll(() => world.stop());

  const room = (who: Seat | 'observer', clause = '') => hands[who].goTo(`${table.address}${clause ? `?clause=${clause}` : ''}`);
  const later = (minutes: number) => world.clock.set(new Date(world.clock.now().getTime() + minutes * 60_000));

  it('each reads a brief that says who can read what, and sits down', async () => {
    for (const seat of SEATS) {
      const brief = await room(seat);
      expect(brief.heading).toBe('Before you take your seat');
      expect(brief.main).toContain('Nobody can read how you hum');
      const seated = await hands[seat].press('I have read this. Take my seat');
      expect(seated.main).toContain('Table one');
    }
    const page = await hands.university.press('I am ready');
    expect(page.rows('Universities').join('\n')).toContain('ready');
    expect(page.rows('Content network').join('\n')).toContain('empty');
    expect(page.main).toContain('1 of 6 ready');
  });

  it('one asks for the floor, gets it from the chair, and is heard by all', async () => {
    await table.enters('opening');
    const before = await room('university');
    expect(before.main).toContain('Say what your role wants: ask for the floor.');
    expect(before.offers('Say it')).toBe(false);
    expect((await hands.university.press('Ask for the floor')).main).toContain('Your place in the queue: 1');
    expect((await room('chair')).main).toContain('Somebody waits for the floor.');
    await hands.chair.press('Give the floor');
    expect((await room('university')).main).toContain('You have the floor.');
    const said = await hands.university.press('Say it', { 'In your own words': WORDS });
    expect(said.main).toContain('Nobody has the floor.');
    expect((await room('incumbent')).main).toContain(WORDS);
    expect((await room('observer')).main).toContain(WORDS);
  });

  it('two agree in private, and nobody else at the table sees it', async () => {
    await room('university');
    await hands.university.press('Send', { 'To whom?': ['Small providers'], 'Your message': WHISPER });
    const page = await room('providers');
    expect(page.main).toContain(WHISPER);
    expect(page.main).toContain('Between two');
    for (const who of ['incumbent', 'chair', 'observer'] as const) expect((await room(who)).html).not.toContain(WHISPER);
    expect((await hands.providers.press('Send Universities', { 'Your message': 'Gladly.' })).main).toContain('Gladly.');
  });

  it('one suggests a change, another carries it, and the chair takes it into the text with a reason', async () => {
    await table.enters('first-round');
    const page = await room('providers', 'traffic');
    await hands.providers.press('Suggest this change', {
      'Who meets whom': optionOf(page, 'Suggest this change', 'Who meets whom', 'networks exchange'),
      'Why? (You may leave this empty)': WHY,
    });
    await room('university', 'traffic');
    await hands.university.press('I support this change Small providers');
    expect((await room('chair')).main).toContain('A change waits for your decision.');
    await room('chair', 'traffic');
    expect((await hands.chair.press('Decide Small providers', { 'The reason': '' })).errors).toEqual(['Choose what becomes of the change']);
    const decided = await hands.chair.press('Decide Small providers', {
      'What becomes of it?': 'Take it into the text: everybody',
      'The reason': TAKEN,
    });
    expect(decided.main).toContain('Last changed by Small providers');
    expect((await room('incumbent', 'traffic')).main).toContain('networks exchange traffic with all others through the route server');
  });

  it('one objects, another answers, and the chair rules only when there was time to reply', async () => {
    await room('incumbent', 'traffic');
    await hands.incumbent.press('Raise this objection', { 'Who is harmed, and when?': PROBLEM });
    expect((await room('regulator')).main).toContain('An objection waits for your answer.');
    await room('regulator', 'traffic');
    await hands.regulator.press('Send my answer Main operator', { 'In your own words': ANSWER });
    await room('chair', 'traffic');
    const ruling = { 'How do you rule?': 'It was considered', 'The reason': RULED };
    const early = await hands.chair.press('Rule Main operator', ruling);
    expect([early.status, early.main]).toEqual([409, expect.stringContaining('The objector still has time to reply.')]);
    expect(early.main).toContain(RULED);
    later(3);
    await room('chair', 'traffic');
    const ruled = await hands.chair.press('Rule Main operator', ruling);
    expect(ruled.main).toContain('Considered, not met');
  });

  it('the table hums, and only how loud it was is known', async () => {
    await room('chair');
    await hands.chair.press('Open the hum', { 'The question': QUESTION });
    for (const seat of DELEGATES) {
      await room(seat);
      const page = await hands[seat].press('Hum', { 'For it': 'Loudly', 'Against it': seat === 'incumbent' ? 'Softly' : 'Not at all' });
      expect(page.main).toContain('Your seat has hummed.');
    }
    expect((await room('observer')).offers('Hum')).toBe(false);
    await room('chair');
    const closed = await hands.chair.press('Close the hum');
    expect(closed.main).toContain('For it: strong');
    expect(closed.main).toContain('Against it: faint');
    expect((await room('observer')).main).toContain('For it: strong');
  });

  it('hands are seen by everybody', async () => {
    await hands.chair.press('Ask for hands', { 'The question': QUESTION });
    await room('providers');
    await hands.providers.press('For it');
    await room('incumbent');
    await hands.incumbent.press('Against it');
    const seen = await room('observer');
    expect(seen.main).toMatch(/For it: 1 hand Small providers/);
    await room('chair');
    await hands.chair.press('Close the show of hands');
  });

  it('everybody says where they stand, and the chair how far they are', async () => {
    for (const clause of ['house', 'traffic', 'trust'])
      for (const seat of DELEGATES) {
        const page = await room(seat, clause);
        const question = page.fields.find(({ label }) => label.startsWith('Where do you stand on clause'))!;
        await hands[seat].press('Set my position', { [question.label]: seat === 'regulator' ? 'Can live with it' : 'Support' });
      }
    await table.enters('last-reading');
    await table.enters('call');
    expect((await room('chair')).main).toContain('Say how far the table is on each clause');
    for (const clause of ['house', 'trust', 'traffic']) {
      const page = await room('chair', clause);
      expect(page.main).toContain('The record indicates:');
      await hands.chair.press('Publish this', { 'The reason': 'Every objection has an answer, and nobody objects any more.' });
    }
    const challenged = await room('exchange', 'traffic');
    expect(challenged.main).toContain('The chair says: Rough consensus');
    await hands.exchange.press('Challenge it', { 'What does the chair overlook?': OVERLOOKED });
    expect((await room('chair', 'traffic')).main).toContain(OVERLOOKED);
    await hands.chair.press('Publish this', { 'The reason': 'I have heard it. The seats at this table are as they are.' });
  });

  it('one puts a disagreement on record, the chair records the outcome, and all read it', async () => {
    await table.enters('outcome');
    await room('incumbent', 'traffic');
    await hands.incumbent.press('Put it on record', { 'What you do not agree with, and why': DISSENT });
    expect((await room('chair')).main).toContain('Every clause has its final level.');
    const over = await hands.chair.press('Record the outcome');
    expect(over.main).toContain('The talk is over');
    for (const who of ['exchange', 'observer'] as const) {
      await room(who);
      const outcome = await hands[who].follow('Read the outcome document');
      expect(outcome.heading).toBe('The table reached agreement');
      for (const words of [DISSENT, PROBLEM, 'Rough consensus']) expect(outcome.main).toContain(words);
      expect(outcome.html).not.toContain(WHISPER);
    }
  });

  it('nothing went wrong on the way', () => {
    expect(world.log.faults).toEqual([]);
  });
});

/** The option of a term that begins so, in the form of this button. */
function optionOf(page: Page, button: string, slot: string, beginning: string): string {
  const { options } = fieldsOf(page.button(button).form).find(({ label }) => label === slot)!;
  return options.find((one) => one.startsWith(beginning))!;
}
