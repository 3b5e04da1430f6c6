import { AuditEntry } from '../../../src/chapters/audit/audit-entry.entity';
import { Certificate } from '../../../src/certificates/certificate.entity';
import type { Cohort } from '../../../src/cohorts/cohort.entity';
import { Cohorts } from '../../../src/cohorts/cohorts.service';
import { Enrolment } from '../../../src/cohorts/enrolment/enrolment.entity';
import { newId } from '../../../src/kernel/identifier';
import type { Person } from '../../../src/people/person.entity';
import { Completion } from '../../../src/progress/completion.entity';
import { Attempt } from '../../../src/quizzes/attempts/attempt.entity';
import { SimulationTable } from '../../../src/simulations/tables/simulation-table.entity';
import { earn, finish, showName } from '../../certificates/finished';
import { send } from '../../chapters/sending';
import { Seat } from '../../simulations/seat';
import { post } from '../../support/knock';
import { open, type Page } from '../../support/page';
import { publish, type Rewriting, SECOND, THIRD } from '../../support/second-edition';
import { fill, submit } from '../../support/submit';
import { as } from '../../support/visitor';
import { enrol, type LearningWorld, openCohort, startLearning } from '../../support/world';

const EVERYTHING = ['']; // every path begins with it
const LINE = 'There are newer versions of what this cohort takes.';
const ADOPT = 'Adopt now';
const LATER = 'Next cohort';

let world: LearningWorld;
let at: string;
beforeEach(async () => {
  world = await startLearning();
  at = `/cohorts/${world.cohort.id}`;
});
afterEach(async () => {
  expect(world.log.faults).toEqual([]);
  await world.stop();
});

const look = (address: string, who = world.amara): Promise<Page> => open(as(world, who), address);
const stored = async (id = world.cohort.id): Promise<Cohort> => (await world.app.get(Cohorts).byId(id))!;
const decide = async (button: string) => submit(as(world, world.amara), await look(`${at}/newer`), button);

describe('newer versions', () => {
  it('are nothing to tell before there are any', async () => {
    expect((await look(at)).main).not.toContain(LINE);
    const page = await look(`${at}/newer`);
    expect(page.main).toContain('This cohort has the newest versions of everything.');
    expect([page.offers(ADOPT), page.offers(LATER)]).toEqual([false, false]);
  });

  it('are told to the leads of a cohort that is not over, and to nobody else', async () => {
    const over = await openCohort(world, world.kenya, { name: 'Last year', startsOn: '2026-01-05', endsOn: '2026-02-15' });
    await publish(world, SECOND);
    expect((await look(at)).main).toContain(LINE);
    expect((await look(at, world.tomas)).main).not.toContain(LINE);
    expect((await look(`/cohorts/${over.id}`)).main).not.toContain(LINE);
    const page = await look(`/cohorts/${over.id}/newer`);
    expect(page.main).toContain('This cohort is over. It stays as it is.');
    expect(page.offers(ADOPT)).toBe(false);
  });

  it('are shown step by step: what came, went, moved, was renamed and rewritten, and how the quiz changed', async () => {
    await publish(world, SECOND);
    const page = await look(`${at}/newer`);
    const step = (title: string) => page.rows(title)[0] ?? '';
    expect(step('After the hum')).toContain('New');
    expect(step('Where the idea comes from')).toContain('Removed');
    expect(step('An objection is a question')).toContain('Moved');
    expect(step('Humming opens the conversation')).toMatch(/New name: Humming starts opens the conversation.*1 paragraph changed\./);
    expect(step('Quiz: deciding without a vote')).toMatch(/Pass mark: 70% 80%.*Time limit: none 20 minutes.*0 new, 0 removed, 2 changed/);
    expect(page.rows('What rough means')).toEqual([]);
  });

  it('are nobody’s business but the leads’', async () => {
    await publish(world, SECOND);
    const page = await look(`${at}/newer`);
    const posts = [fill(page, ADOPT), fill(page, LATER)];
    for (const who of [world.tomas, world.wanjiku, world.nour, world.mei]) {
      await as(world, who).get(`${at}/newer`).expect(404);
      for (const one of posts) expect((await send(as(world, who), one)).status).toBe(404);
    }
    expect(await stored()).toMatchObject({ pins: world.cohort.pins, version: 1 });
  });
});

