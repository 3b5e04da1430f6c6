import { DigestHours } from '../../../src/oversight/digest/digest-hours.service';
import { Digest } from '../../../src/oversight/digest/digest.entity';
import { Chapters } from '../../../src/chapters/chapters.service';
import { Studies } from '../../../src/cohorts/enrolment/studies.service';
import { lettersTo } from '../../support/mail';
import { open } from '../../support/page';
import { submit } from '../../support/submit';
import { as } from '../../support/visitor';
import { appoint, type LearningWorld, makePerson, startLearning } from '../../support/world';

let world: LearningWorld;
let hours: DigestHours;
beforeEach(async () => {
  world = await startLearning();
  hours = world.app.get(DigestHours, { strict: false });
});
afterEach(() => world.stop());

const NEXT_MONDAY = '2027-03-08T05:00:00Z'; // 8:00 in Nairobi, 7:00 in Beirut

describe('the weekly letter of leads', () => {
  it('says how each running cohort stands, in the lead’s language', async () => {
    const studies = world.app.get(Studies, { strict: false });
    const study = (await studies.of(world.baraka))[0]!;
    await world.database.write((write) => studies.finish(write, study, 'step:rough-consensus/humming', world.clock.now()));
    const pedro = await makePerson(world, { name: 'Pedro Lima', email: 'pedro@example.org', language: 'pt' });
    await appoint(world, pedro, world.kenya, 'lead');
    world.clock.set(NEXT_MONDAY);
    expect(await hours.round()).toBe(2);
    const [letter] = await lettersTo(world, world.amara.email);
    expect(letter!.subject).toBe('Kenya: your week');
    expect(letter!.text).toContain('Nairobi, March: of 2 people, 1 has begun and nobody has finished. 1 person needs you.');
    expect(letter!.links).toEqual(expect.arrayContaining([`${world.address}/today`, `${world.address}/cohorts/${world.cohort.id}/rules`]));
    expect((await lettersTo(world, pedro.email))[0]!.text).toContain('1 começou');
    expect(await lettersTo(world, world.tomas.email)).toEqual([]); // a trainer
  });

  it('comes at eight where the chapter is', async () => {
    world.clock.set('2027-03-08T04:59:00Z');
    expect(await hours.round()).toBe(0);
    world.clock.set(NEXT_MONDAY);
    expect(await hours.round()).toBe(1);
    world.clock.set('2027-03-08T06:00:00Z');
    expect(await hours.round()).toBe(1); // now Beirut
    expect((await lettersTo(world, world.nour.email))[0]!.language).toBe('ar');
  });

  it('comes once a week, also when two look at the same moment', async () => {
    world.clock.set(NEXT_MONDAY);
    const sent = await Promise.all([hours.round(), hours.round(), hours.round()]);
    expect(sent.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await hours.round()).toBe(0);
    expect(await lettersTo(world, world.amara.email)).toHaveLength(1);
    world.clock.advance({ days: 7 });
    expect(await hours.round()).toBe(1);
    expect(await world.database.read(Digest).countBy({ personId: world.amara.id })).toBe(2);
  });

  it('does not come to those who turned it off, nor to those who no longer lead', async () => {
    const amara = as(world, world.amara);
    const off = await submit(amara, await open(amara, `/cohorts/${world.cohort.id}/rules`), 'Stop the letter');
    world.clock.set(NEXT_MONDAY);
    expect(await hours.round()).toBe(0);
    await submit(amara, off, 'Send me the letter again');
    const second = await makePerson(world, { name: 'Sara Njoki', email: 'sara@example.org', language: 'en' });
    await appoint(world, second, world.kenya, 'lead');
    const chapters = world.app.get(Chapters, { strict: false });
    await world.database.write((write) => chapters.dismiss(write, world.kenya.id, second.id, 'lead', false));
    expect(await hours.round()).toBe(1);
    expect(await lettersTo(world, second.email)).toEqual([]);
  });

  it('does not come when nothing is running', async () => {
    world.clock.set('2027-06-07T05:00:00Z');
    expect(await hours.round()).toBe(0);
  });
});
