import { Editions } from '../../src/cohorts/adoption/editions.service';
import { Cohorts } from '../../src/cohorts/cohorts.service';
import { Content } from '../../src/content/content.service';
import type { PackageDocument } from '../../src/content/package';
import type { ModuleStructure, QuizStructure } from '../../src/content/structures';
import type { Ground } from './tour';
import type { Example } from './tour-forms';
import type { Stop } from './tour-pages';
import { enrol, openCohort, type World } from './world';

/** Two cohorts for which newer versions were published after they had begun, one that leaves them to the next, and the fingerprint of those versions. */
export interface GroundAdoption {
  taking: string;
  leaving: string;
  left: string;
  newest: string;
}

export async function adoptionOf(world: World): Promise<GroundAdoption> {
  const { app, database, clock, kenya } = world;
  const [taking, leaving, left] = await Promise.all(['Mombasa', 'Malindi', 'Lamu'].map((name) => openCohort(world, kenya, { name })));
  await enrol(world, world.wanjiku, taking!);
  const content = app.get(Content, { strict: false });
  const rewritten = async (name: 'module' | 'quiz', change: (document: PackageDocument) => Partial<PackageDocument>) => {
    const before = await content.document(taking!.pins[`${name}:rough-consensus`]!);
    await database.write((write) => content.publish(write, { ...before, ...change(before) }, clock.now()));
  };
  await rewritten('module', moduleAgain);
  await rewritten('quiz', quizAgain);
  const { fingerprint } = (await app
    .get(Editions, { strict: false })
    .newerThan((await app.get(Cohorts, { strict: false }).byId(left!.id))!))!;
  return { taking: taking!.id, leaving: leaving!.id, left: left!.id, newest: fingerprint };
}

/** The first lesson is gone, the last one comes first and is reworded. */
function moduleAgain({ structure, texts, references }: PackageDocument): Partial<PackageDocument> {
  const { steps, ...module } = structure as ModuleStructure;
  const [first, ...others] = steps;
  const lessons = others.filter(({ kind }) => kind === 'lesson');
  const last = lessons.at(-1)!;
  const inOrder = [last, ...others.filter((step) => step !== last)];
  const kept = Object.fromEntries(Object.entries(texts).filter(([key]) => !key.startsWith(`steps.${first!.key}.`)));
  const body = `steps.${last.key}.body`;
  const words = {
    [`steps.${last.key}.title`]: 'When a group stays stuck',
    [body]: `${kept[body]!.replace('consensus', 'agreement')}\n\nThat is all.`,
  };
  return { structure: { ...module, steps: inOrder }, texts: { ...kept, ...words }, references };
}

function quizAgain({ structure, texts }: PackageDocument): Partial<PackageDocument> {
  const quiz = structure as QuizStructure;
  const [first] = quiz.questions;
  const stem = `questions.${first!.key}.stem`;
  return { structure: { ...quiz, passMark: 80, minutes: 20 }, texts: { ...texts, [stem]: `${texts[stem]!} Think twice.` } };
}

export function adoptionPages({ world: { amara }, adoption: { taking, leaving, left, newest } }: Ground): Stop[] {
  const stop = (name: string, address: string, more: Partial<Stop> = {}): Stop => ({ who: amara, name, address, status: 200, ...more });
  return [
    stop('board, newer versions', `/cohorts/${taking}`),
    stop('what changed', `/cohorts/${taking}/newer`),
    stop('what changed, for a cohort without people', `/cohorts/${leaving}/newer`),
    stop('what changed, somebody was quicker', `/cohorts/${left}/newer`, { fields: { version: '0', newest }, status: 409 }),
  ];
}

export function adoptionForms({ world: { amara }, adoption: { taking, leaving, newest } }: Ground): Example[] {
  const fields = { version: '1', newest };
  return [
    { who: amara, address: `/cohorts/${taking}/newer`, fields },
    { who: amara, address: `/cohorts/${leaving}/newer/later`, fields },
  ];
}
