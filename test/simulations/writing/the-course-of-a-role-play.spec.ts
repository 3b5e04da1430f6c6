import { PlainHands } from '../../support/hands';
import { as } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { draftIn, keptAt } from './drafts';

describe('Tomas writes what happens in a role-play', () => {
  let world: LearningWorld;
  let tomas: PlainHands;
  let own: string;
  const kept = () => keptAt(world, world.kenya, own);

  beforeAll(async () => {
    world = await startLearning();
    ({ address: own } = await draftIn(world, world.kenya));
    tomas = new PlainHands(as(world, world.tomas));
  });
  afterAll(() => world.stop());

  it('he looks at the situation as it will be read before he keeps it', async () => {
    await tomas.goTo(`${own}/texts/setting`);
    const shown = await tomas.press('Show', { Text: '## Velmora\n\nSix networks **meet** here.' });
    expect(shown.headings).toContain('Velmora');
    expect(shown.main).toContain('5 words: about 1 minute to read');
    expect((await kept()).texts['setting']).not.toContain('Six networks');
    const saved = await tomas.press('Save');
    expect(saved.text).toContain('Saved.');
    expect((await kept()).texts['setting']).toBe('## Velmora\n\nSix networks **meet** here.');
  });

  it('what cannot be printed is told by line', async () => {
    await tomas.goTo(`${own}/texts/reality`);
    const shown = await tomas.press('Show', { Text: 'One.\n\n<b>Two</b>' });
    expect(shown.rows('Line 3:')[0]).toContain('HTML is shown as the text that was typed');
  });

  it('he adds a fourth round, says how long it takes, and moves it before the third', async () => {
    await tomas.goTo(`${own}/phases`);
    const begun = await tomas.press('Add', { 'What the phase is called': 'Late round' });
    expect(begun.heading).toBe('Phase 6');
    await tomas.press('Save', { 'Minutes, live': '12', 'Hours, in writing': '', 'Statements of each seat, in writing': '' });
    const list = await tomas.press('Move number 6 up');
    expect(list.rows('Late round')[0]).toContain('Round of negotiation · 12 minutes live');
    const { phases } = (await kept()).structure;
    expect(phases.map(({ key }) => key).slice(2, 6)).toEqual(['first-round', 'second-round', 'phase-1', 'third-round']);
    expect(phases[4]).toEqual({ key: 'phase-1', kind: 'round', live: { minutes: 12 }, async: null });
  });

  it('a phase stands where its kind belongs, and moves among its equals alone', async () => {
    const list = await tomas.goTo(`${own}/phases`);
    expect(list.button('Move number 1 down').element.attributes).toHaveProperty('disabled');
    await tomas.follow('Late round');
    await tomas.press('Save', { Kind: 'Preparation' });
    expect((await kept()).structure.phases.map(({ key }) => key).slice(0, 3)).toEqual(['briefing', 'phase-1', 'opening']);
  });

  it('what is no number is said at its field, and what was typed stays', async () => {
    await tomas.goTo(`${own}/phases/opening`);
    const again = await tomas.press('Save', { 'Minutes, live': 'seven', 'What the phase is called': '' });
    expect(again.status).toBe(422);
    expect(again.errors).toEqual(['Say what the phase is called', 'Write a whole number from 1 to 600']);
    expect(again.field('Minutes, live').value).toBe('seven');
  });

  it('an announcement comes to two roles as soon as something is so', async () => {
    await tomas.goTo(`${own}/events`);
    await tomas.press('Add', { 'What is announced': 'The ministry asks for a text by Friday.' });
    const list = await tomas.press('Save', {
      'Who reads it': ['Regulator', 'Universities'],
      'When it comes': 'As soon as something is so',
      'Condition 1': 'It is round 2 or later',
      'Condition 2': 'Who runs it: the main operator, in a building of its own',
      'Whether condition 2 is so': 'is not so',
    });
    expect(list.rows('The ministry asks')[0]).toContain('for Regulator and Universities alone · as soon as something is so');
    expect((await kept()).structure.injects.at(-1)).toEqual({
      key: 'event-1',
      to: ['regulator', 'university'],
      at: {
        when: {
          all: [
            { path: 'round', op: 'gte', value: 2 },
            { path: 'slot.board', op: 'ne', value: 'operator' },
          ],
        },
      },
    });
  });

  it('an objection is written in two steps: what it is about, then what settles it and how it can be answered', async () => {
    await tomas.goTo(`${own}/objections`);
    await tomas.press('Add', { 'What the problem is, in the words of the role': 'Nobody counts what we lose.' });
    const chosen = await tomas.press('Save', {
      'Whose objection it is': 'Consumer group',
      'What it is about': 'What the public sees, and who settles disputes: What is published',
    });
    expect(chosen.field('What would settle it: any of these').options).toContain('a list of its members');
    await tomas.press('Save, and add another answer', {
      'What would settle it: any of these': ['a list of its members and the total of their traffic'],
      'Another answer': 'We will count it every quarter.',
      'Answer 1 meets the concern': true,
    });
    const list = await tomas.press('Save', { 'Another answer': 'It is not much.' });
    expect(list.rows('Nobody counts')[0]).toContain('2 answers, 1 meets it');
    const { structure, texts } = await kept();
    expect(structure.objections.at(-1)).toMatchObject({ role: 'consumers', clause: 'trust', slot: 'data', remedy: ['total'] });
    expect(texts['objections.objection-1.answers.answer-2']).toBe('It is not much.');
  });

  it('taking an announcement out takes along whatever waits for it, and says so first', async () => {
    await tomas.goTo(`${own}/events`);
    const asked = await tomas.follow('Take out number 2');
    expect(asked.rows(/the rule by which/).length).toBeGreaterThan(3);
    await tomas.press('Take it out');
    const { structure, texts } = await kept();
    expect(JSON.stringify(structure)).not.toContain('paid-peering');
    expect(texts).not.toHaveProperty('injects.paid-peering');
    expect(texts).not.toHaveProperty('say.incumbent-paid-peering');
  });

  it('statements, questions and sources are written in the same way', async () => {
    await tomas.goTo(`${own}/statements`);
    await tomas.press('Add', { 'What can be said': 'May we hear the smallest first?' });
    await tomas.press('Save', { 'Who may say it': ['Small providers'] });
    await tomas.goTo(`${own}/questions`);
    await tomas.press('Add', { 'What is asked': 'Who decided?' });
    await tomas.press('Save', { Step: 'What happened' });
    await tomas.goTo(`${own}/sources`);
    const list = await tomas.press('Add', { 'Who, what, where, and when you looked at it': 'A note, 2026.' });
    expect(list.rows('A note, 2026')).toHaveLength(1);
    const { structure } = await kept();
    expect(structure.statements.at(-1)).toEqual({ key: 'statement-1', roles: ['providers'] });
    expect(structure.prompts.map(({ key }) => key).slice(2, 5)).toEqual(['turning-point', 'whose-objection', 'question-1']);
  });

  it('a source that is taken out gives its number to the next', async () => {
    const second = (await kept()).texts['sources.2'];
    await tomas.goTo(`${own}/sources`);
    const asked = await tomas.follow('Take out number 1');
    expect(asked.main).toContain('get other numbers');
    await tomas.press('Take it out');
    const { structure, texts } = await kept();
    expect(structure.sources).toBe(12);
    expect(texts['sources.1']).toBe(second);
    expect(texts).not.toHaveProperty('sources.13');
  });

  it('nothing went wrong on the way', () => {
    expect(world.log.faults).toEqual([]);
  });
});
