import type { Person } from '../../src/people/person.entity';
import type { Ground } from './tour';
import { details, type Fields, someone } from './tour-forms';
import { chapterPages } from './tour-chapters';
import { accountPages } from './tour-accounts';
import { credentialPages } from './tour-credentials';
import { holdingPages } from './tour-holding';
import { letterPages } from './tour-letters';
import { placePages } from './tour-places';
import { rosterPages } from './tour-roster';
import { filesPages } from './tour-bank-files';
import { assignmentPages } from './tour-assignments';
import { bankPages } from './tour-bank';
import { analysisPages } from './tour-analysis';
import { issuingPages } from './tour-issuing';
import { adoptionPages } from './tour-adoption';
import { oversightPages } from './tour-oversight';
import { livePages } from './tour-live';
import { roomPages } from './tour-rooms';
import { settingPages } from './tour-setting';
import { facilitatingPages } from './tour-facilitating';
import { circlePages } from './tour-circle';
import { tablePages } from './tour-tables';
import { hoursPages } from './tour-hours';
import { waysPages } from './tour-ways';
import { checkingPages } from './tour-checking';
import { listsPages } from './tour-lists';
import { partsPages } from './tour-parts';
import { papersPages } from './tour-papers';
import { writingPages } from './tour-writing';
import { printingPages } from './tour-printing';
import { takingPages } from './tour-taking';
import { trialPages } from './tour-trial';
import { timesPages } from './tour-times';
import { PASSWORD } from './visitor';

/** A page, or one of its states, as one person meets it. Going there twice is possible, and changes nothing. */
export interface Stop {
  name: string;
  who: Person | null;
  address: string;
  status: number;
  /** Of a state that answers a form: what it sent. */
  fields?: Fields;
  headers?: Record<string, string>;
}

const LESSONS = [
  'where-the-idea-comes-from',
  'what-rough-means',
  'humming',
  'an-objection-is-a-question',
  'the-chairs-job',
  'when-consensus-fails',
];
const QUESTIONS = 14;
/** Those that are answered part by part: pairs and gaps. */
const IN_PARTS = [5, 10, 12, 13];

type More = Partial<Pick<Stop, 'status' | 'fields' | 'headers'>>;
const stop = (who: Person | null, name: string, address: string, more: More = {}): Stop => ({ who, name, address, status: 200, ...more });
const wrong = (who: Person | null, name: string, address: string, fields: Fields, status = 422): Stop =>
  stop(who, name, address, { fields, status });

/** Every page, each in the states that it has. */
export function pages(ground: Ground): Stop[] {
  return [
    ...doors(ground),
    ...learning(ground),
    ...quizzes(ground),
    ...tablePages(ground),
    ...livePages(ground),
    ...roomPages(ground),
    ...settingPages(ground),
    ...facilitatingPages(ground),
    ...circlePages(ground),
    ...hoursPages(ground),
    ...oversightPages(ground),
    ...assignmentPages(ground),
    ...bankPages(ground),
    ...adoptionPages(ground),
    ...analysisPages(ground),
    ...issuingPages(ground),
    ...rosterPages(ground),
    ...filesPages(ground),
    ...placePages(ground),
    ...waysPages(ground),
    ...letterPages(ground),
    ...credentialPages(ground),
    ...timesPages(ground),
    ...papersPages(ground),
    ...listsPages(ground),
    ...partsPages(ground),
    ...writingPages(ground),
    ...printingPages(ground),
    ...takingPages(ground),
    ...trialPages(ground),
    ...holdingPages(ground),
    ...accountPages(ground),
    ...chapters(ground),
    ...chapterPages(ground),
    ...checkingPages(ground),
    ...refused(ground),
  ];
}

