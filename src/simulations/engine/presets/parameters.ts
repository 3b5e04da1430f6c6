/**
 * The numbers of the consensus presets. No source gives them: neither the GNSO's working group guidelines (section 3.6) nor
 * RFC 7282 nor the GAC's operating principles (47) count heads. They are conventions for teaching, whole numbers throughout, and pages say so.
 */

/** of the seats that may answer: below it, nobody can say where the room stands */
export const QUORUM_PERCENT = 50;
/** of the seats that agree or object: as many may disagree before it is more than "a small minority" (GNSO: "only a small minority disagrees") */
export const SMALL_PERCENT = 20;
/** from as many seats that agree or object, one of them is always a small minority, or one hold-out could block a small room */
export const SMALL_ROOM = 4;
/**
 * Active support that it takes at least: RFC 7282 (section 7) has rough consensus with five for and a hundred against, so a share of the
 * seats would be wrong, but also that a proposal which nobody cares for has no consensus.
 */
export const BASE_SEATS = 2;
export const BASE_GROUPS = 2;
/** before nobody objecting is full consensus (GNSO: "no one in the group speaks against the recommendation in its last readings") */
export const READINGS = 2;

/** The largest number of seats that is still a small minority of so many. */
export function smallMinority(seats: number): number {
  return Math.max(Math.floor((seats * SMALL_PERCENT) / 100), seats >= SMALL_ROOM ? 1 : 0);
}
