import { AuditEntry } from '../../src/chapters/audit/audit-entry.entity';
import { Membership } from '../../src/chapters/membership.entity';
import { newId } from '../../src/kernel/identifier';
import { Person } from '../../src/people/person.entity';
import { open, read } from '../support/page';
import { fill, type Post, submit } from '../support/submit';
import { as, stranger } from '../support/visitor';
import { appoint, makePerson, startWorld, type World } from '../support/world';
import { send } from './sending';

let world: World;
beforeEach(async () => (world = await startWorld()));
afterEach(() => world.stop());

const team = () => open(as(world, world.amara), '/chapters/kenya/people');
const leads = () => world.database.read(Membership).countBy({ chapterId: world.kenya.id, role: 'lead' });
const dismissal = (person: Person, role: string, chapter = 'kenya'): Post => ({
  method: 'post',
  address: `/chapters/${chapter}/people/${person.id}/dismissal`,
  pairs: [
    ['form', newId()],
    ['role', role],
  ],
});
async function secondLead(): Promise<Person> {
  const grace = await makePerson(world, { name: 'Grace Achieng', email: 'grace@example.org', language: 'en' });
  await appoint(world, grace, world.kenya, 'lead');
  return grace;
}

describe('taking a role back', () => {
  it('is one press, counts at once, and stands in the audit', async () => {
    const tomas = as(world, world.tomas);
    await tomas.get('/chapters/kenya').expect(200);
    const page = await submit(as(world, world.amara), await team(), /Take back Tomás Vega/);
    expect([page.status, page.address]).toEqual([200, '/chapters/kenya/people']);
    expect(page.text).toContain('The role is taken back');
    expect(page.main).not.toContain('Tomás');
    await tomas.get('/chapters/kenya').expect(404);
    const audit = await open(as(world, world.amara), '/chapters/kenya/audit');
    expect(audit.main).toMatch(/A role was taken back: Trainer · Tomás Vega By Amara Odhiambo/);
  });

  it('ends what a lead is in the middle of: her open page is refused, and nothing changes', async () => {
    const grace = await secondLead();
    const settings = await open(as(world, grace), '/chapters/kenya/settings');
    const late = fill(settings, 'Save', { Name: 'Taken over' });
    expect((await send(as(world, world.amara), dismissal(grace, 'lead'))).status).toBe(303);
    expect((await send(as(world, grace), late)).status).toBe(404);
    expect((await open(stranger(world), '/welcome/kenya')).heading).toBe('Kenya');
  });

  it('leaves a chapter its last lead, and says whom to ask', async () => {
    const answer = await send(as(world, world.amara), dismissal(world.amara, 'lead'));
    expect([answer.status, read(answer).main]).toEqual([409, expect.stringContaining('Ask somebody else to become a lead first')]);
    expect(await leads()).toBe(1);
    expect(await world.database.read(AuditEntry).count()).toBe(0);
  });

  it('of two leads who dismiss each other at once, one remains', async () => {
    const grace = await secondLead();
    const answers = await Promise.all([
      send(as(world, world.amara), dismissal(grace, 'lead')),
      send(as(world, grace), dismissal(world.amara, 'lead')),
    ]);
    expect(await leads()).toBe(1);
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  });

  it('pressed twice takes it once', async () => {
    const post = dismissal(world.tomas, 'trainer');
    const answers = await Promise.all([1, 2].map(() => send(as(world, world.amara), post)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await world.database.read(AuditEntry).countBy({ act: 'role-taken' })).toBe(1);
  });

  it('a steward may take the last one, so that a chapter can be handed on', async () => {
    expect((await send(as(world, world.sofia), dismissal(world.amara, 'lead'))).status).toBe(303);
    expect(await leads()).toBe(0);
  });

  it('is not there for trainers, for other chapters, for strangers, and not for trainees', async () => {
    for (const [who, post] of [
      [world.tomas, dismissal(world.amara, 'lead')],
      [world.nour, dismissal(world.tomas, 'trainer')],
      [world.wanjiku, dismissal(world.tomas, 'trainer')],
      [world.amara, dismissal(world.nour, 'lead', 'lebanon')],
      [world.amara, dismissal(world.wanjiku, 'trainee')],
      [world.amara, dismissal(world.tomas, 'steward')],
    ] as const)
      expect((await send(as(world, who), post)).status).toBe(404);
    expect((await send(stranger(world), dismissal(world.tomas, 'trainer'))).status).toBe(401);
    expect(await world.database.read(Membership).countBy({ chapterId: world.kenya.id })).toBe(2);
  });

  it('of somebody who never had one changes nothing, and names nobody: not a person of another chapter, and not an id that is nobody’s', async () => {
    for (const person of [world.nour, { ...world.nour, id: newId() }])
      expect((await send(as(world, world.amara), dismissal(person, 'trainer'))).status).toBe(303);
    expect(await world.database.read(AuditEntry).count()).toBe(0);
    expect((await open(as(world, world.amara), '/chapters/kenya/audit')).html).not.toContain(world.nour.name);
    expect((await open(as(world, world.nour), '/chapters/lebanon')).status).toBe(200);
    expect(world.log.faults).toEqual([]);
  });
});

describe('the audit', () => {
  it('tells leads who offered and who accepted a role, the latest first, and nobody else', async () => {
    const amara = as(world, world.amara);
    const page = await team();
    const trainer = page.field('Role').options.find((words) => words.startsWith('Trainer'))!;
    const invited = await submit(amara, page, 'Make a link', { Role: trainer });
    const link = new URL(String(invited.field('Link for one person').value)).pathname;
    world.clock.advance({ minutes: 3 });
    await submit(as(world, world.baraka), await open(as(world, world.baraka), link), 'Accept');
    const { main } = await open(amara, '/chapters/kenya/audit');
    expect(main).toMatch(/A role was accepted: Trainer · Baraka Mwangi.*A link for a role was made: Trainer By Amara Odhiambo/s);
    for (const person of [world.tomas, world.wanjiku, world.nour]) await as(world, person).get('/chapters/kenya/audit').expect(404);
    expect((await open(as(world, world.sofia), '/chapters/kenya/audit')).main).toBe(main);
  });

  it('keeps the line of somebody who was erased, without saying who it was', async () => {
    await send(as(world, world.amara), dismissal(world.tomas, 'trainer'));
    await world.database.write((write) => write.remove(Membership, { personId: world.tomas.id }));
    await world.database.write((write) => write.remove(Person, { id: world.tomas.id }));
    const { main, html } = await open(as(world, world.amara), '/chapters/kenya/audit');
    expect(main).toContain('A role was taken back: Trainer · former participant');
    expect(html).not.toContain('Tomás');
  });
});