/** What somebody sees who is not signed in. */
function doors({ links, world, certificate }: Ground): Stop[] {
  const { mei } = world;
  return [
    stop(null, 'welcome', '/'),
    stop(null, 'health', '/health'),
    stop(null, 'sign in', '/sign-in'),
    wrong(null, 'sign in, nothing typed', '/sign-in', { email: '', password: '' }),
    stop(null, 'forgotten password', '/password/forgotten'),
    wrong(null, 'forgotten password, wrong', '/password/forgotten', { email: 'x' }),
    stop(null, 'new password', links.reset),
    wrong(null, 'new password, too short', links.reset, { password: 'short' }),
    stop(null, 'first steward', links.steward),
    wrong(null, 'first steward, wrong', links.steward, { name: '', email: 'x', password: 'x' }),
    stop(null, 'role', links.role),
    stop(mei, 'role, signed in', links.role),
    wrong(null, 'role, wrong', links.role, { name: '', email: 'x', password: '' }),
    stop(null, 'join', links.join),
    stop(mei, 'join, signed in', links.join),
    wrong(null, 'join, wrong', links.join, { name: '', email: 'x', password: 'x' }),
    stop(null, 'join, full', links.joinFull),
    stop(null, 'join, over', links.joinOver),
    stop(null, 'verify', '/verify'),
    stop(null, 'verify, no number', '/verify?code=abc', { status: 422 }),
    stop(null, 'verify, genuine', `/verify/${certificate.code}`),
  ];
}

function learning({ world, studies, links, certificate, halima, zuri, chege }: Ground): Stop[] {
  const { wanjiku, baraka, yusuf, mei, amara, sofia, nour } = world;
  return [
    ...[wanjiku, baraka, yusuf, mei, halima, zuri, chege, amara, sofia, nour].map((who) => stop(who, 'learning', '/learning')),
    ...LESSONS.map((lesson) => stop(wanjiku, lesson, `/lessons/${studies.wanjiku}/rough-consensus/${lesson}`)),
    ...LESSONS.map((lesson) => stop(yusuf, lesson, `/lessons/${studies.yusuf}/rough-consensus/${lesson}`)),
    stop(mei, 'lesson', `/lessons/${studies.mei}/rough-consensus/${LESSONS[0]}`),
    stop(wanjiku, 'join, in already', links.join),
    stop(zuri, 'certificates', '/certificates'),
    stop(zuri, 'certificate', `/certificates/${certificate.id}`),
    stop(yusuf, 'certificates, none', '/certificates'),
    stop(yusuf, 'certificate, not yet', `/learning/${studies.yusuf}/certificate`),
    stop(halima, 'confirm the name', `/learning/${studies.halima}/certificate`),
    wrong(halima, 'confirm the name, wrong', `/learning/${studies.halima}/certificate`, { name: '' }),
  ];
}

function quizzes({ world, studies, attempts, zuri, juma }: Ground): Stop[] {
  const { baraka, yusuf } = world;
  const quiz = (enrolment: string) => `/quizzes/${enrolment}/rough-consensus/quiz`;
  const question = (number: number) => `/attempts/${attempts.open}/questions/${number}`;
  const numbers = Array.from({ length: QUESTIONS }, (_, i) => i + 1);
  const interrupted = { next: question(1), kept: JSON.stringify([['answer', '1']]) };
  return [
    stop(juma, 'quiz', quiz(studies.juma)),
    stop(zuri, 'quiz, taken', quiz(studies.zuri)),
    stop(baraka, 'quiz, begun', quiz(studies.baraka)),
    stop(yusuf, 'quiz, locked', quiz(studies.yusuf)),
    wrong(yusuf, 'quiz, locked, begun all the same', `${quiz(studies.yusuf)}/attempts`, {}, 409),
    ...numbers.map((number) => stop(baraka, `question ${number}`, question(number))),
    ...numbers.map((number) =>
      wrong(baraka, `question ${number}, wrong`, question(number), {
        sequence: '0',
        [IN_PARTS.includes(number) ? 'part.nothing' : 'answer']: 'nothing',
      }),
    ),
    wrong(baraka, 'two answers to one question', question(2), { sequence: '0', answer: '2' }, 409),
    stop(baraka, 'all answers', `/attempts/${attempts.open}`),
    stop(zuri, 'result, not passed', `/attempts/${attempts.failed}/result`),
    stop(zuri, 'result, passed', `/attempts/${attempts.passed}/result`),
    wrong(zuri, 'answered after handing in', `/attempts/${attempts.passed}/questions/1`, { sequence: '0', answer: '1' }, 409),
    wrong(null, 'signed out while answering', question(1), { sequence: '0', answer: '1' }, 401),
    stop(null, 'signed in again', '/sign-in', { fields: { email: baraka.email, password: PASSWORD, ...interrupted } }),
  ];
}

