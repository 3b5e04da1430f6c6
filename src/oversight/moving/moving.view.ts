import type { Target } from '../../cohorts/moves/transfers.service';
import { allows } from '../../cohorts/states/state';
import { stateNote } from '../../cohorts/states/state.view';
import { type Shown, spoken } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import type { FormError } from '../../web/forms/form.pipe';
import type { OwnPerson } from '../person/person-of-cohort.guard';
import { personAddress } from '../person/person.view';

/** views/oversight/moving.hbs: what can be done about somebody's place, by how it stands. */
export function movingPage(own: OwnPerson, targets: Target[], titles: ReadonlyMap<string, Shown>, now: Date, errors: FormError[] = []) {
  const { cohort, chapter, person, study } = own;
  const address = personAddress(cohort.id, study.enrolmentId);
  const changeable = allows(cohort, 'change', now);
  const gone = study.state === 'withdrawn';
  return {
    name: person.name,
    personAddress: address,
    cohort: { name: cohort.name, address: `/cohorts/${cohort.id}` },
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    state: stateNote(own, now),
    complete: study.state === 'completed',
    move: changeable && study.state === 'active' ? { action: `${address}/move`, formId: newId() } : null,
    targets: targets.map(({ cohort: other, room, steps }, at) => ({
      id: other.id,
      first: at === 0,
      name: other.name,
      programme: spoken(titles.get(other.programmeVersionId)!),
      startsOn: other.startsOn,
      endsOn: other.endsOn,
      full: room <= 0,
      steps,
    })),
    withdrawal: changeable && !gone ? { action: `${address}/withdrawal`, formId: newId() } : null,
    back: changeable && gone ? { action: `${address}/return`, formId: newId(), open: allows(cohort, 'join', now) } : null,
    errors: errors.length ? errors : null,
  };
}
