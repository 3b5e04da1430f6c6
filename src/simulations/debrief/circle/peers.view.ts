import { newId } from '../../../kernel/identifier';
import { isBlank } from '../../../kernel/text';
import { tableSymbols } from '../../../web/pictures/symbols';
import type { FormError } from '../../../web/forms/form.pipe';
import { named, type Scene, spoken } from '../../room/scene.view';
import type { PeerNote } from './peer-note.entity';
import { type PeerAnswers, STARTERS } from './peers';

/** Notes of a person, to them and from them; `seats` are those that they are asked to write to. */
export interface PeerWords {
  seats: readonly string[];
  written: readonly PeerNote[];
  received: readonly PeerNote[];
}

export interface WrongPeerNote {
  role: string;
  answers: PeerAnswers;
  errors: FormError[];
}

/** views/simulations/peers.hbs: what one writes to two other seats, and what others wrote to one's own. */
export function peersPage(scene: Scene, { seats, written, received }: PeerWords, wrong: WrongPeerNote | null = null) {
  const self = `${scene.address}/debrief`;
  return {
    errors: wrong?.errors.map((one) => ({ ...one, field: `${wrong.role}-${one.field}` })) ?? null,
    symbols: tableSymbols(),
    title: spoken(scene.wording.text('title')),
    forms: seats.map((role) => {
      const before = written.find((note) => note.role === role);
      const answers = wrong?.role === role ? wrong.answers : (before?.answers ?? {});
      return {
        formId: newId(),
        who: named(scene, role),
        action: `${self}/peers/${role}`,
        version: before?.version ?? 0,
        sent: before !== undefined,
        fields: STARTERS.map((key) => ({
          key,
          id: `${role}-${key}`,
          label: `debriefing.starter.${key}`,
          value: answers[key] ?? '',
        })),
      };
    }),
    received: received
      .filter(({ answers }) => STARTERS.some((key) => !isBlank(answers[key] ?? '')))
      .map((note) => receivedShown(note, self)),
    back: `${self}/application`,
  };
}

function receivedShown(note: PeerNote, self: string) {
  return {
    lines: peerLines(note),
    reporting: note.reportedAt ? null : { formId: newId(), action: `${self}/peers/notes/${note.id}/report` },
  };
}

export function peerLines({ answers }: Pick<PeerNote, 'answers'>) {
  return STARTERS.filter((key) => !isBlank(answers[key] ?? '')).map((key) => ({
    phrase: `debriefing.starter.${key}`,
    text: answers[key]!,
  }));
}
