import { newId } from '../../src/kernel/identifier';
import { PeopleTable } from '../simulations/together/people-table';
import { PlainHands } from '../support/hands';
import { lettersTo } from '../support/mail';
import { as } from '../support/visitor';
import { type LearningWorld, startLearning } from '../support/world';

const HURT = 'He keeps on about my accent, and that is not in any role.';
const WORDS = newId();
const SAID = 'People who talk like you should listen first.';

describe('somebody reports something, and leaves a table', () => {
  let world: LearningWorld;
  let table: PeopleTable;
  let university: PlainHands;
  let tomas: PlainHands;

  beforeAll(async () => {
    world = await startLearning();
    table = await PeopleTable.opened(world, ['incumbent', 'exchange', 'providers', 'university', 'chair']);
    university = new PlainHands(as(world, table.people['university']!));
    tomas = new PlainHands(as(world, world.tomas));
  });
  afterAll(() => world.stop());

  it('takes another role before the talk, without a reason', async () => {
    const page = await university.goTo(`${table.address}/leave`);
    expect(page.main).toContain('Nobody asks you why.');
    await university.press('Take this seat', { 'Would you like another seat instead?': 'Content network' });
    const { state } = await table.log();
    expect([state.seats['university']!.holder.kind, state.seats['content']!.holder.kind]).toEqual(['vacant', 'person']);
    expect(state.seats['content']!.briefed).toBe(false); // a new seat has a new brief
    expect(await lettersTo(world, world.tomas.email)).toEqual([]);
  });

  it('reports words that hurt; the team is written to, and neither who nor what stands in the letter', async () => {
    await table.enters('opening');
    await table.does('chair', { do: 'speak', words: { ref: WORDS }, length: 8 }, { text: { ref: WORDS, text: SAID } });
    const asked = await university.goTo(`${table.address}/report?words=${WORDS}`);
    expect(asked.main).toContain(SAID);
    expect((await university.press('Send it to the team', { 'What happened?': ' ' })).errors).toHaveLength(1);
    const sent = await university.press('Send it to the team', { 'What happened?': HURT });
    expect(sent.main).toContain('Waits for the team');
    await university.press('Send it to the team', { 'What happened?': `${HURT} Again.` });
    for (const team of [world.tomas, world.amara]) {
      const [letter, ...more] = await lettersTo(world, team.email);
      expect(more).toEqual([]); // one letter, while it waits
      for (const secret of [HURT, 'Person of', 'university', 'Universities']) expect(letter!.text).not.toContain(secret);
      expect(letter!.links[0]).toContain(`/cohorts/${table.cohort.id}/tables/${table.id}`);
    }
  });

  it('the team reads it and looks after it; the table learns nothing of it', async () => {
    const { events } = await table.log();
    const page = await tomas.goTo(`/cohorts/${table.cohort.id}/tables/${table.id}`);
    expect(page.main).toContain(HURT);
    expect(page.main).toContain('Person of university reports:');
    await table.does('chair', { do: 'redact', ref: WORDS }); // too late: what was reported is kept until somebody has looked
    expect((await tomas.goTo(`/cohorts/${table.cohort.id}/tables/${table.id}`)).main).toContain(SAID);
    const chair = await as(world, table.people['chair']!).get(`${table.address}/report`).expect(200);
    expect(chair.text).not.toContain(HURT);
    expect((await table.log()).events).toHaveLength(events.length + 1); // what the chair struck out
    await tomas.press('I have looked after it 1');
    expect((await tomas.press('I have looked after it 1')).html).not.toContain(SAID);
    expect((await university.goTo(`${table.address}/report`)).rows('Looked after')).toHaveLength(2);
  });

  it('leaves the seat at any time, is not asked why, and is helped out of the role', async () => {
    await university.goTo(`${table.address}/leave`);
    expect((await university.page()).offers('Take this seat')).toBe(false); // the talk has begun
    const left = await university.press('Leave my seat');
    expect(left.heading).toBe('You have left your seat');
    expect(left.main).toContain('Out of the role');
    expect((await table.log()).state.seats['content']!.holder.kind).toBe('vacant');
    const [, letter] = await lettersTo(world, world.tomas.email);
    expect(letter!.subject).toBe('A seat at “Table one” is free');
    expect(letter!.text).not.toContain('Person of');
  });

  it('is the same when the press comes twice', async () => {
    const before = (await table.log()).events.length;
    const again = await university.goTo(`${table.address}/leave`);
    expect(again.offers('Leave my seat')).toBe(false);
    expect((await table.log()).events).toHaveLength(before);
    expect(world.log.faults).toEqual([]);
  });

  it('whoever plays alone has nobody to leave, and whoever sits elsewhere finds nothing', async () => {
    for (const page of ['report', 'leave']) await as(world, world.wanjiku).get(`${table.address}/${page}`).expect(404);
  });
});
