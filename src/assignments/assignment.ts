/** An assignment as its published version holds it, and what its criteria can give. */
import { AssignmentStructure } from '../content/assignment';
import { PackageDocument } from '../content/package';

export interface Assignment extends AssignmentStructure {
  slug: string;
}

export function assignment({ kind, slug, structure }: PackageDocument): Assignment {
  if (kind !== 'assignment') throw new Error(`${kind} ${slug} is not an assignment`);
  return { slug, ...(structure as AssignmentStructure) };
}

/** How many reviews of others a work needs, and each who hands one in owes. */
export function peersNeeded({ review }: Assignment): number {
  return review.by === 'peers' ? review.count : 0;
}
