/** The path through a module: which steps are done, which are open, and why the others are not. */
import { stepSubject } from '../progress/subjects';
import { Step } from './learning-module';

export type StepState = 'done' | 'open' | 'locked';

/** What the path needs to know of a step; whatever else a step carries comes back with it. */
export type PathPart = Pick<Step, 'key' | 'kind' | 'minutes'>;

export interface PathStep<S extends PathPart = Step> {
  step: S;
  /** counted from 1 */
  number: number;
  state: StepState;
  /** for a locked step of an open module: a phrase key, and the step to do first */
  why: { reason: 'modules.path.lesson-first'; step: S } | null;
}

/** Lessons are always open, so that people can read ahead; a quiz, a simulation or an assignment opens when the lessons before it are done. What is done stays done. In a module that is closed, nothing else is open. */
export function path<S extends PathPart>(
  { slug, steps }: { slug: string; steps: readonly S[] },
  done: ReadonlySet<string>,
  closed = false,
): PathStep<S>[] {
  const isDone = ({ key }: S) => done.has(stepSubject(slug, key));
  return steps.map((step, index) => {
    const first = step.kind === 'lesson' ? undefined : steps.slice(0, index).find((before) => before.kind === 'lesson' && !isDone(before));
    if (isDone(step)) return { step, number: index + 1, state: 'done', why: null };
    if (closed) return { step, number: index + 1, state: 'locked', why: null };
    if (first) return { step, number: index + 1, state: 'locked', why: { reason: 'modules.path.lesson-first', step: first } };
    return { step, number: index + 1, state: 'open', why: null };
  });
}

/** Where to continue: the first step that is open, or null when nothing is. */
export function firstOpen<S extends PathPart>(steps: readonly PathStep<S>[]): PathStep<S> | null {
  return steps.find(({ state }) => state === 'open') ?? null;
}

/** The time that the steps still to be done take, in minutes. */
export function minutesLeft(steps: readonly PathStep<PathPart>[]): number {
  return steps.filter(({ state }) => state !== 'done').reduce((minutes, { step }) => minutes + step.minutes, 0);
}

export interface Around<S extends PathPart = Step> {
  here: PathStep<S>;
  previous: PathStep<S> | null;
  next: PathStep<S> | null;
}

/** A step with its neighbours; null when the path has no such step. */
export function around<S extends PathPart>(steps: readonly PathStep<S>[], key: string): Around<S> | null {
  const at = steps.findIndex(({ step }) => step.key === key);
  return at < 0 ? null : { here: steps[at]!, previous: steps[at - 1] ?? null, next: steps[at + 1] ?? null };
}
