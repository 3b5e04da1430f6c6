/** What a form shows of a draft, field by field, so that two people's texts can stand side by side. */

export interface Shown {
  name: string;
  value: string | string[];
  /** The phrase that stands above the field; without one the field is not compared. */
  label: string;
  /** Words by value, where the value is a key. */
  words?: Readonly<Record<string, string>>;
  /** Where phrases say what the value is: the phrase of a value. */
  codes?: (value: string) => string;
  /** Which of several fields of this label it is, in an author's words. */
  of?: string;
}

/** A form as it was sent. */
export type Sent = Readonly<Record<string, string | string[] | undefined>>;

/** The values of a form's fields: as they were sent, or else as the draft has them. */
export class Filled {
  constructor(
    private readonly shown: readonly Shown[],
    private readonly sent: Sent | null,
  ) {}

  /** Everything that is ticked. */
  all(name: string): string[] {
    const value = this.sent ? this.sent[name] : this.shown.find((field) => field.name === name)?.value;
    return value === undefined ? [] : [value].flat();
  }

  of(name: string): string {
    return this.all(name)[0] ?? '';
  }
}

/** One part up or down among its siblings; at either end it stays. */
export function moved<T extends { key: string }>(parts: readonly T[], key: string, by: 1 | -1): T[] {
  const from = parts.findIndex((part) => part.key === key);
  const to = from + by;
  const order = [...parts];
  if (from < 0 || to < 0 || to >= parts.length) return order;
  [order[from], order[to]] = [order[to]!, order[from]!];
  return order;
}
