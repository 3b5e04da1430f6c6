import { Controller, Get, Module } from '@nestjs/common';
import type { Page as Tab } from 'playwright-core';
import { Appointments } from '../../src/chapters/appointments/appointments.service';
import { newId } from '../../src/kernel/identifier';
import type { Language } from '../../src/kernel/language';
import { OneTimeLinks } from '../../src/people/one-time-links.service';
import type { Person } from '../../src/people/person.entity';
import { Allow } from '../../src/web/permissions/permission';
import { Anyone } from '../../src/web/permissions/who.guard';
import { PlainHands } from './hands';
import { open } from './page';
import { Story } from './story';
import { fill, type Given } from './submit';
import { leadSheets } from './lead-sheets';
import { certificateSheets } from './certificate-sheets';
import { paperSheets } from './paper-sheets';
import { writingSheets } from './writing-sheets';
import { trialSheets } from './trial-sheets';
import { scenarioPartSheets } from './scenario-part-sheets';
import { workSheets } from './work-sheets';
import { settingSheets } from './setting-sheets';
import { facilitatingSheets } from './facilitating-sheets';
import { circleSheets } from './circle-sheets';
import { hoursSheets } from './hours-sheets';
import { tableSheets } from './table-sheets';
import { as, stranger } from './visitor';
import { enrol, invitationTo, type LearningWorld, makePerson, openCohort, startLearning } from './world';

/** A page in one of its states, and how a browser comes to it. Coming twice shows it twice: none of these posts changes anything. */
export interface Sheet {
  name: string;
  who: Person | null;
  address: string;
  /** What a form sends to get there; null where the address is enough. */
  pairs: (() => [string, string][]) | null;
  status: number;
  /** For people who learn and for strangers, who may hold a cheap phone; the others are for those who run chapters. */
  learner: boolean;
  /** The form is sent from another site. */
  elsewhere: boolean;
}

export interface Sheets {
  world: LearningWorld;
  sheets: Sheet[];
}

const ENGLISH = new Story('en');
const say = (key: string) => ENGLISH.say(key);

export const LESSONS = [
  'where-the-idea-comes-from',
  'what-rough-means',
  'an-objection-is-a-question',
  'the-chairs-job',
  'humming',
  'when-consensus-fails',
];

/** The first question of each type in the starter quiz. */
export const QUESTIONS = { single: 1, ordering: 3, multiple: 4, matching: 5, number: 9, 'gap text': 10 } as const;

@Controller('broken')
class Broken {
  @Get()
  @Allow(Anyone)
  page() {
    throw new Error('broken on purpose');
  }
}

@Module({ controllers: [Broken] })
class BrokenModule {}

