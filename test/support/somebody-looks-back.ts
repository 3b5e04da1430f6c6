import { newId } from '../../src/kernel/identifier';
import type { Person } from '../../src/people/person.entity';
import { BoardNote } from '../../src/simulations/debrief/circle/board-note.entity';
import { DebriefRating } from '../../src/simulations/debrief/circle/debrief-rating.entity';
import { PeerNote } from '../../src/simulations/debrief/circle/peer-note.entity';
import { RubricMark } from '../../src/simulations/debrief/circle/rubric-mark.entity';
import { TableDebrief } from '../../src/simulations/debrief/circle/table-debrief.entity';
import { TablePlace } from '../../src/simulations/tables/table-place.entity';
import type { World } from './world';

/** A note on the board, words to a seat, what was seen of her and by her, and how she found it. */
export async function looksBack({ database, clock }: World, { id: personId }: Person, tableId: string): Promise<void> {
  const { id: placeId, role } = await database.read(TablePlace).findOneByOrFail({ tableId, personId });
  const at = clock.now();
  await database.write(async (write) => {
    await write.insert(TableDebrief, { id: newId(), tableId, opened: 4, version: 1, updatedAt: at });
    await write.insert(BoardNote, { id: newId(), tableId, personId, kind: 'plus', text: 'We listened.', writtenAt: at });
    const note = { id: newId(), tableId, authorId: personId, role, answers: { helped: 'You asked.' }, version: 1, writtenAt: at };
    await write.insert(PeerNote, { ...note, reportedAt: null });
    await write.insert(RubricMark, { id: newId(), placeId, raterId: personId, levels: { listening: 2 }, comment: 'Calm.', version: 1, at });
    const rating = { id: newId(), tableId, personId, facilitator: false, levels: { safety: 6 }, comment: '', version: 1, at };
    await write.insert(DebriefRating, rating);
  });
}
