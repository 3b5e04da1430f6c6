/** What was sent last of parts of pages, in pieces, as far as there is room: of what is forgotten a part comes whole. */
import { randomBytes } from 'node:crypto';

/** Places in all, of eight bytes each: pieces that are alike are kept once. Enough for six hundred pages of crowded tables. */
const ROOM = 4_000_000;
/** A print takes as much as so many places besides its own. */
const OF_ITSELF = 40;
const LONGEST_MS = 30 * 60_000;
const MOST_ALIKE = 50_000;

interface Print {
  pieces: readonly string[];
  /** the one that its page had before */
  before: string;
  /** when it was sent, in milliseconds */
  at: number;
}

export class Prints {
  private readonly kept = new Map<string, Print>();
  private count = 0;
  private young = new Map<string, string>();
  private old = new Map<string, string>();

  constructor(private readonly room = ROOM) {}

  /**
   * Gives a mark for it, that says nothing. `whose` keeps those apart who may not know the same, so that nobody can ask what somebody else
   * was sent; `now` in milliseconds, from anywhere.
   */
  keep(whose: string, pieces: readonly string[], before = '', now = performance.now()): string {
    const mark = randomBytes(6).toString('base64url');
    const had = `${whose} ${before}`;
    this.kept.set(`${whose} ${mark}`, {
      pieces: pieces.map((piece) => this.alike(piece)),
      before: this.kept.has(had) ? had : '',
      at: now,
    });
    this.count += pieces.length + OF_ITSELF;
    for (const [name, { at }] of this.kept) {
      if (this.count <= this.room && now - at <= LONGEST_MS) break;
      this.forget(name);
    }
    return mark;
  }

  /** Its pieces; none of what nobody knows any more. A page that has it does not come back to the one before. */
  of(whose: string, mark: string): readonly string[] {
    const print = this.kept.get(`${whose} ${mark}`);
    if (print) this.forget(print.before);
    return print?.pieces ?? [];
  }

  private forget(name: string): void {
    const print = this.kept.get(name);
    if (!print) return;
    this.count -= print.pieces.length + OF_ITSELF;
    this.kept.delete(name);
  }

  /** The same text, kept before if it was: cut out of a page it would keep the whole page. */
  private alike(piece: string): string {
    let known = this.young.get(piece);
    if (known !== undefined) return known;
    known = this.old.get(piece) ?? Buffer.from(piece).toString();
    if (this.young.size >= MOST_ALIKE) [this.old, this.young] = [this.young, new Map()];
    this.young.set(known, known);
    return known;
  }
}
