import { newId } from '../../kernel/identifier';
import type { OwnCohort } from '../cohort-team.guard';
import type { Gone } from '../moves/moves.queries';
import { allows } from '../states/state';
import { stateNote } from '../states/state.view';
import type { InLine } from './waiting.queries';

/** views/cohorts/line.hbs */
export function linePage(own: OwnCohort, { line, gone, room }: { line: InLine[]; gone: Gone[]; room: number }, now: Date) {
  const { cohort, chapter, lead } = own;
  const address = `/cohorts/${cohort.id}`;
  return {
    formId: newId(),
    cohort: { name: cohort.name, address },
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    lead,
    state: stateNote(own, now),
    action: `${address}/waiting`,
    settingsAddress: `${address}/settings`,
    changeable: lead && allows(cohort, 'change', now),
    /** Why nobody moves up: the cohort is over. */
    closed: line.length > 0 && !allows(cohort, 'join', now),
    room: room > 0,
    places: cohort.places,
    line: line.map(({ id, name, joinedAt }, at) => ({ id, name, joinedAt, place: at + 1 })),
    gone: gone.map(({ enrolmentId, name, joinedAt }) => ({ name, joinedAt, address: `${address}/people/${enrolmentId}` })),
  };
}