/** A world in which every page has something to show, and every page of it. */
export async function startSheets(): Promise<Sheets> {
  const world = await startLearning({ modules: [BrokenModule] });
  const { amara, baraka, mei, sofia, tomas, wanjiku, yusuf, database, clock } = world;
  const halima = await makePerson(world, { name: 'Halima Yusuf', email: 'halima@example.org', language: 'en' });
  const nobody = await makePerson(world, { name: 'Kofi Mensah', email: 'kofi@example.org', language: 'en' });
  const full = await openCohort(world, world.kenya, { name: 'One place', places: 1 });
  const over = await openCohort(world, world.kenya, { name: 'Last year', startsOn: '2026-01-05', endsOn: '2026-02-15' });
  await enrol(world, halima, full);
  const halimas = await enrol(world, halima, world.cohort);

  const finished = new PlainHands(as(world, wanjiku));
  await finished.goTo('/learning');
  await ENGLISH.readLessons(finished);
  const failed = (await ENGLISH.takeQuiz(finished, 8)).address;
  await finished.goTo(quizOf(world.studies.wanjiku));
  const passed = (await ENGLISH.takeQuiz(finished)).address;
  await finished.goTo('/learning');
  const { page: certificate, code } = await ENGLISH.takeCertificate(finished);

  const ready = new PlainHands(as(world, halima));
  await ready.goTo('/learning');
  await ENGLISH.readLessons(ready);
  await ENGLISH.takeQuiz(ready);

  const half = new PlainHands(as(world, baraka));
  await half.goTo('/learning');
  await ENGLISH.readLessons(half);
  const attempt = (await half.press(say('quizzes.start.begin'))).address.replace(/\/questions\/1$/, '');
  const question = (number: number) => `${attempt}/questions/${number}`;

  const link = (person: Person | null, purpose: 'password' | 'first-steward', minutes: number) =>
    database.write((write) =>
      world.app.get(OneTimeLinks, { strict: false }).make(write, { purpose, personId: person?.id ?? null, minutes }, clock.now()),
    );
  const [fresh, old, first] = [await link(mei, 'password', 60), await link(tomas, 'password', 0), await link(null, 'first-steward', 60)];
  const offered = { chapterId: world.kenya.id, role: 'trainer' as const, by: world.amara.id };
  const appointment = await world.app.get(Appointments, { strict: false }).invite(offered, newId(), clock.now());

  const sheet = (who: Person | null, name: string, address: string, more: Partial<Sheet> = {}): Sheet => ({
    ...{ who, name, address, pairs: null, status: 200, elsewhere: false },
    learner: ![amara.id, sofia.id].includes(who?.id ?? ''),
    ...more,
  });
  const visitor = (who: Person | null) => (who ? as(world, who) : stranger(world));
  /** What comes when a form is sent as it stands, with this in it. */
  const sent = async (who: Person | null, name: string, from: string, button: string, given: Given = {}, more: Partial<Sheet> = {}) => {
    const { address, pairs } = fill(await open(visitor(who), from), say(button), given);
    return sheet(who, name, address, { pairs: () => pairs, status: 422, ...more });
  };

  const join = await invitationTo(world, world.cohort);
  const typed = { [say('people.email')]: 'somebody@example.org', [say('people.password')]: 'not the right one' };
  const answer = { [say('quizzes.question.number-label')]: '7' };
  const another = { [say('quizzes.question.number-label')]: '2' };
  const saveNext = 'quizzes.question.save-next';
  const signIn = 'people.sign-in.button';

  const refused = await sent(null, 'sign in, refused', '/sign-in', signIn, typed);
  const interrupted = await sent(baraka, '', question(QUESTIONS.number), saveNext, answer);
  const again = await sent(null, '', '/sign-in', signIn, { ...typed, [say('people.password')]: 'kiondo baskets by the lake' });
  const stale = await sent(baraka, 'two answers to one question', question(QUESTIONS.number), saveNext, answer, { status: 409 });
  await half.goTo(question(QUESTIONS.number));
  await half.press(say(saveNext), another);
  const settings = `/cohorts/${over.id}/settings`;
  const mine = { [say('cohorts.field.name')]: 'The year before', [say('cohorts.field.places')]: '30' };
  const conflict = await sent(amara, 'somebody was quicker', settings, 'cohorts.settings.button', mine, { status: 409 });
  const lead = new PlainHands(as(world, amara));
  await lead.goTo(settings);
  await lead.press(say('cohorts.settings.button'), { [say('cohorts.field.name')]: 'Last winter' });
  const stuck = await sent(null, 'too many tries', '/sign-in', signIn, { ...typed, [say('people.email')]: 'stuck@example.org' });
  for (let tries = 0; tries < 11; tries++) await stranger(world).post(stuck.address).send(new URLSearchParams(stuck.pairs!()).toString());

  const sheets = [
    sheet(null, 'welcome', '/'),
    sheet(null, 'sign in', '/sign-in'),
    await sent(null, 'sign in, nothing typed', '/sign-in', signIn),
    { ...refused, status: 401, pairs: () => replaced(refused.pairs!(), 'email', `${Math.floor(Math.random() * 1e9)}@example.org`) },
    sheet(null, 'sign in, interrupted', question(QUESTIONS.number), { pairs: interrupted.pairs, status: 401 }),
    sheet(null, 'interrupted form', '/sign-in', {
      pairs: () => [
        ...replaced(again.pairs!(), 'email', baraka.email),
        ['next', interrupted.address],
        ['kept', JSON.stringify(interrupted.pairs!())],
      ],
    }),
    sheet(null, 'forgotten password', '/password/forgotten'),
    await sent(null, 'forgotten password, wrong', '/password/forgotten', 'people.forgotten.button'),
    await sent(null, 'forgotten password, sent', '/password/forgotten', 'people.forgotten.button', only(typed), { status: 200 }),
    sheet(null, 'new password', `/password/reset/${fresh}`),
    await sent(null, 'new password, too short', `/password/reset/${fresh}`, 'people.new-password.button', {
      [say('people.new-password.label')]: 'short',
    }),
    sheet(null, 'join', join),
    await sent(null, 'join, wrong', join, 'cohorts.join.button', { [say('people.email')]: 'x', [say('people.password')]: 'x' }),
    sheet(null, 'join, full', await invitationTo(world, full)),
    sheet(null, 'join, over', await invitationTo(world, over)),
    sheet(nobody, 'join, signed in', join),
    sheet(wanjiku, 'join, in already', join),
    sheet(nobody, 'learning, no cohort', '/learning'),
    sheet(yusuf, 'learning, not begun', '/learning'),
    sheet(baraka, 'learning, begun', '/learning'),
    sheet(wanjiku, 'learning, complete', '/learning'),
    ...LESSONS.map((key, i) => sheet(baraka, `lesson ${i + 1}`, `/lessons/${world.studies.baraka}/rough-consensus/${key}`)),
    sheet(yusuf, 'quiz, locked', quizOf(world.studies.yusuf)),
    sheet(baraka, 'quiz, begun', quizOf(world.studies.baraka)),
    sheet(wanjiku, 'quiz, taken', quizOf(world.studies.wanjiku)),
    ...Object.entries(QUESTIONS).map(([type, number]) => sheet(baraka, `question, ${type}`, question(number))),
    await sent(baraka, 'question, error', question(QUESTIONS.number), saveNext, {
      ...answer,
      [say('quizzes.question.number-label')]: 'two',
    }),
    stale,
    sheet(baraka, 'all answers', attempt),
    sheet(wanjiku, 'already handed in', failed.replace('result', 'questions/9'), { pairs: interrupted.pairs, status: 409 }),
    sheet(wanjiku, 'result, not passed', failed),
    sheet(wanjiku, 'result, passed', passed),
    sheet(halima, 'certificate name', `/learning/${halimas}/certificate`),
    await sent(halima, 'certificate name, wrong', `/learning/${halimas}/certificate`, 'certificates.name.action', {
      [say('certificates.name.label')]: '😀',
    }),
    ...(await tableSheets(world, sheet)),
    ...(await settingSheets(world, sheet)),
    ...(await facilitatingSheets(world, sheet)),
    ...(await circleSheets(world, sheet)),
    ...(await hoursSheets(world, sheet)),
    ...(await leadSheets(world, sheet)),
    ...(await workSheets(world, sheet)),
    ...(await paperSheets(world, sheet)),
    ...(await writingSheets(world, sheet)),
    ...(await trialSheets(world, sheet)),
    ...(await scenarioPartSheets(world, sheet)),
    ...(await certificateSheets(world, sheet)),
    sheet(yusuf, 'certificate, not yet', `/learning/${world.studies.yusuf}/certificate`),
    sheet(nobody, 'certificates, none', '/certificates'),
    sheet(wanjiku, 'certificates', '/certificates'),
    sheet(wanjiku, 'certificate', certificate.address),
    sheet(null, 'verify', '/verify'),
    sheet(null, 'verify, no number', '/verify?code=abc', { status: 422 }),
    sheet(null, 'verify, unknown', '/verify/7Q4M-K2XW-9TRD-5HCN', { status: 404 }),
    sheet(null, 'verify, genuine', `/verify/${code}`),
    sheet(sofia, 'chapters', '/chapters'),
    sheet(sofia, 'new chapter', '/chapters/new'),
    await sent(sofia, 'new chapter, wrong', '/chapters/new', 'chapters.new.button'),
    sheet(amara, 'chapter', '/chapters/kenya'),
    sheet(amara, 'leads and trainers', '/chapters/kenya/people'),
    await sent(amara, 'link for one person', '/chapters/kenya/people', 'chapters.people.button', {}, { status: 200 }),
    sheet(amara, 'cohorts', '/chapters/kenya/cohorts'),
    sheet(amara, 'new cohort', '/chapters/kenya/cohorts/new'),
    await sent(amara, 'new cohort, wrong', '/chapters/kenya/cohorts/new', 'cohorts.new.button', {
      [say('cohorts.field.name')]: '',
      [say('cohorts.field.places')]: 'many',
    }),
    sheet(amara, 'board', `/cohorts/${world.cohort.id}`),
    sheet(amara, 'board, nobody yet', `/cohorts/${over.id}`),
    sheet(amara, 'settings', `/cohorts/${world.cohort.id}/settings`),
    conflict,
    sheet(null, 'appointment', `/appointments/${appointment}`),
    sheet(null, 'first steward', `/steward/${first}`),
    sheet(null, 'nothing here', '/nothing-here', { status: 404 }),
    { ...refused, name: 'from another site', elsewhere: true, status: 403 },
    sheet(null, 'link too old', `/password/reset/${old}`, { status: 410 }),
    { ...stuck, status: 429 },
    sheet(null, 'broken', '/broken', { status: 500 }),
  ];
  return { world, sheets };
}

