/** What a person is in a chapter. A lead can do what a trainer can, a trainer what a trainee can. */
export const ROLES = ['trainee', 'trainer', 'lead'] as const;
export type Role = (typeof ROLES)[number];

/** Those who look after a chapter's trainees. */
export const TEAM = ['lead', 'trainer'] as const satisfies readonly Role[];

export function isRole(value: unknown): value is Role {
  return (ROLES as readonly unknown[]).includes(value);
}

/** Whether what somebody holds is enough for what a role may do. */
export function isAtLeast(held: readonly Role[], role: Role): boolean {
  return held.some((one) => ROLES.indexOf(one) >= ROLES.indexOf(role));
}

/** Whom somebody may appoint, and whose role they may take back: never above what they hold themselves; stewards leads and trainers anywhere. */
export function mayAppoint(held: readonly Role[], steward: boolean, role: Role): boolean {
  if (role === 'trainee') return false; // trainees join cohorts by invitation, they are not appointed
  return steward || held.includes('lead');
}
