/** Subjects of the ledger: what a completion is about, as one short text. */

export type Subject = `step:${string}/${string}` | `module:${string}` | `programme:${string}`;

export const stepSubject = (module: string, step: string): Subject => `step:${module}/${step}`;
export const moduleSubject = (module: string): Subject => `module:${module}`;
export const programmeSubject = (programme: string): Subject => `programme:${programme}`;

export type SubjectParts =
  { kind: 'step'; module: string; step: string } | { kind: 'module'; module: string } | { kind: 'programme'; programme: string };

/** What a subject is about; null for a text that is none. */
export function subjectParts(subject: string): SubjectParts | null {
  const found = /^(?:step:(?<of>[^/:]+)\/(?<step>[^/:]+)|module:(?<module>[^/:]+)|programme:(?<programme>[^/:]+))$/.exec(subject)?.groups;
  if (!found) return null;
  const { of, step, module, programme } = found;
  if (step) return { kind: 'step', module: of!, step };
  return module ? { kind: 'module', module } : { kind: 'programme', programme: programme! };
}
