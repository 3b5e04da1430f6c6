import type { OwnCohort } from '../../cohorts/cohort-team.guard';
import { type Shown, spoken } from '../../content/translation';
import type { Viewer } from '../../web/requests/viewer';
import type { Queued } from './review-queue.service';

/** views/assignments/queue.hbs: what waits for the team, the oldest first, and everything else that was handed in. */
export function queuePage({ cohort, chapter }: OwnCohort, works: readonly Queued[], titles: ReadonlyMap<string, Shown>, viewer: Viewer) {
  const address = `/cohorts/${cohort.id}`;
  const row = ({ id, name, state, number, reason, personId, left, handedInAt, answeredAt, assignmentVersionId }: Queued) => ({
    name,
    state,
    number,
    left,
    revised: reason?.kind === 'revised',
    tooFew: reason?.kind === 'too-few' ? reason : null,
    own: personId === viewer.id,
    handedInAt,
    answeredAt,
    title: spoken(titles.get(assignmentVersionId)!),
    address: `${address}/works/${id}`,
  });
  return {
    cohort: { name: cohort.name, address },
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    waiting: works.filter(({ reason }) => reason).map(row),
    others: works
      .filter(({ reason }) => !reason)
      .toReversed()
      .map(row),
  };
}
