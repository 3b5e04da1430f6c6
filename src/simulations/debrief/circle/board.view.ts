import { newId } from '../../../kernel/identifier';
import { tableSymbols } from '../../../web/pictures/symbols';
import type { FormError } from '../../../web/forms/form.pipe';
import { type Scene, spoken } from '../../room/scene.view';
import { LONGEST_NOTE, NOTE_KINDS } from './board';
import type { BoardNote } from './board-note.entity';

/** What stands on a board, in two columns; whoever may take a note off finds a button there. */
export function boardShown(notes: readonly BoardNote[], action: string, mayTakeOff: (note: BoardNote) => boolean) {
  return NOTE_KINDS.map((kind) => ({
    kind,
    notes: notes
      .filter((note) => note.kind === kind)
      .map((note) => ({
        text: note.text,
        removal: mayTakeOff(note) ? { formId: newId(), action: `${action}/${note.id}/removal` } : null,
      })),
  }));
}

/** views/simulations/board.hbs: what went well at the table, and what its people would do differently. Nobody is told who wrote what. */
export function boardPage(scene: Scene, notes: readonly BoardNote[], personId: string, typed = '', errors: FormError[] = []) {
  const self = `${scene.address}/debrief`;
  return {
    formId: newId(),
    errors: errors.length ? errors : null,
    symbols: tableSymbols(),
    title: spoken(scene.wording.text('title')),
    columns: boardShown(notes, `${self}/board`, (note) => note.personId === personId),
    action: `${self}/board`,
    typed,
    most: LONGEST_NOTE,
    back: `${self}/application`,
  };
}
