/** A finished table before the eyes of its person, and what every page of the debrief shows of it. */
import { DEBRIEF_STEPS, type DebriefStep } from '../../content/scenario';
import { newId } from '../../kernel/identifier';
import { tableSymbols } from '../../web/pictures/symbols';
import type { FormError } from '../../web/forms/form.pipe';
import { type Scene, spoken } from '../room/scene.view';
import type { Played } from './course';
import { COMMITMENT, questionKeys } from './questions';

export interface LookBack {
  scene: Scene;
  /** the whole log: only what is unsealed may come of it on a page */
  played: Played;
  reflection: { answers: Record<string, string>; version: number } | null;
  step: DebriefStep;
  role: string;
  finished: boolean;
  wrong: { errors: FormError[]; answers: Record<string, string> } | null;
}

/** What all four steps have: where one is, and the questions with what was written down. */
export function frameOf({ scene, reflection, step, finished, wrong }: LookBack) {
  const at = DEBRIEF_STEPS.indexOf(step);
  const self = `${scene.address}/debrief`;
  return {
    formId: newId(),
    errors: wrong?.errors ?? null,
    symbols: tableSymbols(),
    title: spoken(scene.wording.text('title')),
    action: `${self}/${step}`,
    version: reflection?.version ?? 0,
    finished,
    steps: DEBRIEF_STEPS.map((name, index) => ({ name, address: `${self}/${name}`, done: index < at, current: index === at })),
    previous: at > 0 ? `${self}/${DEBRIEF_STEPS[at - 1]}` : null,
    last: at === DEBRIEF_STEPS.length - 1,
    questions: questionKeys(scene.scenario, step).map((key) => ({
      key,
      said: key === COMMITMENT ? null : spoken(scene.wording.text(`prompts.${key}`)),
      value: wrong?.answers[key] ?? reflection?.answers[key] ?? '',
    })),
    roomAddress: scene.address,
    recordAddress: `${scene.address}/record`,
  };
}
