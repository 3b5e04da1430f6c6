import type { Adoption } from '../cohorts/adoption/adoption.entity';
import { newsOf } from '../cohorts/adoption/news';
import { announcedOf } from '../cohorts/announcements/announcements.view';
import { ownRequests } from '../cohorts/requests/requests.view';
import { phase } from '../cohorts/schedule';
import type { Reading } from '../cohorts/timetable/due';
import { courseIn, waiting } from '../cohorts/timetable/timetable';
import { spoken } from '../content/translation';
import { directionOf, type Language } from '../kernel/language';
import { firstOpen, minutesLeft, path, type PathStep } from '../modules/path';
import type { ModuleOutline } from '../modules/outlines.service';
import { stepAddress } from '../modules/step-address';
import { cover } from '../web/pictures/cover';
import type { OwnQuiz } from '../quizzes/papers/own-quizzes.service';
import { rosette } from '../web/pictures/rosette';
import { mini } from '../web/pictures/mini';
import type { Group, Position } from '../web/pictures/symbols';
import { tablePicture, type Seat } from '../web/pictures/table';
import type { Say } from '../languages/phrases';
import type { Viewer } from '../web/requests/viewer';
import type { Beside } from './beside-learning.service';
import { moduleTimes } from './module-times.view';
import type { LearningInCohort } from './my-learning.service';

/** views/home/learning.hbs: first of all where to continue, then everything else. */
export function learningPage(
  viewer: Viewer,
  learning: LearningInCohort[],
  beside: Beside & { adoptions: ReadonlyMap<string, Adoption> },
  language: Language,
  now: Date,
) {
  const cohorts = learning.map((one) => ({
    ...cohortSection(one, { now, zone: viewer.zone, language }),
    quizzes: (beside.quizzes.get(one.study.enrolmentId) ?? []).map(ownQuiz),
    rolePlays: (beside.rolePlays.get(one.study.enrolmentId) ?? []).map((play) => ({ ...play, title: spoken(play.title) })),
    adopted: newsOf(beside.adoptions.get(one.study.cohort.id) ?? null, one.done, one.study.joinedAt, now),
  }));
  return {
    name: viewer.name,
    cohorts,
    certificates: cohorts.filter(({ certificate }) => certificate).length,
    asked: ownRequests(beside.asked),
    waiting: beside.waiting.map(({ cohort, chapter, place }) => ({ cohort, chapter, place })),
    left: beside.left.map(({ enrolmentId, cohort, chapter }) => ({
      name: cohort.name,
      chapter: chapter.name,
      address: `/learning/${enrolmentId}/record`,
    })),
  };
}

function cohortSection(learning: LearningInCohort, reading: Reading) {
  const { study, programme, certificate, news } = learning;
  const { now } = reading;
  const modules = programme.modules.map((module, index) => ({
    ...moduleSection(learning, module, index, reading),
    times: moduleTimes(learning, index, reading),
  }));
  const current = modules.find(({ resume }) => resume) ?? null;
  const all = modules.flatMap(({ steps }) => steps);
  return {
    name: study.cohort.name,
    chapter: study.chapter.name,
    programme: { text: programme.title.text, language: programme.title.language, direction: directionOf(programme.title.language) },
    startsOn: study.cohort.startsOn,
    endsOn: study.cohort.endsOn,
    coming: phase(study.cohort, now) === 'coming',
    over: phase(study.cohort, now) === 'over',
    modules,
    waits: current ? null : (modules.find(({ times }) => times.opens)?.times.opens ?? null),
    resume: current && {
      ...current.resume!,
      module: current.title,
      picture: current.picture,
      track: current.track,
      trackLabel: current.counts,
      due: current.times.due,
    },
    news: news && announcedOf(news, study.cohort.language),
    newsAddress: `/learning/${study.enrolmentId}/announcements`,
    begun: all.some(({ state }) => state === 'done'),
    done: modules.reduce((sum, { counts }) => sum + counts.done, 0),
    count: all.length,
    track: modules.flatMap(({ track }) => track),
    complete: study.state === 'completed',
    leaveAddress: phase(study.cohort, now) === 'over' ? null : `/learning/${study.enrolmentId}/leaving`,
    certificateAddress: certificate ? `/certificates/${certificate.id}` : `/learning/${study.enrolmentId}/certificate`,
    certificate: certificate && { code: certificate.code, issuedAt: certificate.issuedAt, picture: rosette(certificate.code) },
  };
}

