import { Certificate } from '../../../src/certificates/certificate.entity';
import { newId } from '../../../src/kernel/identifier';
import { open } from '../../support/page';
import { submit } from '../../support/submit';
import { as, stranger } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { answered } from '../checking/bring';
import { practisedTable } from './practised-table';

describe('badges of practice', () => {
  let world: LearningWorld;
  let table: string;
  beforeAll(async () => {
    world = await startLearning();
    ({ id: table } = await practisedTable(world, world.wanjiku));
  });
  afterAll(() => world.stop());
  const own = () => world.database.read(Certificate).findBy({ personId: world.wanjiku.id });

  it('are offered with what the table proves, and none is made by itself', async () => {
    const page = await open(as(world, world.wanjiku), '/practice');
    expect(page.main).toContain('Met a concern of another group');
    expect(page.main).toContain('an objection of another group was answered from this seat with an argument that meets it');
    expect(await own()).toEqual([]);
  });

  it('are nobody else’s to see or to take', async () => {
    expect((await open(as(world, world.baraka), '/practice')).main).toContain('There is nothing to show yet.');
    const fields = { form: newId(), table, practice: 'answered-a-concern', name: 'Baraka', latinName: '' };
    await as(world, world.baraka).post('/practice').send(fields).expect(404);
  });

  it('are issued once to whoever asks, signed, with the evidence in them', async () => {
    const visitor = as(world, world.wanjiku);
    const page = await submit(visitor, await open(visitor, '/practice'), 'Take this badge');
    expect(page.address).toMatch(/^\/certificates\/[^/]+$/);
    const [badge] = await own();
    expect(badge).toMatchObject({ kind: 'practice', about: 'answered-a-concern', nameHidden: true });
    const evidence = (JSON.parse(badge!.credential!) as { evidence: { narrative: string }[] }).evidence[0]!.narrative;
    expect(evidence).toContain('with an argument that meets it');
    const checked = await answered(world, badge!.credential!);
    expect(checked.heading).toBe('This certificate is genuine');
    expect(checked.main).toContain(evidence);
    expect((await open(stranger(world), `/verify/${badge!.code}`)).rows('Badge of practice Met a concern of another group')).toHaveLength(
      1,
    );
    expect((await open(visitor, '/practice')).main).toContain('You have this badge');
  });

  it('cannot be had for what no table proves', async () => {
    const fields = { form: newId(), table, practice: 'built-a-bridge', name: 'Wanjiku', latinName: '' };
    await as(world, world.wanjiku).post('/practice').send(fields).expect(404);
    expect(await own()).toHaveLength(1);
  });
});
