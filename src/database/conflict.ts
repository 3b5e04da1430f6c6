/** Somebody else changed the row first: the change was made from a version that is no longer the current one. */
export class Conflict extends Error {
  constructor(
    readonly entity: string,
    readonly id: string,
  ) {
    super(`${entity} ${id} is no longer at the version this change was made from`);
  }
}

/** True when a statement failed because a unique key is already taken. Only its own transaction, or nested write, is lost. */
export function isDuplicate(error: unknown): boolean {
  const { code, message } = ((error as { driverError?: unknown })?.driverError ?? error ?? {}) as { code?: string; message?: string };
  return code === '23505' || (code === 'SQLITE_CONSTRAINT' && !!message?.includes('UNIQUE constraint failed'));
}
