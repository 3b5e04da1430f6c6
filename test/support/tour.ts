import { OneTimeLinks } from '../../src/people/one-time-links.service';
import type { Person } from '../../src/people/person.entity';
import { type Hands, PlainHands } from './hands';
import type { Page } from './page';
import { Story } from './story';
import { as } from './visitor';
import { enrol, invitationTo, type LearningWorld, makePerson, openCohort, startLearning } from './world';

/** A page, or one of its states, and how somebody gets there. Going there twice must be possible. */
export interface Stop {
  name: string;
  who: Person | null;
  reach: (hands: Hands) => Promise<Page>;
}

export interface Tour {
  world: LearningWorld;
  stops: Stop[];
}

const ENGLISH = new Story('en');

/** A world in which every page has something to show, and the way to each of them. */
export async function startTour(): Promise<Tour> {
  const world = await startLearning();
  const halima = await makePerson(world, { name: 'Halima Yusuf', email: 'halima@example.org', language: 'en' });
  const full = await openCohort(world, world.kenya, { name: 'One place', places: 1 });
  const over = await openCohort(world, world.kenya, { name: 'Last year', startsOn: '2026-01-05', endsOn: '2026-02-15' });
  const studies = { ...world.studies, halima: await enrol(world, halima, world.cohort) };
  await enrol(world, halima, full);

  const finished = new PlainHands(as(world, world.wanjiku));
  const failed = (await study(finished, studies.wanjiku, 8)).address;
  const passed = (await ENGLISH.takeQuiz(finished)).address;
  const { page: certificate, code } = await ENGLISH.takeCertificate(finished);
  await study(new PlainHands(as(world, halima)), studies.halima, 0);
  const half = new PlainHands(as(world, world.baraka));
  await half.goTo('/learning');
  await ENGLISH.readLessons(half);
  const question = (await half.press(ENGLISH.say('quizzes.start.begin'))).address;

  const links = await tokens(world);
  const lesson = (enrolment: string) => `/lessons/${enrolment}/rough-consensus/what-rough-means`;
  const quiz = (enrolment: string) => `/quizzes/${enrolment}/rough-consensus/quiz`;
  const to = (address: string) => (hands: Hands) => hands.goTo(address);
  const stop = (who: Person | null, name: string, reach: string | Stop['reach']): Stop => ({ who, name, reach: typeof reach === 'string' ? to(reach) : reach });
  const { amara, baraka, nour, sofia, wanjiku, yusuf } = world;

  const stops = [
    stop(null, 'welcome', '/'),
    stop(null, 'sign in', '/sign-in'),
    stop(null, 'sign in, nothing typed', (hands) => sent(hands, '/sign-in', 0)),
    stop(null, 'sign in, refused', (hands) => sent(hands, '/sign-in', 0, { email: `${Math.floor(Math.random() * 1e9)}@example.org`, password: 'not the right one' })),
    stop(null, 'forgotten password', '/password/forgotten'),
    stop(null, 'forgotten password, wrong', (hands) => sent(hands, '/password/forgotten', 0)),
    stop(null, 'forgotten password, sent', (hands) => sent(hands, '/password/forgotten', 0, { email: 'nobody@example.org' })),
    stop(null, 'new password', `/password/reset/${links.reset}`),
    stop(null, 'new password, too short', (hands) => sent(hands, `/password/reset/${links.reset}`, 0, { password: 'short' })),
    stop(null, 'first steward', `/steward/${links.steward}`),
    stop(null, 'appointment', links.appointment),
    stop(null, 'join', await invitationTo(world, world.cohort)),
    stop(null, 'join, wrong', async (hands) => sent(hands, await invitationTo(world, world.cohort), 0, { name: '', email: 'x', password: 'x' })),
    stop(null, 'join, full', await invitationTo(world, full)),
    stop(null, 'join, over', await invitationTo(world, over)),
    stop(null, 'verify', '/verify'),
    stop(null, 'verify, not a number', '/verify?code=abc'),
    stop(null, 'verify, unknown', '/verify/7Q4M-K2XW-9TRD-5HCN'),
    stop(null, 'verify, genuine', `/verify/${code}`),
    stop(null, 'nothing here', '/nothing-here'),
    stop(wanjiku, 'learning, finished', '/learning'),
    stop(wanjiku, 'lesson, read', lesson(studies.wanjiku)),
    stop(wanjiku, 'quiz, taken', quiz(studies.wanjiku)),
    stop(wanjiku, 'result, not passed', failed),
    stop(wanjiku, 'result, passed', passed),
    stop(wanjiku, 'certificates', '/certificates'),
    stop(wanjiku, 'certificate', certificate.address),
    stop(wanjiku, 'join, in already', await invitationTo(world, world.cohort)),
    stop(halima, 'confirm the name', `/learning/${studies.halima}/certificate`),
    stop(halima, 'confirm the name, wrong', (hands) => sent(hands, `/learning/${studies.halima}/certificate`, 0, { name: ' ' })),
    stop(baraka, 'learning, at the quiz', '/learning'),
    stop(baraka, 'quiz, begun', quiz(studies.baraka)),
    ...Array.from({ length: 14 }, (_, i) => stop(baraka, `question ${i + 1}`, question.replace(/\d+$/, String(i + 1)))),
    stop(baraka, 'all answers', question.replace(/\/questions\/\d+$/, '')),
    stop(baraka, 'question, not a number', (hands) => numberTyped(hands, question, 'about two')),
    stop(baraka, 'two answers to one question', (hands) => stale(hands, question)),
    stop(baraka, 'sign in, interrupted', (hands) => interrupted(hands, question)),
    stop(baraka, 'interrupted form', async (hands) => resent(hands, question, baraka.email)),
    stop(yusuf, 'learning, not begun', '/learning'),
    stop(yusuf, 'lesson', lesson(studies.yusuf)),
    stop(yusuf, 'quiz, locked', quiz(studies.yusuf)),
    stop(yusuf, 'certificates, none', '/certificates'),
    stop(yusuf, 'certificate, not yet', `/learning/${studies.yusuf}/certificate`),
    stop(amara, 'learning, no cohort', '/learning'),
    stop(amara, 'chapter', '/chapters/kenya'),
    stop(amara, 'leads and trainers', '/chapters/kenya/people'),
    stop(amara, 'link for one person', (hands) => sent(hands, '/chapters/kenya/people', 0, {}, 'trainer')),
    stop(amara, 'cohorts', '/chapters/kenya/cohorts'),
    stop(amara, 'new cohort', '/chapters/kenya/cohorts/new'),
    stop(amara, 'new cohort, wrong', (hands) => sent(hands, '/chapters/kenya/cohorts/new', 0, { name: '', endsOn: '2026-13-45', places: 'many' })),
    stop(amara, 'board', `/cohorts/${world.cohort.id}`),
    stop(amara, 'board, nobody yet', `/cohorts/${over.id}`),
    stop(amara, 'settings', `/cohorts/${world.cohort.id}/settings`),
    stop(amara, 'settings, somebody was quicker', (hands) => conflict(hands, `/cohorts/${over.id}/settings`)),
    stop(nour, 'chapter, in Arabic', '/chapters/lebanon'),
    stop(nour, 'board, in Arabic', `/cohorts/${world.cohorts.lebanon.id}`),
    stop(sofia, 'chapters', '/chapters'),
    stop(sofia, 'new chapter', '/chapters/new'),
    stop(sofia, 'new chapter, wrong', (hands) => sent(hands, '/chapters/new', 0)),
  ];
  return { world, stops };
}
