import { DEBRIEF_STEPS } from '../../../content/scenario';
import { newId } from '../../../kernel/identifier';
import { tableSymbols } from '../../../web/pictures/symbols';
import type { FormError } from '../../../web/forms/form.pipe';
import { UNSEALS } from '../../engine/commands/debriefing';
import { named, type Scene, spoken } from '../../room/scene.view';
import type { Facilitated } from '../../together/team-table.guard';
import { isOpen, lastOpen, stepAfter, unseals } from '../opening';
import { questionKeys } from '../questions';
import { boardShown } from './board.view';
import type { BoardNote } from './board-note.entity';
import type { Mean } from './elements';
import { peerLines } from './peers.view';
import type { PeerNote } from './peer-note.entity';
import type { TableDebrief } from './table-debrief.entity';

/** Somebody who has a place at the table, as its team knows them. */
export interface Participant {
  placeId: string;
  personId: string;
  name: string;
  role: string;
  finished: boolean;
  /** the viewer has said what they saw of them */
  rated: boolean;
}

export interface Facilitation {
  own: Facilitated;
  scene: Scene;
  debrief: TableDebrief | null;
  people: Participant[];
  board: readonly BoardNote[];
  reported: readonly PeerNote[];
  means: readonly Mean[];
  /** what they noted while people talked */
  notes: readonly { at: Date; text: string }[];
}

/** views/simulations/facilitation.hbs: a debrief as its team leads it. What people wrote for themselves, or to each other, is not in it. */
export function facilitationPage({ own, scene, debrief, people, board, reported, means, notes }: Facilitation, errors: FormError[] = []) {
  const { cohort, table } = own;
  const self = `${scene.address}/debrief`;
  const opened = debrief?.opened ?? 0;
  const current = lastOpen(opened);
  return {
    errors: errors.length ? errors : null,
    symbols: tableSymbols(),
    title: spoken(scene.wording.text('title')),
    name: table.name,
    cohort: { name: cohort.name, address: `/cohorts/${cohort.id}` },
    outcome: scene.view.outcome?.outcome ?? null,
    steps: DEBRIEF_STEPS.map((name) => ({ name, done: isOpen(name, opened) && name !== current, current: name === current })),
    next: cohort.archivedAt ? null : nextShown(scene, opened, debrief?.version ?? 0, `${self}/steps`),
    questions: current
      ? questionKeys(scene.scenario, current).flatMap((key) =>
          scene.wording.has(`prompts.${key}`) ? [spoken(scene.wording.text(`prompts.${key}`))] : [],
        )
      : [],
    notes: notes.map(({ at, text }) => ({ at, text })),
    people: people.map(({ placeId, name, role, finished, rated }) => ({
      name,
      who: role ? named(scene, role) : null,
      finished,
      rated,
      address: opened > 0 ? `${self}/rubric/${placeId}` : null,
    })),
    finished: people.filter((one) => one.finished).length,
    of: people.length,
    columns: board.length ? boardShown(board, `${self}/board`, () => !cohort.archivedAt) : null,
    reported: reported.map((note) => ({
      writer: people.find(({ personId }) => personId === note.authorId)?.name ?? null,
      to: named(scene, note.role),
      lines: peerLines(note),
      removal: { formId: newId(), action: `${self}/reported/${note.id}/removal` },
    })),
    means: means.some(({ of }) => of > 0)
      ? means.map(({ element, tenths, of }) => ({ name: `debriefing.element.${element}`, mean: tenths === null ? null : tenths / 10, of }))
      : null,
    ratingAddress: opened > 0 ? `${self}/rating` : null,
    paperAddress: `${self}/paper`,
    dataAddress: `${self}/data.json`,
  };
}

/** The step that can be opened, and what opening it unseals; null after the last, or while people still talk. */
function nextShown(scene: Scene, opened: number, version: number, action: string) {
  const step = stepAfter(opened);
  if (!step || !scene.view.outcome) return null;
  const scopes = unseals(step, opened) ? UNSEALS[scene.scenario.unseal] : [];
  return {
    formId: newId(),
    action,
    version,
    step,
    text: `debriefing.team.opens.${step}`,
    scopes: scopes.map((scope) => `debriefing.scope.${scope === 'channels' ? scene.scenario.unseal : scope}`),
    rest: step === 'application' ? null : DEBRIEF_STEPS.at(-1)!,
  };
}