const quizOf = (enrolment: string) => `/quizzes/${enrolment}/rough-consensus/quiz`;
const only = (typed: Given): Given => ({ [say('people.email')]: typed[say('people.email')]! });
const replaced = (pairs: [string, string][], name: string, value: string): [string, string][] =>
  pairs.map(([own, before]) => [own, own === name ? value : before]);

/** Shows a sheet in a tab of somebody who is signed in as its person; throws when another page comes. */
export async function show(tab: Tab, site: string, sheet: Sheet, language?: Language | 'xx'): Promise<void> {
  const address = site + sheet.address + (language ? `${sheet.address.includes('?') ? '&' : '?'}language=${language}` : '');
  if (!sheet.who) await tab.context().clearCookies({ name: 'session' });
  if (language) await tab.context().clearCookies({ name: 'language' }); // what an earlier sheet asked for
  if (sheet.elsewhere) await tab.goto('about:blank');
  else if (sheet.pairs && !tab.url().startsWith(site)) await tab.goto(`${site}/verify`);
  const answer = sheet.pairs ? await post(tab, address, sheet.pairs()) : await tab.goto(address);
  if (answer?.status() !== sheet.status) throw new Error(`“${sheet.name}” answers ${answer?.status()}, not ${sheet.status}`);
}

async function post(tab: Tab, address: string, pairs: [string, string][]) {
  const send = `(([action, pairs]) => {
    const form = Object.assign(document.createElement('form'), { method: 'post', action, hidden: true });
    for (const [name, value] of pairs) form.append(Object.assign(document.createElement('input'), { name, value }));
    document.body.append(form);
    HTMLFormElement.prototype.submit.call(form);
  })(${JSON.stringify([address, pairs])})`;
  const [answer] = await Promise.all([tab.waitForNavigation({ waitUntil: 'load' }), tab.evaluate(send)]);
  return answer;
}
