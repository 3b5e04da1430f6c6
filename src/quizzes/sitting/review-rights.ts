/** What somebody may see of their own attempt, and when. Whoever teaches sees everything. */
import { REVIEW_PARTS, type ReviewMatrix, type ReviewMoment, type ReviewPart } from '../../content/quiz-settings';

const IMMEDIATELY_MS = 120_000;

export type ReviewRights = Readonly<Record<ReviewPart, boolean>>;

/** `during` while it is open, `immediately` in the first two minutes after handing in, then `open` until the quiz has closed; null never closes. */
export function momentOf(handedInAt: Date | null, closesAt: Date | null, now: Date): ReviewMoment {
  if (!handedInAt) return 'during';
  if (now.getTime() < handedInAt.getTime() + IMMEDIATELY_MS) return 'immediately';
  return closesAt && now >= closesAt ? 'closed' : 'open';
}

export function rightsAt(matrix: ReviewMatrix, moment: ReviewMoment): ReviewRights {
  return Object.fromEntries(REVIEW_PARTS.map((part) => [part, matrix[moment].includes(part)])) as Record<ReviewPart, boolean>;
}

/** The moment at which more will be shown than now, and null when nothing more comes, or nobody can say when. */
export function moreFrom(matrix: ReviewMatrix, moment: ReviewMoment, closesAt: Date | null): Date | null {
  if (moment === 'closed' || moment === 'during' || !closesAt) return null;
  const now = new Set<ReviewPart>(matrix[moment]);
  return matrix.closed.some((part) => !now.has(part)) ? closesAt : null;
}
