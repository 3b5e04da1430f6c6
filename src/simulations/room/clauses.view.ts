import { pieces } from '../../content/gaps';
import { type ClauseStructure, OBJECTION_KINDS, type Terms } from '../../content/scenario';
import { newId } from '../../kernel/identifier';
import { directionOf } from '../../kernel/language';
import { mini } from '../../web/pictures/mini';
import type { Amendment } from '../engine/state';
import type { ClauseView } from '../engine/table-view';
import { assessingOn, decisionOn } from './chairing.view';
import { isUnsettled, objectionShown } from './objections.view';
import { named, said, type Scene, spoken, typedIn } from './scene.view';
import { seatsOn } from './seats.view';
import { disputeWindow, editorialWindow } from './windows.view';

/** The text under negotiation, clause by clause; the one that is looked at is open, with everything that can be done about it. */
export function clausesOf(scene: Scene, open: string) {
  const { view, scenario } = scene;
  return view.clauses.map((clause, index) => {
    const structure = scenario.clauses.find(({ key }) => key === clause.key)!;
    return {
      key: clause.key,
      number: index + 1,
      address: `${scene.address}?clause=${clause.key}#c-${clause.key}`,
      title: spoken(scene.wording.text(`clauses.${clause.key}.title`)),
      tabled: clause.state !== 'held',
      unsettled: clause.unsettled,
      revision: clause.revision,
      picture: mini(seatsOn(scene, clause)),
      sentence: sentence(scene, clause.key, clause.terms, before(clause)),
      level: clause.assessment?.level ?? null,
      open: clause.key === open ? openClause(scene, clause, structure) : null,
    };
  });
}

function openClause(scene: Scene, clause: ClauseView, structure: ClauseStructure) {
  const { view } = scene;
  const mine = view.objections.filter((objection) => objection.clause === clause.key);
  const amendments = view.amendments.filter(
    ({ clause: key, state }) => key === clause.key && (state === 'proposed' || state === 'promoted'),
  );
  const amending = typedIn(scene, 'amendment');
  const objecting = typedIn(scene, 'objection');
  const challenging = typedIn(scene, 'challenge');
  const filing = typedIn(scene, 'minority');
  return {
    by: clause.revision > 1 ? named(scene, clause.history.at(-1)!.by) : null,
    at: new Date(clause.history.at(-1)!.at),
    editorial: editorialWindow(view, clause),
    objections: mine.filter(isUnsettled).map((objection) => objectionShown(scene, objection)),
    settled: mine.filter((objection) => !isUnsettled(objection)).map((objection) => objectionShown(scene, objection)),
    amendments: amendments.map((amendment) => amendmentShown(scene, clause, amendment)),
    remedies: remediesFor(scene, structure, objecting?.['remedy'] ?? ''),
    slots: structure.slots.map(({ key, options }) =>
      slotChoices(scene, clause.key, key, options, amending?.[`terms.${key}`] ?? clause.terms[key]!),
    ),
    kinds: OBJECTION_KINDS.map((key) => ({ key, chosen: objecting?.['kind'] === key })),
    canTable: clause.state === 'held' && view.can.includes('table-clause'),
    tableFormId: newId(),
    canAmend: clause.state === 'tabled' && view.can.includes('amend'),
    amendFormId: newId(),
    amendOpen: amending !== null,
    amendText: amending?.['text'] ?? '',
    judgement: judgementOn(scene, clause),
    assessing: assessingOn(scene, clause),
    canChallenge: view.can.includes('challenge-assessment') && clause.assessment !== null,
    challengeFormId: newId(),
    challengeOpen: challenging !== null,
    challengeText: challenging?.['text'] ?? '',
    canFile: view.can.includes('file-minority'),
    fileFormId: newId(),
    fileOpen: filing !== null,
    fileText: filing?.['text'] ?? '',
    minority: clause.minority.map(({ role, words }) => ({ who: named(scene, role), said: said(scene, words) })),
    canObject: clause.state === 'tabled' && view.can.includes('raise-objection'),
    objectFormId: newId(),
    objectOpen: objecting !== null,
    objectText: objecting?.['text'] ?? '',
  };
}

/** What the chair said about a clause, and who does not see it like that. */
function judgementOn(scene: Scene, clause: ClauseView) {
  const { assessment } = clause;
  if (!assessment) return null;
  const { level, words, final, iteration, challenges } = assessment;
  const heard = challenges.filter((one) => one.iteration === iteration);
  return {
    level,
    words: said(scene, words),
    final,
    dispute: disputeWindow(scene.view, clause),
    challenges: heard.map((one) => ({ who: named(scene, one.role), said: said(scene, one.words) })),
  };
}

/** What could settle an objection to a clause: each option of each of its slots. */
function remediesFor(scene: Scene, { key: clause, slots }: ClauseStructure, typed: string) {
  return slots.flatMap(({ key, options }) => {
    const choices = slotChoices(scene, clause, key, options, '');
    return choices.options.map(({ key: option, label }) => {
      const value = `${key}:${option}`;
      return { value, slot: choices.name.text, option: label.text, language: label.language, chosen: value === typed };
    });
  });
}

/** A sentence of the text, cut at its terms; a term that the last revision changed carries what stood there before. */
export function sentence(scene: Scene, clause: string, terms: Terms, was: Terms | null) {
  const { text, language } = scene.wording.text(`clauses.${clause}.text`);
  const option = (slot: string, key: string) => scene.wording.text(`clauses.${clause}.slots.${slot}.options.${key}`).text;
  return {
    language,
    direction: directionOf(language),
    pieces: pieces(text).map((piece) => {
      if ('text' in piece) return { text: piece.text, was: null, changed: false };
      const now = terms[piece.gap];
      const changed = was !== null && was[piece.gap] !== now;
      return { text: now === undefined ? '' : option(piece.gap, now), was: changed ? option(piece.gap, was[piece.gap]!) : null, changed };
    }),
  };
}

export function slotChoices(scene: Scene, clause: string, slot: string, options: readonly string[], chosen: string) {
  return {
    key: slot,
    name: spoken(scene.wording.text(`clauses.${clause}.slots.${slot}.name`)),
    options: options.map((option) => ({
      key: option,
      label: spoken(scene.wording.text(`clauses.${clause}.slots.${slot}.options.${option}`)),
      chosen: option === chosen,
    })),
  };
}

function before({ history }: ClauseView): Terms | null {
  return history.length > 1 ? history.at(-2)!.terms : null;
}

function amendmentShown(scene: Scene, clause: ClauseView, amendment: Amendment) {
  const mine = scene.view.mine?.role === amendment.role;
  return {
    id: amendment.id,
    secondFormId: newId(),
    who: named(scene, amendment.role),
    said: amendment.words && said(scene, amendment.words),
    sentence: sentence(scene, clause.key, { ...clause.terms, ...amendment.terms }, clause.terms),
    seconds: amendment.seconds.map((role) => named(scene, role).name.text),
    promoted: amendment.state === 'promoted',
    rationale: amendment.rationale && said(scene, amendment.rationale),
    decision: amendment.state === 'proposed' ? decisionOn(scene, amendment) : null,
    canSecond:
      !mine &&
      amendment.state === 'proposed' &&
      !amendment.seconds.includes(scene.view.mine?.role ?? '') &&
      scene.view.can.includes('second-amendment'),
  };
}