describe('adopting newer versions', () => {
  it('pins the cohort to them, and is noted; what everybody reads next is new', async () => {
    await publish(world, SECOND);
    const page = await decide(ADOPT);
    expect([page.status, page.address]).toEqual([200, at]);
    expect(page.text).toContain('Adopted. The cohort has the newest versions now.');
    expect(page.main).not.toContain(LINE);
    const lesson = await look(`/lessons/${world.studies.wanjiku}/rough-consensus/after-the-hum`, world.wanjiku);
    expect([lesson.status, lesson.heading]).toEqual([200, 'After the hum']);
    await as(world, world.wanjiku).get(`/lessons/${world.studies.wanjiku}/rough-consensus/where-the-idea-comes-from`).expect(404);
    const [line] = await world.database.read(AuditEntry).findBy({ act: 'versions-adopted' });
    expect(line).toMatchObject({ chapterId: world.kenya.id, actorId: world.amara.id, objectId: world.cohort.id });
    expect((await look('/chapters/kenya/audit')).main).toContain('A cohort adopted newer versions');
    expect((await stored(world.cohorts.lebanon.id)).pins).toEqual(world.cohorts.lebanon.pins);
  });

  it('leaves what was earned as it was: the try, the programme and the certificate', async () => {
    const { code, address } = await earn(world, world.wanjiku, world.studies.wanjiku);
    await showName(world, code);
    const before = await world.database.read(Certificate).find();
    const done = await world.database.read(Completion).find({ order: { id: 'ASC' } });
    await publish(world, SECOND);
    expect((await look(`${at}/newer`)).main).toContain('1 person has finished the programme and keeps that, with the certificate.');
    await decide(ADOPT);
    expect(await world.database.read(Certificate).find()).toEqual(before);
    expect(await world.database.read(Completion).find({ order: { id: 'ASC' } })).toEqual(done);
    expect((await look(`/verify/${code}`, world.mei)).main).toContain(world.wanjiku.name);
    expect((await look(address, world.wanjiku)).status).toBe(200);
    const learning = await look('/learning', world.wanjiku);
    expect(learning.main).toContain('7 of 7 steps done');
    expect((await look(at)).rows(world.wanjiku.name)[0]).toContain('7 of 7');
  });

  it('tells those who were there that steps came, until they have done them', async () => {
    await publish(world, SECOND);
    await decide(ADOPT);
    const said = /1 new step was added\. What you had finished stays finished\./;
    expect((await look('/learning', world.baraka)).main).toMatch(said);
    expect((await look('/learning', world.yusuf)).main).not.toMatch(/خطوة جديدة/);
    await read(world.baraka, world.studies.baraka, 'after-the-hum');
    expect((await look('/learning', world.baraka)).main).not.toMatch(said);
  });

  it('leaves an attempt that is open at its own version, to be handed in by its own rules', async () => {
    await finish(world, world.baraka, world.studies.baraka, { but: ['quiz'] });
    const quiz = `/quizzes/${world.studies.baraka}/rough-consensus/quiz`;
    const begin = () => post(world, `${quiz}/attempts`, world.baraka, `form=${newId()}`);
    const address = (await begun(begin)).replace('/questions/1', '');
    await publish(world, SECOND);
    expect((await look(`${at}/newer`)).main).toContain('1 person has a quiz open; it stays at the version with which it began.');
    await decide(ADOPT);
    const old = world.cohort.pins['quiz:rough-consensus'];
    expect(await begun(begin)).toContain(address); // pressed again: it is still the one
    expect((await look(`${address}/questions/2`, world.baraka)).main).toContain('Why, according to RFC 7282');
    await post(world, `${address}/hand-in`, world.baraka, `form=${newId()}`);
    const result = await look(`${address}/result`, world.baraka);
    expect(result.main).toContain('70%');
    expect((await begin()).status).toBe(409); // a new one waits for the lesson that came
    await read(world.baraka, world.studies.baraka, 'after-the-hum');
    const next = await begun(begin);
    expect((await look(next.replace('/1', '/2'), world.baraka)).main).toContain('Why is voting not practical');
    const attempts = await world.database.read(Attempt).find({ order: { number: 'ASC' } });
    expect(attempts.map(({ quizVersionId, endsAt }) => [quizVersionId === old, endsAt !== null])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('leaves a table at its own version, and whoever sits there goes on', async () => {
    const cohort = await openCohort(world, world.kenya, { name: 'Table', programme: 'the-table' });
    const seat = await Seat.taken(world, world.wanjiku, 'university', {
      enrolment: await enrol(world, world.wanjiku, cohort),
      module: 'at-the-table',
      step: 'exchange-point-peering',
    });
    const reworded: Rewriting = {
      'scenarios/exchange-point-peering/en/scenario.yml': [['Who may meet at the exchange point?', 'Who meets at the exchange point?']],
    };
    await publish(world, reworded, EVERYTHING);
    const page = await look(`/cohorts/${cohort.id}/newer`);
    expect(page.main).toContain('1 person sits at a table; it stays at the version with which it began.');
    await submit(as(world, world.amara), page, ADOPT);
    const [table] = await world.database.read(SimulationTable).find();
    expect(table!.scenarioVersionId).toBe(cohort.pins['scenario:exchange-point-peering']);
    expect((await stored(cohort.id)).pins['scenario:exchange-point-peering']).not.toBe(table!.scenarioVersionId);
    await seat.says('I would like to hear the small providers.');
    expect((await look(seat.address, world.wanjiku)).status).toBe(200);
  });

  it('finishes the programme for whoever lacked only what is gone, and for nobody else', async () => {
    const gone = { ...SECOND };
    const [module] = ['modules/rough-consensus/module.yml'];
    delete gone['modules/rough-consensus/en/after-the-hum.md'];
    gone[module] = [['  - { key: where-the-idea-comes-from, kind: lesson, minutes: 5 }\n', '']];
    await finish(world, world.wanjiku, world.studies.wanjiku, { but: ['where-the-idea-comes-from'] });
    await finish(world, world.baraka, world.studies.baraka, { but: ['where-the-idea-comes-from', 'humming'] });
    await publish(world, gone);
    expect((await look(`${at}/newer`)).main).toContain('1 person has thereby finished the programme');
    await decide(ADOPT);
    const enrolments = await world.database.read(Enrolment).findBy({ cohortId: world.cohort.id });
    const state = (id: string) => enrolments.find((one) => one.id === id)!.state;
    expect([state(world.studies.wanjiku), state(world.studies.baraka)]).toEqual(['completed', 'active']);
    expect((await look('/learning', world.wanjiku)).offers('Get your certificate')).toBe(true);
  });

  it('shows results of a module that is no longer in the programme', async () => {
    await finish(world, world.baraka, world.studies.baraka, { but: ['quiz'] });
    const address = (
      await begun(() => post(world, `/quizzes/${world.studies.baraka}/rough-consensus/quiz/attempts`, world.baraka, `form=${newId()}`))
    ).replace('/questions/1', '');
    await publish(world, { 'programmes/taking-part.yml': [['modules: [rough-consensus]', 'modules: [at-the-table]']] }, EVERYTHING);
    const page = await look(`${at}/newer`);
    expect(page.rows('An objection is a question')[0]).toContain('Removed');
    await submit(as(world, world.amara), page, ADOPT);
    await post(world, `${address}/hand-in`, world.baraka, `form=${newId()}`);
    const result = await look(`${address}/result`, world.baraka);
    expect([result.status, result.offers(/Try again|again/i)]).toEqual([200, false]);
  });

  it('takes one decision of two tabs, and of a button that is pressed twice', async () => {
    await publish(world, SECOND);
    const [one, other] = [fill(await look(`${at}/newer`), ADOPT), await look(`${at}/newer`)];
    const answers = await Promise.all([1, 2].map(() => send(as(world, world.amara), one)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const late = await submit(as(world, world.amara), other, ADOPT);
    expect([late.status, late.errors.length]).toEqual([409, 0]);
    expect(late.main).toContain('Something changed while you were looking.');
    expect(await world.database.read(AuditEntry).countBy({ act: 'versions-adopted' })).toBe(1);
    expect((await stored()).version).toBe(2);
  });

  it('decides nothing when something still newer came, or the cohort was changed, while the page was open', async () => {
    await publish(world, SECOND);
    const seen = await look(`${at}/newer`);
    await publish(world, THIRD);
    for (const button of [ADOPT, LATER]) expect((await submit(as(world, world.amara), seen, button)).status).toBe(409);
    const fresh = await look(`${at}/newer`);
    await submit(as(world, world.amara), await look(`${at}/settings`), 'Save', { Name: 'Nairobi, spring' });
    expect((await submit(as(world, world.amara), fresh, ADOPT)).status).toBe(409);
    expect((await stored()).pins).toEqual(world.cohort.pins);
    expect((await decide(ADOPT)).status).toBe(200);
  });
});

describe('leaving them to the next cohort', () => {
  it('says no more of these, and speaks again when still newer ones appear', async () => {
    await publish(world, SECOND);
    const page = await decide(LATER);
    expect([page.address, page.main.includes(LINE)]).toEqual([at, false]);
    expect(await stored()).toMatchObject({ pins: world.cohort.pins, version: 1 });
    const again = await look(`${at}/newer`);
    expect([again.offers(ADOPT), again.offers(LATER)]).toEqual([true, false]);
    await publish(world, THIRD);
    expect((await look(at)).main).toContain(LINE);
    await decide(ADOPT);
    expect((await look(at)).main).not.toContain(LINE);
  });

  it('changes nothing for a new cohort, which takes the newest', async () => {
    await publish(world, SECOND);
    await decide(LATER);
    const next = await openCohort(world, world.kenya, { name: 'Nairobi, June' });
    expect(next.pins['module:rough-consensus']).not.toBe(world.cohort.pins['module:rough-consensus']);
    expect((await look(`/cohorts/${next.id}`)).main).not.toContain(LINE);
  });

  it('keeps what was told of steps that came before', async () => {
    await publish(world, SECOND);
    await decide(ADOPT);
    await publish(world, THIRD);
    await decide(LATER);
    expect((await look('/learning', world.baraka)).main).toContain('1 new step was added');
  });
});

describe('a form about newer versions', () => {
  it.each([
    ['no fingerprint', { version: '1', newest: '' }],
    ['a fingerprint that is none', { version: '1', newest: 'x'.repeat(64) }],
    ['a version that is none', { version: '-1', newest: 'a'.repeat(64) }],
  ])('with %s is refused', async (_, fields) => {
    await publish(world, SECOND);
    const answer = await post(world, `${at}/newer`, world.amara, new URLSearchParams({ form: newId(), ...fields }).toString());
    expect([400, 422]).toContain(answer.status);
    expect((await stored()).pins).toEqual(world.cohort.pins);
  });

  it('is refused for a cohort that has ended meanwhile', async () => {
    await publish(world, SECOND);
    const short = await openCohort(world, world.kenya, { name: 'A day', endsOn: world.cohort.startsOn });
    await publish(world, THIRD);
    const page = await look(`/cohorts/${short.id}/newer`);
    world.clock.advance({ days: 2 });
    expect((await submit(as(world, world.amara), page, ADOPT)).status).toBe(409);
    expect((await stored(short.id)).pins).toEqual(short.pins);
  });
});

async function read(who: Person, enrolment: string, lesson: string): Promise<void> {
  await submit(as(world, who), await look(`/lessons/${enrolment}/rough-consensus/${lesson}`, who), /I have read/);
}

async function begun(begin: () => ReturnType<typeof post>): Promise<string> {
  return (await begin()).headers['location']!;
}
