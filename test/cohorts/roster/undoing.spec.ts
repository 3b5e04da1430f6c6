import { Completion } from '../../../src/progress/completion.entity';
import { Enrolment } from '../../../src/cohorts/enrolment/enrolment.entity';
import { RosterRow } from '../../../src/cohorts/roster/imports/roster-row.entity';
import { canUndo, undoUntil } from '../../../src/cohorts/roster/imports/undo';
import { newId } from '../../../src/kernel/identifier';
import { Housekeeping } from '../../../src/seeding/housekeeping.service';
import { lettersTo } from '../../support/mail';
import { arrive, open, type Page } from '../../support/page';
import { fill, submit } from '../../support/submit';
import { as, signIn, stranger } from '../../support/visitor';
import { appoint, type LearningWorld, makePerson, openCohort, startLearning } from '../../support/world';
import { send } from '../../chapters/sending';

describe('when a list can be taken back', () => {
  const at = (text: string) => new Date(`2027-03-${text}Z`);
  it.each<[string, Date | null, Date | null, boolean]>([
    ['nothing was put in', null, null, false],
    ['a moment before a day is over', at('01T10:00:00'), null, true],
    ['a day later', at('01T09:59:59'), null, false],
    ['it was taken back', at('02T09:00:00'), at('02T09:30:00'), false],
  ])('%s', (_, addedAt, undoneAt, can) => {
    expect(canUndo({ addedAt, undoneAt }, at('02T09:59:59'))).toBe(can);
    expect(undoUntil({ addedAt, undoneAt }) !== null).toBe(addedAt !== null && undoneAt === null);
  });
});

describe('taking a list back', () => {
  let world: LearningWorld;
  beforeEach(async () => (world = await startLearning()));
  afterEach(() => world.stop());
  const amara = () => as(world, world.amara);

  async function brought(): Promise<{ page: Page; cohortId: string }> {
    const cohort = await openCohort(world, world.kenya, { name: 'Undone' });
    for (const word of ['idle', 'busy']) {
      const person = await makePerson(world, { name: `${word} one`, email: `${word}@example.org`, language: 'en' });
      await appoint(world, person, world.kenya, 'trainee');
    }
    const form = await open(amara(), `/cohorts/${cohort.id}/roster/add`);
    const text = 'idle@example.org\nbusy@example.org\nwaiting@new.example\ncome@new.example';
    const page = await submit(amara(), await submit(amara(), form, 'Check the list', { 'Paste your list': text }), 'Add 4 people');
    return { page, cohortId: cohort.id };
  }

  it('takes out who has not begun and asks nobody any more who has not come; everybody else stays, and it says so', async () => {
    const { page, cohortId } = await brought();
    expect(page.text).toContain('In the cohort at once: 2. Invited by mail: 2.');
    const busy = await world.database.rows<{ id: string; personId: string }>(
      `SELECT e."id", e."personId" FROM "enrolments" e JOIN "people" p ON p."id" = e."personId" WHERE e."cohortId" = ? AND p."email" = 'busy@example.org'`,
      [cohortId],
    );
    await world.database.write((write) =>
      write.insert(Completion, {
        id: newId(),
        enrolmentId: busy[0]!.id,
        personId: busy[0]!.personId,
        subject: 'step:a/b',
        at: world.clock.now(),
      }),
    );
    const link = new URL((await lettersTo(world, 'come@new.example'))[0]!.links[0]!).pathname;
    const guest = stranger(world);
    await submit(guest, await open(guest, link), 'Join and start reading', {
      'Your name': 'Come One',
      Password: 'nine lazy herons on Saturday',
    });

    const undo = fill(page, 'Take the list back');
    const after = await arrive(amara(), await send(amara(), undo), undo.address);
    expect(after.text).toMatch(/Taken out: 1\. Invitations taken back: 1\. Still in, because they had begun or joined: 2\./);
    const states = await world.database.rows<{ email: string; state: string }>(
      `SELECT p."email", e."state" FROM "enrolments" e JOIN "people" p ON p."id" = e."personId" WHERE e."cohortId" = ? ORDER BY p."email"`,
      [cohortId],
    );
    expect(states.map(({ email, state }) => `${email} ${state}`)).toEqual([
      'busy@example.org active',
      'come@new.example active',
      'idle@example.org withdrawn',
    ]);
    const dead = new URL((await lettersTo(world, 'waiting@new.example'))[0]!.links[0]!).pathname;
    await stranger(world).get(dead).expect(404);
    expect((await send(amara(), { ...undo, pairs: [['form', newId()]] })).status).toBe(409);
    expect((await send(amara(), undo)).status).toBe(303);
  });

  it('is for a day', async () => {
    const { page, cohortId } = await brought();
    world.clock.advance({ minutes: 24 * 60 });
    const refused = await submit(amara(), page, 'Take the list back');
    expect([refused.status, refused.main]).toEqual([409, expect.stringContaining('within 24 hours')]);
    expect((await open(amara(), page.address)).offers('Take the list back')).toBe(false);
    expect(await world.database.read(Enrolment).countBy({ cohortId, state: 'active' })).toBe(2);
  });

  it('is not needed for ever: after a month the list is forgotten, and who is in stays in', async () => {
    const { page, cohortId } = await brought();
    const tidy = () => world.app.get(Housekeeping, { strict: false }).round();
    world.clock.advance({ minutes: 29 * 24 * 60 });
    await tidy();
    expect(await world.database.read(RosterRow).count()).toBe(4);
    world.clock.advance({ minutes: 2 * 24 * 60 });
    await tidy();
    expect(await world.database.read(RosterRow).count()).toBe(0);
    expect(await world.database.read(Enrolment).countBy({ cohortId, state: 'active' })).toBe(2);
    await (await signIn(world, world.amara)).get(page.address).expect(404);
  });

  it('leaves nothing to add from it', async () => {
    const { page } = await brought();
    const add = fill(page, 'Take the list back');
    await send(amara(), add);
    const forced = await send(amara(), {
      ...add,
      address: page.address,
      pairs: [
        ['form', newId()],
        ['do', 'add'],
      ],
    });
    expect(forced.status).toBe(409);
  });
});
