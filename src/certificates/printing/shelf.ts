/** What was made lately, so that it need not be made again: in memory only, within a bound of bytes; what was not asked for longest goes first. */
export class Shelf {
  private readonly kept = new Map<string, Buffer>();
  private bytes = 0;

  constructor(private readonly most: number) {}

  get(key: string): Buffer | null {
    const found = this.kept.get(key);
    if (!found) return null;
    this.kept.delete(key);
    this.kept.set(key, found); // the latest stands last
    return found;
  }

  put(key: string, made: Buffer): void {
    if (made.length > this.most) return;
    this.drop(key);
    this.kept.set(key, made);
    this.bytes += made.length;
    for (const oldest of this.kept.keys()) {
      if (this.bytes <= this.most) break;
      this.drop(oldest);
    }
  }

  /** Forgets everything whose key begins so. */
  forget(beginning: string): void {
    for (const key of this.kept.keys()) if (key.startsWith(beginning)) this.drop(key);
  }

  get size(): { items: number; bytes: number } {
    return { items: this.kept.size, bytes: this.bytes };
  }

  private drop(key: string): void {
    this.bytes -= this.kept.get(key)?.length ?? 0;
    this.kept.delete(key);
  }
}
