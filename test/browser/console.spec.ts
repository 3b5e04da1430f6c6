import { Chapters } from '../../src/chapters/chapters.service';
import { PeopleTable } from '../simulations/together/people-table';
import { carry, closeChrome, visit, type Window } from '../support/browser';
import { until } from '../support/until';
import { sessionFor } from '../support/visitor';
import { startLearning, type LearningWorld } from '../support/world';

const WHY = 'Two lines were down, and';

describe('the page from which a table is guided, while the table goes on', () => {
  let world: LearningWorld;
  let table: PeopleTable;
  let window: Window;

  beforeAll(async () => {
    world = await startLearning();
    table = await PeopleTable.opened(world, ['incumbent', 'exchange', 'providers', 'university', 'chair']);
    await table.enters('opening');
    window = await visit({ width: 1280 });
    await carry(window.context, world.address, await sessionFor(world, world.tomas));
    await window.page.goto(`${world.address}/cohorts/${table.cohort.id}/tables/${table.id}`);
    await until(async () => (await window.page.locator('#live').getAttribute('data-how')) === 'on', 'live');
  });
  afterAll(async () => {
    await window.close();
    await closeChrome();
    await world.stop();
  });

  const parts = (name: string) => window.page.locator(`[data-part="${name}"]`);
  const text = async (name: string) => (await parts(name).allInnerTexts()).join(' ');

  it('shows who asks for the floor, and the press beside a name stays that name’s', async () => {
    await table.does('providers', { do: 'join-queue', remote: false });
    const give = (name: string) => parts('floor').locator('button', { hasText: `Give the floor: ${name}` });
    await until(async () => (await give('Small providers').count()) === 1, 'the providers wait');
    await give('Small providers').focus();
    await table.does('providers', { do: 'leave-queue' });
    await table.does('university', { do: 'join-queue', remote: false });
    await until(async () => (await give('Universities').count()) === 1, 'the universities wait');
    expect(await give('Small providers').count()).toBe(0);
    expect(await give('Universities').evaluate((button) => button === button.ownerDocument.activeElement)).toBe(false);
  });

  it('loses nothing that somebody types, opens or has to correct while the table moves on', async () => {
    const { page } = window;
    const note = page.locator('#notes textarea');
    await note.fill('Come back to how');
    await page.locator('summary', { hasText: 'Give more time, and say why' }).click();
    const why = page.locator('#f-extend-text');
    await why.fill(WHY);
    await why.press('End');
    await table.enters('first-round');
    await until(async () => (await text('now')).includes('Move on to: Second round'), 'the phase is another one');
    await page.keyboard.type(' nobody could speak.');
    expect([await why.inputValue(), await note.inputValue()]).toEqual([`${WHY} nobody could speak.`, 'Come back to how']);
    await note.fill('');
    await Promise.all([page.waitForNavigation(), page.locator('#f-extend-amount').press('Enter')]);
    expect(await why.inputValue()).toBe(`${WHY} nobody could speak.`); // how many minutes is still to be said
    await until(async () => (await page.locator('#live').getAttribute('data-how')) === 'on', 'live');
    await table.does('chair', { do: 'table-clause', clause: 'house' }).catch(() => undefined);
    await table.does('exchange', { do: 'join-queue', remote: false });
    await until(
      async () =>
        (await text('floor')).includes('They wait for the floor: Exchange office') ||
        (await text('floor')).includes('Exchange office\nGive'),
      'the exchange waits',
    );
    expect([await why.inputValue(), await page.locator('.err').count()]).toEqual([`${WHY} nobody could speak.`, 1]);
  });

  it('shows where somebody stands, what is objected, what was said, and time as it runs', async () => {
    const { page } = window;
    const before = await text('table');
    await page.locator('#table details summary').click();
    await table.does('incumbent', { do: 'set-stance', clause: 'house', stance: 'support', words: null, expectRevision: 1 });
    await until(async () => (await text('table')) !== before && /Support:/.test(await text('table')), 'a stance');
    const words = { phrase: 'simulations.chair.challenge-heard' };
    await table.does('incumbent', { do: 'send-message', to: ['exchange'], words });
    await parts('messages').scrollIntoViewIfNeeded(); // what is far away is fetched when somebody comes there
    await until(async () => (await text('messages')).includes('1 private message'), 'a message is counted');
    await until(async () => /^\d+:\d\d/.test(await page.locator('[role=timer]').innerText()), 'the clock runs');
    await table.directs({ do: 'pause' });
    await until(async () => (await text('now')).includes('The clock stands still'), 'the clock stands');
    expect(await page.locator('[role=timer]').count()).toBe(0);
    await table.directs({ do: 'resume' });
    await until(async () => /^\d+:\d\d/.test(await page.locator('[role=timer]').innerText()), 'the clock runs again');
  });

  it('what one of the team notes, another one sees', async () => {
    await table.directs({ do: 'annotate', words: { phrase: 'simulations.chair.challenge-heard' } });
    await until(async () => (await window.page.locator('#notes li').count()) === 1, 'a note');
    expect(await window.page.locator('#live').getAttribute('data-how')).toBe('on');
  });

  it('says so when its reader is no longer on the team, and keeps what they wrote', async () => {
    const { page } = window;
    await page.locator('#notes textarea').fill('Not sent yet.');
    const chapters = world.app.get(Chapters, { strict: false });
    await world.database.write((write) => chapters.dismiss(write, world.kenya.id, world.tomas.id, 'trainer', false));
    await until(async () => (await page.locator('#live').getAttribute('data-how')) === 'off', 'it follows no more');
    expect(await page.locator('#live [role=status]').innerText()).toBe('This page no longer follows the table by itself.');
    expect(await page.locator('#notes textarea').inputValue()).toBe('Not sent yet.');
  });
});
