import { newId } from '../../kernel/identifier';
import type { OwnPlace } from './waiting.queries';

/** views/cohorts/waiting.hbs: where somebody stands in which line. Who stands before them, nobody says. */
export function waitingPage(lines: OwnPlace[]) {
  return {
    action: '/waiting',
    lines: lines.map(({ id, cohort, chapter, startsOn, endsOn, place }) => ({
      formId: newId(),
      id,
      cohort,
      chapter,
      startsOn,
      endsOn,
      place,
    })),
  };
}
