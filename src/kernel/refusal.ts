/** A rule said no: a phrase key that says why, and the values that phrase needs. Shown as a calm page, never logged as a fault. */
export class Refusal extends Error {
  constructor(
    readonly reason: string,
    readonly details: Record<string, string | number | Date> = {},
  ) {
    super(reason);
  }
}
