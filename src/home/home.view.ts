import type { Adoption } from '../cohorts/adoption/adoption.entity';
import { newsOf } from '../cohorts/adoption/news';
import { announcedOf } from '../cohorts/announcements/announcements.view';
import { phase } from '../cohorts/schedule';
import { directionOf } from '../kernel/language';
import { firstOpen, minutesLeft, path, type PathStep } from '../modules/path';
import type { ModuleOutline } from '../modules/outlines.service';
import { moduleSubject, programmeSubject } from '../progress/subjects';
import { stepAddress } from '../modules/step-address';
import { cover } from '../web/pictures/cover';
import { rosette } from '../web/pictures/rosette';
import { mini } from '../web/pictures/mini';
import type { Group, Position } from '../web/pictures/symbols';
import { tablePicture, type Seat } from '../web/pictures/table';
import type { Say } from '../languages/phrases';
import type { Viewer } from '../web/requests/viewer';
import type { LearningInCohort } from './my-learning.service';

/** views/home/learning.hbs: first of all where to continue, then everything else. */
export function learningPage(viewer: Viewer, learning: LearningInCohort[], adoptions: ReadonlyMap<string, Adoption>, now: Date) {
  const cohorts = learning.map((one) => ({
    ...cohortSection(one, now),
    adopted: newsOf(adoptions.get(one.study.cohort.id) ?? null, one.done, one.study.joinedAt, now),
  }));
  return { name: viewer.name, cohorts, certificates: cohorts.filter(({ certificate }) => certificate).length };
}

function cohortSection({ study, programme, done, place, certificate, news }: LearningInCohort, now: Date) {
  const modules = programme.modules.map((module) =>
    moduleSection(study.enrolmentId, module, programmeSubject(programme.slug), done, place),
  );
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
    resume: current && {
      ...current.resume!,
      module: current.title,
      picture: current.picture,
      track: current.track,
      trackLabel: current.counts,
    },
    news: news && announcedOf(news, study.cohort.language),
    newsAddress: `/learning/${study.enrolmentId}/announcements`,
    begun: all.some(({ state }) => state === 'done'),
    done: modules.reduce((sum, { counts }) => sum + counts.done, 0),
    count: all.length,
    track: modules.flatMap(({ track }) => track),
    complete: study.state === 'completed',
    certificateAddress: certificate ? `/certificates/${certificate.id}` : `/learning/${study.enrolmentId}/certificate`,
    certificate: certificate && { code: certificate.code, issuedAt: certificate.issuedAt, picture: rosette(certificate.code) },
  };
}

type Place = LearningInCohort['place'];

function moduleSection(enrolmentId: string, module: ModuleOutline, programme: string, done: ReadonlySet<string>, place: Place) {
  const steps = path({ slug: module.slug, steps: module.steps.map(({ structure }) => structure) }, done);
  const finished = done.has(moduleSubject(module.slug)) || done.has(programme); // it stays so when a newer version has more steps
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
