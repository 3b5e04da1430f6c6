/** A finished table before the eyes of its person, and what every page of the debrief shows of it. */
import { DEBRIEF_STEPS, type DebriefStep } from '../../content/scenario';
import { newId } from '../../kernel/identifier';
import { tableSymbols } from '../../web/pictures/symbols';
import type { FormError } from '../../web/forms/form.pipe';
import { type Scene, spoken } from '../room/scene.view';
import type { SeatRubric } from './circle/seat-rubric.view';
import type { Played } from './course';
import { isOpen } from './opening';
import { COMMITMENT, questionKeys } from './questions';

export interface LookBack {
  scene: Scene;
  /** the whole log: only what is unsealed may come of it on a page */
  played: Played;
  reflection: { answers: Record<string, string>; version: number } | null;
  step: DebriefStep;
  /** '' for somebody who looked on */
  role: string;
  finished: boolean;
  /** whether it is a step of the programme: a role-play of the chapter's own is a step of nothing */
  counts: boolean;
  wrong: { errors: FormError[]; answers: Record<string, string> } | null;
  /** how many of the steps are open */
  opened: number;
  /** what only people who sat together have; null for one who played alone */
  circle: { rubric: SeatRubric[] } | null;
}

/** What all four steps have: where one is, and the questions with what was written down. */
export function frameOf({ scene, reflection, step, finished, wrong, opened, circle }: LookBack) {
  const at = DEBRIEF_STEPS.indexOf(step);
  const self = `${scene.address}/debrief`;
  const next = DEBRIEF_STEPS[at + 1];
  return {
    formId: newId(),
    errors: wrong?.errors ?? null,
    symbols: tableSymbols(),
    title: spoken(scene.wording.text('title')),
    action: `${self}/${step}`,
    version: reflection?.version ?? 0,
    finished,
    steps: DEBRIEF_STEPS.map((name, index) => ({
      name,
      address: `${self}/${name}`,
      done: index < at,
      current: index === at,
      open: isOpen(name, opened),
    })),
    previous: at > 0 ? `${self}/${DEBRIEF_STEPS[at - 1]}` : null,
    last: at === DEBRIEF_STEPS.length - 1,
    waits: next !== undefined && !isOpen(next, opened),
    questions: questionKeys(scene.scenario, step).map((key) => ({
      key,
      said: key === COMMITMENT ? null : spoken(scene.wording.text(`prompts.${key}`)),
      value: wrong?.answers[key] ?? reflection?.answers[key] ?? '',
    })),
    roomAddress: scene.address,
    recordAddress: `${scene.address}/record`,
    circle: circle && circleAddresses(self, opened),
  };
}

/** Where people who sat together find what they do with each other; what is not open yet is left out. */
export function circleAddresses(self: string, opened: number) {
  const from = (step: DebriefStep, name: string) => (isOpen(step, opened) ? `${self}/${name}` : null);
  return {
    timeline: from('description', 'timeline'),
    board: from('description', 'board'),
    briefs: from('analysis', 'briefs'),
    peers: from('application', 'peers'),
    rating: from('application', 'rating'),
    paper: `${self}/paper`,
    data: `${self}/data.json`,
  };
}
