/** What in a form cannot be taken, seen only where it meets the draft as it is. */

export interface Mistake {
  field: string;
  key: string;
  details: Record<string, string | number>;
}

export class Mistaken extends Error {
  constructor(readonly mistakes: Mistake[]) {
    super('a form to correct');
  }
}

export const mistake = (field: string, key: string, details: Mistake['details'] = {}): Mistake => ({ field, key, details });
