import { agreeing, levelsOf } from '../engine/consensus';
import type { Amendment, Objection } from '../engine/state';
import type { ClauseView } from '../engine/table-view';
import { newId } from '../../kernel/identifier';
import { named, said, type Scene, typedIn } from './scene.view';
import { DECISIONS, RULINGS } from './together.form';

/** What the chair can do with a change that waits; null for everybody else. In the last reading only the wording can still change. */
export function decisionOn({ view, ...scene }: Scene, { id, clause }: Amendment) {
  const possible = {
    substantive: view.can.includes('accept-amendment') && view.phase.kind !== 'last-reading',
    editorial: view.can.includes('accept-amendment'),
    reject: view.can.includes('reject-amendment'),
    promote: view.can.includes('promote-amendment'),
  };
  const typed = typedIn({ view, ...scene }, `decision-${id}`);
  const options = DECISIONS.filter((one) => possible[one]).map((key) => ({ key, chosen: typed?.['decision'] === key }));
  const action = `${scene.address}/clauses/${clause}/amendments/${id}/decision`;
  return options.length
    ? { action, formId: newId(), form: `decision-${id}`, options, open: typed !== null, text: typed?.['text'] ?? '' }
    : null;
}

/** How the chair can rule on an objection that was answered; null for everybody else. */
export function rulingOn(scene: Scene, objection: Objection) {
  const { id, clause, role, answers, state, version } = objection;
  const isSettled = state !== 'open' && state !== 'answered' && state !== 'upheld';
  if (isSettled || !answers.length || scene.view.mine?.role === role || !scene.view.can.includes('rule-objection')) return null;
  const typed = typedIn(scene, `ruling-${id}`);
  const others = scene.view.objections.filter((one) => one.clause === clause && one.id !== id && one.of === null);
  return {
    action: `${scene.address}/objections/${id}/ruling`,
    formId: newId(),
    form: `ruling-${id}`,
    version,
    open: typed !== null,
    text: typed?.['text'] ?? '',
    options: RULINGS.filter((key) => key !== state && (key !== 'duplicate' || others.length)).map((key) => ({
      key,
      chosen: typed?.['ruling'] === key,
    })),
    others: others.map((one) => ({
      id: one.id,
      who: named(scene, one.role),
      said: said(scene, one.words),
      chosen: typed?.['of'] === one.id,
    })),
  };
}

/** How the chair says how far the room is on a clause, with what the record indicates; null for everybody else. */
export function assessingOn(scene: Scene, { key, assessment, state }: ClauseView) {
  const can = (command: string) => state === 'tabled' && scene.view.can.includes(command);
  if (!scene.indicated || assessment?.final || !(can('publish-assessment') || can('finalise-assessment'))) return null;
  const { level, why, counts, against } = scene.indicated(key);
  const typed = typedIn(scene, 'assessment');
  const chosen = typed?.['level'] ?? assessment?.level ?? level;
  return {
    formId: newId(),
    iteration: assessment?.iteration ?? 0,
    finalFormId: newId(),
    canPublish: can('publish-assessment'),
    canFinalise: can('finalise-assessment') && assessment !== null,
    indicated: { level, why, ...counts, against },
    text: typed?.['text'] ?? '',
    levels: [...levelsOf(scene.scenario.preset)].reverse().map((one) => ({
      key: one,
      agrees: agreeing(one, scene.scenario.preset),
      chosen: one === chosen,
    })),
  };
}
