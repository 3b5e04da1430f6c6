import { certificates } from './certificates.mjs';
import { send } from './hands.mjs';
import { parts } from './parts.mjs';
import { chapterQuizzes } from './quizzes.mjs';
import { scenarioParts } from './scenario-parts.mjs';
import { tables } from './tables.mjs';
import { together } from './together.mjs';
import { works } from './works.mjs';
import { writing } from './writing.mjs';

const QUESTIONS = 14;
const LESSON = /^\/lessons\//;
const QUIZ = /^\/quizzes\/[^/]+\/(?!chapter\/)/;
const RESULT = /\/result$/;

const seen = (who, name, address, more = {}) => ({ who, name, address, status: 200, ...more });
/** What comes when a page's form is sent with these words in it. */
const sent = (who, name, address, fields, status = 422) => ({ who, name, address, fields, status });

/** Every page of the demo in the states that it has: its name, who sees it (null: a stranger), and how they come there. Coming twice shows it twice. */
export async function pagesOf(hands) {
  return [
    ...(await doors(hands)),
    ...(await learning(hands)),
    ...(await quizzes(hands)),
    ...(await tables(hands, seen)),
    ...(await together(hands, seen, sent)),
    ...(await works(hands, seen)),
    ...(await certificates(hands, seen, sent)),
    ...(await chapterQuizzes(hands, seen, sent)),
    ...(await scenarioParts(hands, seen, sent)),
    ...(await parts(hands, seen, sent)),
    ...(await writing(hands, seen, sent)),
    ...(await chapters(hands)),
    ...account(),
    ...missing(),
  ];
}

async function doors(hands) {
  const reset = await hands.as(null, async (tab) => {
    await send(tab, `${hands.address}/password/forgotten`, { email: 'collins@demo.example' }, 200);
    return hands.letter('collins@demo.example', /\/password\/reset\/[\w-]+/);
  });
  return [
    seen(null, 'welcome', '/'),
    seen(null, 'sign in', '/sign-in'),
    sent(null, 'sign in, refused', '/sign-in', { email: 'wanjiku@demo.example', password: 'not this one' }, 401),
    seen(null, 'forgotten password', '/password/forgotten'),
    sent(null, 'forgotten password, wrong', '/password/forgotten', { email: 'x' }),
    sent(null, 'forgotten password, sent', '/password/forgotten', { email: 'nobody@demo.example' }, 200),
    seen(null, 'new password', reset),
    sent(null, 'new password, too short', reset, { password: 'short' }),
    seen(null, 'verify', '/verify'),
    seen(null, 'verify, no number', '/verify?code=abc', { status: 422 }),
    seen(null, 'verify, unknown', '/verify/7Q4M-K2XW-9TRD-5HCN', { status: 404 }),
  ];
}

async function learning(hands) {
  const [first] = await hands.links('wanjiku', '/learning', LESSON);
  const lessons = await hands.links('halima', '/learning', LESSON);
  const locked = first.replace(LESSON, '/quizzes/').replace(/[^/]*$/, 'quiz');
  return [
    seen('collins', 'learning, not begun', '/learning'),
    seen('wanjiku', 'learning, begun', '/learning'),
    seen('kevin', 'learning, complete', '/learning'),
    seen('halima', 'learning, certificate', '/learning'),
    seen('yusuf', 'learning, in Beirut', '/learning'),
    seen('mei', 'learning, in Singapore', '/learning'),
    ...lessons.map((address, i) => seen('halima', `lesson ${i + 1}`, address)),
    seen('wanjiku', 'lesson, unfolded', first, { unfold: true }),
    seen('wanjiku', 'quiz, locked', locked),
  ];
}

async function quizzes(hands) {
  const [quiz] = await hands.links('esther', '/learning', QUIZ);
  const [fatumas] = await hands.links('fatuma', '/learning', QUIZ);
  const attempt = await hands.as('esther', async (tab) => {
    await send(tab, hands.address + quiz, {}, 200);
    return new URL(tab.url()).pathname.replace(/\/questions\/1$/, '');
  });
  const question = (number) => `${attempt}/questions/${number}`;
  await hands.as('esther', (tab) => send(tab, hands.address + question(2), { answer: '2' }, 200));
  const [kevins] = await hands.links('kevin', '/learning', QUIZ);
  const passed = (await hands.links('kevin', kevins, RESULT)).at(-1);
  const [failed] = await hands.links('fatuma', fatumas, RESULT);
  return [
    seen('fatuma', 'quiz, once failed', fatumas),
    seen('esther', 'quiz, begun', quiz),
    ...Array.from({ length: QUESTIONS }, (_, i) => seen('esther', `question ${i + 1}`, question(i + 1))),
    sent('esther', 'question, wrong', question(9), { answer: 'two' }),
    sent('esther', 'question, two answers', question(2), { answer: '1', sequence: '0' }, 409),
    seen('esther', 'all answers', attempt),
    seen('fatuma', 'result, not passed', failed),
    seen('kevin', 'result, passed', passed),
  ];
}

