/** The ballots of one hum: under marks that only the hum's own key makes out of seats, in an order that tells nothing. */
import { createHmac } from 'node:crypto';

/** What a hum asks about. The question stands in the chair's words; the answers are two hums, one for each side. */
export const SIDES = ['yes', 'no'] as const;
export type Side = (typeof SIDES)[number];

export const LOUDNESS = [0, 1, 2, 3] as const;
export type Loudness = (typeof LOUDNESS)[number];

export interface Ballot {
  hummed: Record<Side, Loudness>;
  /** marks of the forms it came with, so that one that comes again late does not undo what was hummed after it */
  forms: string[];
}

const MOST_FORMS = 40;

export class Ballots {
  private constructor(
    private readonly key: string,
    private readonly of: Record<string, Ballot>,
  ) {}

  /** Without the site's secret nobody can tell from the salt which mark is which seat's, and without the salt nobody can at all. */
  static read(secret: string, salt: string, text: string): Ballots {
    return new Ballots(mark(secret, `hum ${salt}`), JSON.parse(text) as Record<string, Ballot>);
  }

  has(seat: string): boolean {
    return Object.hasOwn(this.of, this.markOf(seat));
  }

  /** With what a seat hums now; the same when the form was here before. */
  with(seat: string, hummed: Record<Side, Loudness>, form: string): Ballots {
    const [own, sent] = [this.markOf(seat), mark(this.key, `form ${form}`).slice(0, 8)];
    const forms = this.of[own]?.forms ?? [];
    if (forms.includes(sent)) return this;
    return new Ballots(this.key, { ...this.of, [own]: { hummed, forms: [...forms, sent].slice(-MOST_FORMS) } });
  }

  /** What the rules count. */
  get counted(): { option: Side; value: Loudness }[] {
    return this.sorted.flatMap(([, { hummed }]) => SIDES.map((option) => ({ option, value: hummed[option] })));
  }

  get text(): string {
    return JSON.stringify(Object.fromEntries(this.sorted));
  }

  private get sorted(): [string, Ballot][] {
    return Object.entries(this.of).sort(([a], [b]) => (a < b ? -1 : 1));
  }

  private markOf(seat: string): string {
    return mark(this.key, `seat ${seat}`);
  }
}

const mark = (key: string, of: string): string => createHmac('sha256', key).update(of).digest('base64url').slice(0, 22);
