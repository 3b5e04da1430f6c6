import type { Statement } from '../engine/state';
import { newId } from '../../kernel/identifier';
import { sentence, slotChoices } from './clauses.view';
import { named, said, type Scene, spoken, typedIn } from './scene.view';

/** So many statements stand on the page; all of them in the record. */
export const LATEST_STATEMENTS = 6;

/** What was said, the newest first; what the viewer may say, written or in their own words. */
export function floorOf(scene: Scene) {
  const { view, scenario, wording } = scene;
  const mine = view.mine?.role ?? '';
  const already = new Set(view.statements.filter(({ role }) => role === mine).flatMap(({ words }) => ('key' in words ? [words.key] : [])));
  const typed = typedIn(scene, 'statement');
  const chosen = typed?.['statement'] ?? '';
  const written = scenario.statements.filter(({ roles }) => roles === 'all' || roles.includes(mine));
  return {
    statements: view.statements
      .slice(-LATEST_STATEMENTS)
      .reverse()
      .map((statement) => statementShown(scene, statement)),
    earlier: Math.max(0, view.statements.length - LATEST_STATEMENTS),
    // What is opened after the end stands in the record; here is what was written to this seat.
    messages: view.messages
      .filter(({ members }) => members.includes(mine))
      .slice(-LATEST_STATEMENTS)
      .reverse()
      .map(({ from, words, at }) => ({ who: named(scene, from), said: said(scene, words), at: new Date(at) })),
    injects: view.injects
      .slice(-2)
      .reverse()
      .map(({ key, at }) => ({ said: spoken(wording.text(`injects.${key}`)), at: new Date(at) })),
    formId: newId(),
    open: chosen !== '' || (view.phase.kind === 'opening' && !view.statements.some(({ role }) => role === mine)),
    text: typed?.['text'] ?? '',
    canSpeak: view.can.includes('speak'),
    written: written
      .map(({ key }) => ({ key, said: spoken(wording.text(`statements.${key}`)), chosen: key === chosen }))
      .filter(({ key }) => !already.has(`statements.${key}`)),
  };
}

export function statementShown(scene: Scene, { id, role, words, at }: Statement) {
  return { id, who: named(scene, role), said: said(scene, words), at: new Date(at) };
}

/** Several changes offered as one: every seat accepts it or names what hurts. */
export function packagesOf(scene: Scene) {
  const { view, scenario } = scene;
  const latest = view.packages.at(-1);
  const mine = view.mine?.role ?? '';
  const typed = typedIn(scene, 'package');
  return {
    formId: newId(),
    open: typed !== null,
    text: typed?.['text'] ?? '',
    can: view.can.includes('offer-package'),
    latest: latest
      ? {
          id: latest.id,
          formId: newId(),
          who: named(scene, latest.role),
          state: latest.state,
          said: latest.words && said(scene, latest.words),
          sentences: changedClauses(scene, latest.terms),
          answers: Object.entries(latest.answers).map(([role, { accepts, hurts }]) => ({
            who: named(scene, role),
            accepts,
            hurts: hurts && slotName(scene, hurts),
          })),
          canAnswer: latest.state === 'offered' && latest.role !== mine && !latest.answers[mine] && view.can.includes('answer-package'),
        }
      : null,
    slots: scenario.clauses
      .filter(({ key }) => view.clauses.some((clause) => clause.key === key && clause.state === 'tabled'))
      .flatMap((clause) =>
        clause.slots.map(({ key, options }) => slotChoices(scene, clause.key, key, options, typed?.[`terms.${key}`] ?? view.text[key]!)),
      ),
  };
}

function changedClauses(scene: Scene, terms: Readonly<Record<string, string>>) {
  const { clauses } = scene.view;
  const changed = clauses.filter((clause) => Object.entries(clause.terms).some(([slot, option]) => (terms[slot] ?? option) !== option));
  return changed.map((clause) => sentence(scene, clause.key, pick(clause.terms, terms), clause.terms));
}

function pick(own: Readonly<Record<string, string>>, terms: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(own).map(([slot, option]) => [slot, terms[slot] ?? option]));
}

export function slotName({ scenario, wording }: Scene, slot: string) {
  const clause = scenario.clauses.find(({ slots }) => slots.some(({ key }) => key === slot))!;
  return spoken(wording.text(`clauses.${clause.key}.slots.${slot}.name`));
}