function account() {
  const wrong = { name: '', version: '1', zone: 'Africa/Nairobi', language: 'en' };
  return [
    seen('wanjiku', 'account', '/account'),
    sent('wanjiku', 'account, wrong', '/account', wrong),
    seen('wanjiku', 'account, sessions', '/account/sessions'),
    seen('wanjiku', 'account, second step', '/account/second-factor'),
    seen('wanjiku', 'account, e-mail address', '/account/email'),
    seen('wanjiku', 'account, another site', '/account/single-sign-on'),
    seen('wanjiku', 'account, privacy', '/account/privacy'),
    seen('amara', 'account, privacy of a lead', '/account/privacy'),
    seen('yusuf', 'account, in Beirut', '/account'),
  ];
}

async function chapters(hands) {
  const all = await hands.links('amara', '/chapters/kenya', /^\/cohorts\/[^/]+$/);
  const cohort = await hands.as('amara', (tab) => withLink(tab, hands.address, all));
  const [person] = await hands.links('amara', '/today', /^\/cohorts\/[^/]+\/people\/[^/]+$/);
  const [tried] = await hands.links('amara', person, /\/tries\//);
  const [beirut] = await hands.links('rana', '/chapters/lebanon', /^\/cohorts\/[^/]+$/);
  const settings = `${cohort}/settings`;
  const people = '/chapters/kenya/people';
  const opening = '/chapters/kenya/cohorts/new';
  const linkOn = (tab) => tab.inputValue('#f-link').then((link) => new URL(link).pathname);
  const join = await hands.as('amara', (tab) => tab.goto(hands.address + cohort).then(() => linkOn(tab)));
  const role = await hands.as('amara', (tab) => send(tab, hands.address + people, { role: 'trainer' }, 200).then(() => linkOn(tab)));
  return [
    seen(null, 'join', join),
    sent(null, 'join, wrong', join, { name: 'Neema', email: 'neema', password: 'short' }),
    seen('mei', 'join, signed in', join),
    seen('wanjiku', 'join, in already', join),
    seen('steward', 'chapters', '/chapters'),
    seen('steward', 'new chapter', '/chapters/new'),
    sent('steward', 'new chapter, wrong', '/chapters/new', { name: '', slug: 'No Slug' }),
    seen('amara', 'chapter', '/chapters/kenya'),
    seen('tomas', 'chapter, as a trainer', '/chapters/kenya'),
    seen('amara', 'leads and trainers', people),
    sent('amara', 'leads and trainers, invited', people, { role: 'trainer' }, 200),
    seen(null, 'role', role),
    seen('mei', 'role, signed in', role),
    seen('amara', 'chapter settings', '/chapters/kenya/settings'),
    seen('amara', 'design of certificates', '/chapters/kenya/certificate-design'),
    seen('amara', 'audit', '/chapters/kenya/audit'),
    seen(null, 'public chapters', '/welcome'),
    seen(null, 'public chapter', '/welcome/kenya'),
    seen('amara', 'cohorts', '/chapters/kenya/cohorts'),
    seen('amara', 'new cohort', opening),
    sent('amara', 'new cohort, wrong', opening, { name: '', places: 'many' }),
    seen('amara', 'board', cohort),
    seen('tomas', 'board, as a trainer', cohort),
    seen('rana', 'board, in Beirut', beirut),
    seen('amara', 'today', '/today'),
    seen('rana', 'today, in Beirut', '/today'),
    seen('amara', 'person', person),
    seen('amara', 'try', tried),
    seen('amara', 'rules', `${cohort}/rules`),
    seen('tomas', 'rules, as a trainer', `${cohort}/rules`),
    seen('amara', 'settings', settings),
    seen('amara', 'newer versions, none', `${cohort}/newer`),
    sent('amara', 'settings, wrong', settings, { name: '', places: '1' }),
    sent('amara', 'settings, somebody was quicker', settings, { name: 'Nairobi Tuesday group', places: '30', version: '0' }, 409),
  ];
}

/** The first of these cohorts that has a link to join it. */
async function withLink(tab, address, cohorts) {
  for (const cohort of cohorts) {
    await tab.goto(address + cohort);
    if (await tab.locator('#f-link').count()) return cohort;
  }
  throw new Error('No cohort has a link to join it');
}

const missing = () => [
  seen(null, 'nothing here', '/nothing-here', { status: 404 }),
  seen('yusuf', 'nothing here, signed in', '/nothing-here', { status: 404 }),
];
