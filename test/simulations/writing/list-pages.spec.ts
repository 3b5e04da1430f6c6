import { newId } from '../../../src/kernel/identifier';
import { ChapterScenario } from '../../../src/simulations/writing/chapter-scenario.entity';
import { Page } from '../../support/page';
import { fill } from '../../support/submit';
import { as } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { draftIn, keptAt } from './drafts';

type Fields = Record<string, string | string[]>;

describe('the parts of a role-play in their lists', () => {
  let world: LearningWorld;
  let own: string;
  const kept = () => keptAt(world, world.kenya, own);

  beforeAll(async () => {
    world = await startLearning();
  });
  beforeEach(async () => ({ address: own } = await draftIn(world, world.kenya)));
  afterAll(async () => {
    expect(world.log.faults).toEqual([]);
    await world.stop();
  });

  async function send(path: string, fields: Fields, { form = newId(), version = '1' } = {}): Promise<Page & { location?: string }> {
    const pairs = Object.entries({ form, version, ...fields }).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    );
    const answer = await as(world, world.tomas).post(`${own}/${path}`).send(new URLSearchParams(pairs).toString());
    return Object.assign(new Page(answer.text, path, answer.status), { location: answer.headers['location'] });
  }
  const STATEMENT = { words: 'Who is not here?', to: ['all'] };
  const EVENT = { words: 'News.', to: ['chair', 'regulator'], at: 'phase', phase: 'opening', minute: '3' };

  it('two who write at the same time both see what the other wrote, and who was second decides', async () => {
    expect((await send('statements/opt-out', STATEMENT)).status).toBe(303);
    const conflict = await send('statements/opt-out', { words: 'Perhaps not.', to: ['regulator', 'chair'] });
    expect(conflict.status).toBe(409);
    expect(conflict.heading).toBe('Somebody changed this role-play meanwhile');
    expect(conflict.rows('Perhaps not.')[0]).toContain('Who is not here?');
    expect(conflict.rows('Regulator, Chair')[0]).toContain('Everybody');
    const { address, pairs } = fill(conflict, 'Keep mine');
    expect((await as(world, world.tomas).post(address).send(new URLSearchParams(pairs).toString())).status).toBe(303);
    expect((await kept()).structure.statements.find(({ key }) => key === 'opt-out')!.roles).toEqual(['regulator', 'chair']);
    expect((await kept()).texts['statements.opt-out']).toBe('Perhaps not.');
  });

  it('what is wrong in a form that somebody overtook is not corrected over theirs: both are shown first', async () => {
    expect((await send('statements/opt-out', STATEMENT)).status).toBe(303);
    const wrong = await send('statements/opt-out', { ...STATEMENT, words: '' });
    const more = await send('statements', { words: '' });
    expect([wrong.status, more.status]).toEqual([409, 409]);
  });

  it('codes that somebody made up are no fault in a conflict either', async () => {
    await send('statements/opt-out', STATEMENT);
    const forged = {
      ...EVENT,
      to: ['nobody'],
      at: 'never',
      phase: 'x',
      minute: 'y',
      'test.1': 'objection.x.y',
      'so.1': 'maybe',
      kind: 'z',
    };
    expect((await send('events/cable-cut', forged)).status).toBe(409);
    const objection = { words: 'No.', role: 'x', kind: 'y', slot: 'z', remedy: ['q'], meets: ['r'], 'answer.s': 'T' };
    expect((await send('objections/one-judge', objection)).status).toBe(409);
    expect((await send('phases/opening', { words: 'O', kind: 'x' })).status).toBe(409);
    expect((await send('questions/next-time', { words: 'O', step: 'x' })).status).toBe(409);
  });

  it('whoever writes at what somebody else has taken out is told so, with what they wrote', async () => {
    await send('statements', { remove: 'opt-out' });
    const gone = await send('statements/opt-out', STATEMENT);
    expect(gone.status).toBe(409);
    expect(gone.main).toContain('Somebody has taken this part out meanwhile.');
    expect(gone.html).toContain('Who is not here?');
    expect((await send('statements/opt-out', STATEMENT, { version: '2' })).status).toBe(404);
  });

  it('the texts of two are shown side by side', async () => {
    await send('texts/setting', { text: 'Theirs.' });
    const conflict = await send('texts/setting', { text: 'Mine.' });
    expect([conflict.status, conflict.rows('Mine.')[0]]).toEqual([409, expect.stringContaining('Theirs.')]);
  });

  it('a form that is sent again does nothing a second time, also when its part has gone', async () => {
    const [change, remove, add, up] = [newId(), newId(), newId(), newId()];
    const first = [
      await send(
        'objections/one-judge',
        { words: 'No.', role: 'incumbent', kind: 'legal', slot: 'costs', remedy: ['panel'] },
        { form: change },
      ),
      await send('objections', { remove: 'one-judge' }, { form: remove, version: '2' }),
      await send('phases', { words: 'Later' }, { form: add, version: '3' }),
      await send('phases', { up: 'phase-1' }, { form: up, version: '4' }),
    ];
    const before = await kept();
    const again = [
      await send(
        'objections/one-judge',
        { words: 'No.', role: 'incumbent', kind: 'legal', slot: 'costs', remedy: ['panel'] },
        { form: change },
      ),
      await send('objections', { remove: 'one-judge' }, { form: remove, version: '2' }),
      await send('phases', { words: 'Later' }, { form: add, version: '3' }),
      await send('phases', { up: 'phase-1' }, { form: up, version: '4' }),
    ];
    expect(first.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect(again.map(({ location }) => location)).toEqual(first.map(({ location }) => location));
    expect(await kept()).toEqual(before);
    expect(before.version).toBe(5);
  });

  it.each([
    ['events/cable-cut', { ...EVENT, to: ['nobody'] }, 'Choose one that is offered'],
    ['events/cable-cut', { ...EVENT, to: [] }, 'Choose everybody, or at least one role'],
    ['events/cable-cut', { ...EVENT, phase: 'nowhere' }, 'Choose one that is offered'],
    ['events/cable-cut', { ...EVENT, minute: '-1' }, 'Write a whole number from 0 to 600'],
    ['events/cable-cut', { ...EVENT, at: 'kept' }, 'Choose one that is offered'],
    ['events/cable-cut', { ...EVENT, at: 'condition' }, 'Choose at least one condition'],
    ['events/cable-cut', { ...EVENT, at: 'condition', 'test.1': 'slot.board.nobody' }, 'Choose one that is offered'],
    ['events/cable-cut', { ...EVENT, at: 'condition', 'test.1': 'round.1', 'test.9': 'round.1' }, 'Choose one that is offered'],
    ['phases/opening', { words: 'O', kind: 'opening', minutes: '0' }, 'Write a whole number from 1 to 600'],
    ['phases/opening', { words: 'O', kind: 'nap' }, 'Choose one that is offered'],
    ['phases/opening', { words: 'O'.repeat(101), kind: 'opening' }, 'At most 100 characters'],
    ['questions/next-time', { words: 'Q', step: 'before' }, 'Choose one that is offered'],
    ['objections/one-judge', { words: 'No.', role: 'chair', kind: 'legal', slot: 'path' }, 'Choose one that is offered'],
    [
      'objections/one-judge',
      { words: 'No.', role: 'incumbent', kind: 'legal', slot: 'path', 'answer.more-': 'x'.repeat(1001) },
      'At most 1,000 characters',
    ],
    ['texts/reality', { text: 'x'.repeat(20_001) }, 'At most 20,000 characters'],
    ['statements/opt-out', { ...STATEMENT, minutes: '5' }, 'Choose one that is offered'],
    ['sources', { words: ' \u200b ' }, 'Write what the source is'],
    ['sources', { words: 'x'.repeat(1001) }, 'At most 1,000 characters'],
  ] as [string, Fields, string][])('%s says what is wrong with it', async (path, fields, said) => {
    const page = await send(path, fields);
    expect([page.status, page.errors]).toEqual([422, [said]]);
    expect((await kept()).version).toBe(1);
  });

  it('an answer without words goes, and no more than eight can be written', async () => {
    const answers = { 'answer.they-are-fair': '', 'answer.another-person': 'Another.', 'answer.courts-remain': 'Courts.' };
    const one = { words: 'No.', role: 'incumbent', kind: 'process', slot: 'path', remedy: ['panel'], meets: ['another-person'] };
    await send('objections/one-judge', { ...one, ...answers });
    const { structure, texts } = await kept();
    const { answers: left } = structure.objections.find(({ key }) => key === 'one-judge')!;
    expect(left).toEqual([
      { key: 'another-person', addresses: true },
      { key: 'courts-remain', addresses: false },
    ]);
    expect(texts).not.toHaveProperty('objections.one-judge.answers.they-are-fair');
    let more = { ...one, 'answer.another-person': 'Another.', 'answer.courts-remain': 'Courts.' } as Fields;
    for (let number = 1; number <= 6; number++) {
      expect(
        (await send('objections/one-judge', { ...more, 'answer.more-': `More ${number}.` }, { version: String(number + 1) })).status,
      ).toBe(303);
      more = { ...more, [`answer.answer-${number}`]: `More ${number}.` };
    }
    const ninth = await send('objections/one-judge', { ...more, 'answer.more-': 'Too many.' }, { version: '8' });
    expect(ninth.errors).toEqual(['There can be at most 8 answers']);
    expect(String(ninth.field('Another answer').value)).toBe('Too many.');
  });

  it('long words in any script fit', async () => {
    const chinese = '谈'.repeat(20_000);
    expect((await send('texts/setting', { text: chinese })).status).toBe(303);
    expect((await kept()).texts['setting']).toBe(chinese);
  });

  it('what was put away can be read and not be changed', async () => {
    await world.database.write((write) => write.update(ChapterScenario, { slug: own.split('/')[4]! }, { archivedAt: world.clock.now() }));
    const tomas = as(world, world.tomas);
    for (const path of ['phases', 'phases/opening', 'events/cable-cut/removal', 'texts/setting']) {
      const page = new Page((await tomas.get(`${own}/${path}`)).text, path, 200);
      expect([path, page.main.includes('This role-play was put away.'), page.offers('Save'), page.offers('Add')]).toEqual([
        path,
        true,
        false,
        false,
      ]);
    }
    expect((await send('statements/opt-out', STATEMENT)).status).toBe(409);
  });

  it('is nothing to people of other chapters and to trainees', async () => {
    for (const who of [world.nour, world.wanjiku, world.mei])
      for (const path of ['phases', 'phases/opening', 'phases/opening/removal', 'texts/setting', 'phases/nothing', 'texts/nothing']) {
        expect([path, (await as(world, who).get(`${own}/${path}`)).status]).toEqual([path, 404]);
      }
    for (const path of ['phases/nothing', 'texts/nothing', 'sources/13', 'sources/0', 'events/__proto__'])
      expect([path, (await as(world, world.tomas).get(`${own}/${path}`)).status]).toEqual([path, 404]);
  });
});
