/** Who earns a certificate: whoever has completed the whole programme. */
import { type Completed, standing } from '../../progress/standing';
import { stepSubject } from '../../progress/subjects';

interface Module {
  slug: string;
  steps: { key: string }[];
}

export interface Missing<M extends Module> {
  module: M;
  /** in order */
  steps: M['steps'];
}

/** Earned, and since when; or not yet, and what is still to be done, module by module. */
export type Eligibility<M extends Module> = { earned: true; at: Date } | { earned: false; missing: Missing<M>[] };

export function eligibility<M extends Module>(
  { slug, modules }: { slug: string; modules: M[] },
  completions: readonly Completed[],
): Eligibility<M> {
  const { complete, completedAt, missing } = standing({ programme: slug, modules }, completions);
  if (complete && completedAt) return { earned: true, at: completedAt };
  const open = new Set(missing);
  const lacking = modules.map((module) => ({ module, steps: module.steps.filter(({ key }) => open.has(stepSubject(module.slug, key))) }));
  return { earned: false, missing: lacking.filter(({ steps }) => steps.length > 0) };
}
