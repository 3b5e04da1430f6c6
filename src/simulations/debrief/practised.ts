/** What somebody did at a table that its log can prove: good practice, whatever came of it. Nothing here is a score, and nothing is compared. */
import { groupOf, type Played } from './course';
import { genealogy } from './genealogy';
import { objectionLedger } from './objection-ledger';

export const PRACTICES = ['heard-across', 'answered-a-concern', 'built-a-bridge', 'wrote-a-remedy'] as const;
/**
 * `heard-across`: an objection of theirs was answered by another group. `answered-a-concern`: they answered one of another group with an
 * argument that meets it. `built-a-bridge`: a package of theirs became text with the consent of another group. `wrote-a-remedy`: a change of
 * theirs wrote into the text what settles the objection of another seat.
 */
export type Practice = (typeof PRACTICES)[number];

/** How often each was done from this seat; those that were not are left out. */
export function practised(played: Played, role: string): { practice: Practice; times: number }[] {
  const { rows } = objectionLedger(played);
  const group = groupOf(role, played.scenario);
  const revisions = genealogy(played).flatMap((clause) => clause.revisions);
  const own = revisions.filter((revision) => revision.role === role);
  const raisedBy = new Map(rows.map((row) => [row.id, row.role]));
  const bridges = own.filter(
    ({ of, with: others }) => of?.kind === 'package' && others.some((seat) => groupOf(seat, played.scenario) !== group),
  );
  const times: Record<Practice, number> = {
    'heard-across': rows.filter((row) => row.role === role && row.answeredByAnotherGroup).length,
    'answered-a-concern': rows.filter(
      (row) => row.group !== group && row.answers.some((answer) => answer.role === role && answer.addresses === true),
    ).length,
    'built-a-bridge': new Set(bridges.map(({ of }) => of!.id)).size,
    'wrote-a-remedy': new Set(own.flatMap(({ meets }) => meets).filter((id) => raisedBy.get(id) !== role)).size,
  };
  return PRACTICES.filter((practice) => times[practice] > 0).map((practice) => ({ practice, times: times[practice] }));
}
