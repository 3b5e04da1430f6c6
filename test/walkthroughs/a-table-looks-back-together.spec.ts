import { TablePlace } from '../../src/simulations/tables/table-place.entity';
import { Commitments } from '../../src/simulations/debrief/circle/commitments.service';
import { PlainHands } from '../support/hands';
import { letters } from '../support/mail';
import type { PeopleTable } from '../simulations/together/people-table';
import { talkedOver } from '../support/tour-circle';
import { as } from '../support/visitor';
import { startLearning, type LearningWorld } from '../support/world';

const PEOPLE = ['incumbent', 'exchange', 'providers'] as const;
const OWN = {
  incumbent: 'I was ashamed of the paid ports, alpha.',
  exchange: 'Nobody asked whom the cable belongs to, bravo.',
  providers: 'I kept silent for too long, charlie.',
};
const COMMITMENT = {
  incumbent: 'I will say what I can give before I ask, delta.',
  exchange: 'I will ask who is missing, echo.',
  providers: 'I will speak in the first five minutes, foxtrot.',
};
const DAY_MS = 86_400_000;

describe('a table looks back together', () => {
  let world: LearningWorld;
  let table: PeopleTable;
  let lead: PlainHands;
  const hands = {} as Record<(typeof PEOPLE)[number], PlainHands>;
  const debrief = () => `/cohorts/${table.cohort.id}/tables/${table.id}/debrief`;

  beforeAll(async () => {
    world = await startLearning();
    table = await talkedOver(world);
    for (const role of PEOPLE) hands[role] = new PlainHands(as(world, table.people[role]!));
    lead = new PlainHands(as(world, world.amara));
  });
  afterAll(() => world.stop());

  it('waits for its facilitator: nothing of the debrief is open', async () => {
    const page = await hands.providers.goTo(`${table.address}/debrief/analysis`);
    expect(page.main).toContain('Your facilitator opens the debrief step by step');
    expect(page.buttons.filter((button) => button.includes('Save'))).toEqual([]);
  });

  it('the facilitator opens the reactions; each writes down what they feel', async () => {
    await lead.goTo(debrief());
    expect((await lead.page()).main).toContain('Ask them when the silence began.');
    const page = await lead.press('Open “Reactions”');
    expect(page.main).toContain('Which');
    for (const role of PEOPLE) {
      await hands[role].goTo(`${table.address}/debrief/application`);
      const saved = await hands[role].press('Save', {
        [(await hands[role].page()).fields.find(({ kind }) => kind === 'text')!.label]: OWN[role],
      });
      expect(saved.html).toContain(OWN[role]);
      expect(saved.main).toContain('Your facilitator opens the next step');
    }
  });

  it('they tell each other what happened, and fill the board', async () => {
    await lead.press('Open “What happened”');
    await hands.exchange.goTo(`${table.address}/debrief/description`);
    await hands.exchange.follow('The board: what to keep, what to change');
    await hands.exchange.press('This went well', { 'One short note': 'We listened to the small ones.' });
    await hands.providers.goTo(`${table.address}/debrief/board`);
    const page = await hands.providers.press('I would do this differently', { 'One short note': 'Ask for the map earlier.' });
    expect(page.main).toContain('We listened to the small ones.');
    expect((await lead.goTo(debrief())).main).toContain('Ask for the map earlier.');
  });

  it('with the third step everything is unsealed that was announced, and nothing before', async () => {
    const before = await hands.incumbent.goTo(`${table.address}/debrief/paper`);
    expect(before.main).not.toContain('Round 1');
    expect((await table.log()).state.unsealed).toEqual([]);
    await lead.press('Open “Why”');
    expect((await table.log()).state.unsealed).toEqual(['briefs', 'channels', 'scripts', 'scores']);
    const page = await hands.incumbent.goTo(`${table.address}/debrief/analysis`);
    expect(page.main).toContain('Unevenness of turns');
    expect((await hands.incumbent.follow('All briefs, opened')).headings.join(' ')).toContain('Small providers');
  });

  it('the facilitator says what she saw of somebody, and that one alone reads it', async () => {
    await lead.press('Open “Next time”');
    await lead.follow(/Say what you saw Person of providers/);
    await lead.press('Save', { 'In your own words': 'You found words for the villages, golf.' });
    expect((await hands.providers.goTo(`${table.address}/debrief/application`)).main).toContain('golf');
    for (const role of ['incumbent', 'exchange'] as const)
      expect((await hands[role].goTo(`${table.address}/debrief/application`)).html).not.toContain('golf');
  });

  it('each takes something along; with it the table is complete for them, and for nobody else', async () => {
    const done = () => world.database.read(TablePlace).findBy({ tableId: table.id });
    for (const [index, role] of PEOPLE.entries()) {
      await hands[role].goTo(`${table.address}/debrief/application`);
      const page = await hands[role].press('Finish the debrief', { 'Next time I will …': COMMITMENT[role] });
      expect(page.main).toContain('the step is done');
      expect((await done()).filter(({ debriefedAt }) => debriefedAt)).toHaveLength(index + 1);
      const completions = await world.database.rows('SELECT * FROM "completions" WHERE "personId" = ? AND "subject" LIKE ?', [
        table.people[role]!.id,
        'step:at-the-table/exchange-point-peering',
      ]);
      expect(completions).toHaveLength(1);
    }
    expect((await lead.goTo(debrief())).main).toContain('3 of 3 people finished');
  });

  it('they write to two other seats each, and read what came without a name', async () => {
    for (const role of PEOPLE) {
      const page = await hands[role].goTo(`${table.address}/debrief/peers`);
      expect(page.buttons.filter((button) => button.startsWith('Send it to'))).toHaveLength(2);
    }
    await hands.incumbent.press(/^Send it to “Small providers/, { 'What you did that helped:': 'You drew the map, hotel.' });
    const page = await hands.providers.goTo(`${table.address}/debrief/peers`);
    expect(page.main).toContain('You drew the map, hotel.');
    expect(page.html).not.toContain(table.people['incumbent']!.name);
    expect((await lead.goTo(debrief())).html).not.toContain('hotel');
    await hands.providers.press('Show it');
    const shown = await lead.goTo(debrief());
    expect(shown.main).toContain('You drew the map, hotel.');
    await lead.press('Take these words away');
    expect((await hands.providers.goTo(`${table.address}/debrief/peers`)).html).not.toContain('hotel');
  });

  it('they say how the debrief was; the facilitator reads only the mean of all', async () => {
    for (const [index, role] of PEOPLE.entries()) {
      expect((await lead.goTo(debrief())).main).not.toContain('5.3');
      await hands[role].goTo(`${table.address}/debrief/rating`);
      await hands[role].press('Save', { 'It had an order that everybody could follow.': String([4, 5, 7][index]) });
    }
    expect((await lead.goTo(debrief())).main).toContain('5.3');
  });

  it('what one wrote for themselves is in no byte that anybody else is sent', async () => {
    const pages = [
      'reactions',
      'description',
      'analysis',
      'application',
      'timeline',
      'board',
      'briefs',
      'peers',
      'rating',
      'paper',
      'data.json',
    ];
    const mine = (role: (typeof PEOPLE)[number]) => [OWN[role], COMMITMENT[role]];
    for (const role of PEOPLE) {
      const others = [...PEOPLE.filter((one) => one !== role).flatMap(mine), 'when the silence began'];
      for (const page of pages) {
        const { text } = await as(world, table.people[role]!).get(`${table.address}/debrief/${page}`);
        expect([page, others.filter((words) => text.includes(words))]).toEqual([page, []]);
      }
      expect((await as(world, table.people[role]!).get(`${table.address}/debrief/paper`)).text).toContain(COMMITMENT[role]);
    }
    for (const page of ['', '/paper', '/data.json', '/rating']) {
      const { text } = await as(world, world.amara).get(`${debrief()}${page}`);
      expect([page, PEOPLE.flatMap(mine).filter((words) => text.includes(words))]).toEqual([page, []]);
    }
  });

  it('after thirty days a letter asks each of them how it went, once', async () => {
    const commitments = world.app.get(Commitments, { strict: false });
    expect(await commitments.round()).toBe(0);
    world.clock.set(new Date(world.clock.now().getTime() + 30 * DAY_MS));
    expect(await commitments.round()).toBe(3);
    expect(await commitments.round()).toBe(0);
    const letter = (await letters(world)).find(({ to }) => to === table.people['providers']!.email);
    expect(letter!.subject).toContain('Thirty days later');
    expect(letter!.text).toContain(`${table.address}/debrief/application`);
  });

  it('nothing went wrong on the way', () => {
    expect(world.log.faults).toEqual([]);
  });
});