function chapters(ground: Ground): Stop[] {
  const { world, full, over } = ground;
  const { amara, tomas, nour, sofia, cohort, cohorts } = world;
  const settings = `/cohorts/${cohort.id}/settings`;
  return [
    ...[amara, tomas].map((who) => stop(who, 'chapter', '/chapters/kenya')),
    ...[amara, tomas].map((who) => stop(who, 'cohorts', '/chapters/kenya/cohorts')),
    stop(nour, 'chapter, in Arabic', '/chapters/lebanon'),
    stop(amara, 'leads and trainers', '/chapters/kenya/people'),
    wrong(amara, 'leads and trainers, wrong', '/chapters/kenya/invitations', { role: '' }),
    stop(amara, 'new cohort', '/chapters/kenya/cohorts/new'),
    wrong(amara, 'new cohort, wrong', '/chapters/kenya/cohorts', { ...details(ground), name: '', endsOn: '2026-13-45', places: 'many' }),
    ...[amara, tomas].map((who) => stop(who, 'board', `/cohorts/${cohort.id}`)),
    stop(amara, 'board, one person', `/cohorts/${full.id}`),
    stop(amara, 'board, nobody yet', `/cohorts/${over.id}`),
    stop(nour, 'board, in Arabic', `/cohorts/${cohorts.lebanon.id}`),
    stop(amara, 'settings', settings),
    wrong(amara, 'settings, wrong', settings, { ...details(ground), name: '', places: '1', version: String(cohort.version) }),
    wrong(amara, 'settings, somebody was quicker', settings, { ...details(ground), name: 'Mine', places: '40', version: '0' }, 409),
    stop(sofia, 'chapters', '/chapters'),
    stop(sofia, 'new chapter', '/chapters/new'),
    wrong(sofia, 'new chapter, wrong', '/chapters', { name: '', slug: 'No Slug', language: 'xx', zone: 'Nowhere' }),
  ];
}

/** Pages that say no. */
function refused({ world, links, chege }: Ground): Stop[] {
  const foreign = { 'sec-fetch-site': 'cross-site' };
  return [
    stop(null, 'nothing here', '/nothing-here', { status: 404 }),
    stop(world.yusuf, 'nothing here, in Arabic', '/nothing-here', { status: 404 }),
    stop(world.mei, 'somebody else’s', `/cohorts/${world.cohort.id}`, { status: 404 }),
    stop(null, 'unknown number', '/verify/7Q4M-K2XW-9TRD-5HCN', { status: 404 }),
    stop(null, 'used link', links.used, { status: 410 }),
    stop(null, 'old link', links.old, { status: 410 }),
    wrong(chege, 'no place left', `${links.joinFull}/enrolment`, {}, 409),
    wrong(chege, 'too late', `${links.joinOver}/enrolment`, {}, 409),
    stop(null, 'another site', links.role, { status: 403, headers: foreign, fields: someone('eve') }),
    wrong(null, 'a form that nobody wrote', links.role, { ...someone('eve'), role: 'admin' }),
    wrong(null, 'a form without its id', links.role, { ...someone('eve'), form: '' }, 400),
    wrong(null, 'a form that is too long', links.role, { name: 'x'.repeat(70_000) }, 413),
    stop(null, 'another kind of form', links.role, { status: 415, headers: { 'content-type': 'application/json' }, fields: {} }),
  ];
}
