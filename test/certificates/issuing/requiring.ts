import { Names } from '../../../src/certificates/issuing/names.service';
import type { Cohort } from '../../../src/cohorts/cohort.entity';
import { StudyQueries } from '../../../src/cohorts/enrolment/studies.queries';
import { Studies } from '../../../src/cohorts/enrolment/studies.service';
import { Content } from '../../../src/content/content.service';
import type { Requirements } from '../../../src/content/requirements';
import type { ModuleStructure, ProgrammeStructure } from '../../../src/content/structures';
import { newId } from '../../../src/kernel/identifier';
import type { Person } from '../../../src/people/person.entity';
import { Attempt } from '../../../src/quizzes/attempts/attempt.entity';
import { FinalGrades } from '../../../src/quizzes/attempts/final-grades.service';
import { QuizVersions } from '../../../src/quizzes/attempts/quiz-versions.service';
import type { TestApp } from '../../support/app';
import { openCohort, type World } from '../../support/world';

export const LESSONS = [
  'where-the-idea-comes-from',
  'what-rough-means',
  'the-chairs-job',
  'an-objection-is-a-question',
  'humming',
  'when-consensus-fails',
];

/** A cohort of a programme of two modules of the library, whose certificates take what is said here. */
export async function cohortRequiring(
  world: World,
  slug: string,
  whole: Requirements,
  ofModule: Requirements | null = null,
  modules = ['rough-consensus', 'the-first-initiative'],
): Promise<Cohort> {
  const content = world.app.get(Content, { strict: false });
  const now = world.clock.now();
  await world.database.write(async (write) => {
    const module = await newest(content, 'module', 'rough-consensus');
    const { certificate: _, ...structure } = module.structure as ModuleStructure;
    await content.publish(write, { ...module, structure: { ...structure, ...(ofModule && { certificate: ofModule }) } }, now);
    const programme = await newest(content, 'programme', 'taking-part');
    const own: ProgrammeStructure = { modules, certificate: whole };
    const references = modules.map((name) => ({ kind: 'module' as const, slug: name }));
    await content.publish(write, { ...programme, slug, structure: own, references }, now);
  });
  return openCohort(world, world.kenya, { name: slug, programme: slug });
}

async function newest(content: Content, kind: 'module' | 'programme', slug: string) {
  return content.document((await content.latest({ kind, slug }))!.id);
}

/** Finishes steps as activities do; `step` is `module/step`. */
export async function does({ app, database, clock }: TestApp, person: Person, enrolmentId: string, ...steps: string[]): Promise<void> {
  const study = (await app.get(StudyQueries, { strict: false }).one(enrolmentId, person.id))!;
  for (const step of steps)
    await database.write((write) => app.get(Studies, { strict: false }).finish(write, study, `step:${step}`, clock.now()));
}

export const lessons = (...but: string[]) => LESSONS.filter((one) => !but.includes(one)).map((one) => `rough-consensus/${one}`);

/** Hands in a try at the quiz of rough consensus with such a result. */
export async function scores({ app, database, clock }: TestApp, person: Person, enrolmentId: string, share: number): Promise<void> {
  const study = (await app.get(StudyQueries, { strict: false }).one(enrolmentId, person.id))!;
  const number = 1 + (await database.read(Attempt).countBy({ enrolmentId }));
  const attempt = {
    id: newId(),
    enrolmentId,
    personId: person.id,
    quizVersionId: study.cohort.pins['quiz:rough-consensus']!,
    module: 'rough-consensus',
    step: 'quiz',
    number,
    startedAt: clock.now(),
    endsAt: null,
    overdueAt: null,
    handedInAt: clock.now(),
    abandonedAt: null,
    dueAt: null,
    marks: {},
    share,
    points: Math.round(share * 1000),
    most: 1000,
    passed: share >= 0.7,
  };
  await database.write(async (write) => {
    await write.insert(Attempt, attempt);
    const stored = (await database.read(Attempt).findOneBy({ id: attempt.id }))!;
    const paper = await app.get(QuizVersions, { strict: false }).paper(stored);
    await app.get(FinalGrades, { strict: false }).complete(write, stored, paper, clock.now());
  });
}

/** Confirms a name as the page does, without anything to issue. */
export async function confirms({ app, database, clock }: TestApp, person: Person, name = person.name): Promise<void> {
  await database.write((write) => app.get(Names, { strict: false }).confirm(write, person.id, { name, latinName: null }, clock.now()));
}