/** A quiz of the chapter; printed by views/home/_quizzes.hbs. */
function ownQuiz({ title, result, ...quiz }: OwnQuiz) {
  return {
    ...quiz,
    title: { text: title.text, language: title.language, direction: directionOf(title.language) },
    begun: result !== null,
    share: result?.percent ?? null,
    tries: result?.tries ?? 0,
    open: result?.open ?? false,
    waits: result?.waits ?? false,
  };
}

function moduleSection({ study, standing, done, place }: LearningInCohort, module: ModuleOutline, index: number, { now }: Reading) {
  const { enrolmentId, cohort } = study;
  const finished = standing.modules[index]!.complete; // it stays so when a newer version has more steps
  const closed = !finished && waiting(cohort.timetable, module.slug, courseIn(standing), cohort.zone, now) !== null;
  const steps = path({ slug: module.slug, steps: module.steps.map(({ structure }) => structure) }, done, closed);
  const next = finished ? null : firstOpen(steps);
  const isDone = ({ state }: PathStep) => finished || state === 'done';
  const titles = new Map(module.steps.map((step) => [step.key, step.title]));
  const title = (step: PathStep) => {
    const { text, language } = titles.get(step.step.key)!;
    return { text, language, direction: directionOf(language) };
  };
  const heading = next && place?.module === module.slug && place.step === next.step.key ? `#${place.heading}` : '';
  return {
    title: { text: module.title.text, language: module.title.language, direction: directionOf(module.title.language) },
    picture: cover(module.slug),
    steps: steps.map((step) => ({
      title: title(step),
      state: step.state,
      done: step.state === 'done',
      now: step === next,
      locked: step.state === 'locked',
      waits: step.why !== null,
      kind: step.step.kind,
      minutes: step.step.minutes,
      address: stepAddress(enrolmentId, module.slug, step.step),
    })),
    counts: { done: steps.filter(isDone).length, count: steps.length },
    track: steps.map((step) => (isDone(step) ? 'd' : step === next ? 'n' : '')),
    resume: next && {
      title: title(next),
      address: `${stepAddress(enrolmentId, module.slug, next.step)}${heading}`,
      number: next.number,
      count: steps.length,
      kind: next.step.kind,
      minutes: next.step.minutes,
      minutesLeft: minutesLeft(steps),
    },
  };
}

const seat = (group: Group, position: Position): Seat => ({ group, position });

/** A table in the middle of its work: one objection, three who can live with the text. */
const SEATS: Seat[] = [
  seat('gov', 'sup'),
  seat('gov', 'sup'),
  seat('bus', 'liv'),
  seat('bus', 'sup'),
  seat('civ', 'sup'),
  seat('civ', 'sup'),
  seat('tec', 'liv'),
  seat('tec', 'sup'),
  seat('aca', 'obj'),
  seat('aca', 'sup'),
  seat('int', 'sup'),
  seat('int', 'liv'),
];

/** views/home/welcome.hbs: what this place is, for somebody who has just come. */
export function welcomePage(say: Say) {
  return {
    table: tablePicture(SEATS, { label: say('home.welcome.picture'), names: false, width: 420, height: 420 }),
    cover: cover('how-the-internet-is-run'),
    rosette: rosette('CHAPTERHOUSE'),
    minis: [0, 5, 11]
      .map((supporters) => mini(SEATS.map((one, index) => seat(one.group, index <= supporters ? 'sup' : one.position!))))
      .join(''),
  };
}
