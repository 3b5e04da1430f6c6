import { newId } from '../../kernel/identifier';
import type { Objection } from '../engine/state';
import { rulingOn } from './chairing.view';
import { named, said, type Scene, spoken, typedIn } from './scene.view';
import { replyWindow } from './windows.view';

export const isUnsettled = ({ state }: Objection): boolean => state === 'open' || state === 'answered';

export function objectionShown(scene: Scene, objection: Objection) {
  const { view, scenario, wording } = scene;
  const written = scenario.objections.find(({ key }) => key === objection.written);
  const can = (command: string) => view.can.includes(command);
  const mine = view.mine?.role === objection.role;
  const typed = typedIn(scene, `answer-${objection.id}`);
  return {
    id: objection.id,
    answerFormId: newId(),
    joinFormId: newId(),
    withdrawFormId: newId(),
    openForm: typed !== null || isFirstOpen(scene, objection),
    typedText: typed?.['text'] ?? '',
    who: named(scene, objection.role),
    joined: objection.joined.map((role) => named(scene, role).name.text),
    kind: objection.kind,
    state: objection.state,
    said: said(scene, objection.words),
    remedy: objection.remedy && remedyOf(scene, objection.clause, objection.remedy),
    answers: objection.answers.map((answer) => ({ who: named(scene, answer.role), said: said(scene, answer.words) })),
    rationale: objection.rationale && said(scene, objection.rationale),
    replyUntil: replyWindow(view, objection),
    ruling: rulingOn(scene, objection),
    mine,
    canAnswer: !mine && isUnsettled(objection) && can('answer-objection'),
    canJoin: !mine && !objection.joined.includes(view.mine?.role ?? '') && isUnsettled(objection) && can('join-objection'),
    canWithdraw: mine && isUnsettled(objection) && can('withdraw-objection'),
    arguments: (written?.answers ?? []).map(({ key }) => ({
      key,
      label: spoken(wording.text(`objections.${written!.key}.answers.${key}`)),
      chosen: typed?.['argument'] === key,
    })),
  };
}

/** Of the objections that wait for this viewer's answer, the form of the first lies open. */
function isFirstOpen({ view }: Scene, { id, clause }: Objection): boolean {
  const waiting = view.objections.find((each) => each.clause === clause && each.state === 'open' && each.role !== view.mine?.role);
  return waiting?.id === id;
}

function remedyOf(scene: Scene, clause: string, { slot, options }: NonNullable<Objection['remedy']>) {
  return {
    slot: spoken(scene.wording.text(`clauses.${clause}.slots.${slot}.name`)),
    options: options.map((option) => scene.wording.text(`clauses.${clause}.slots.${slot}.options.${option}`).text),
  };
}
