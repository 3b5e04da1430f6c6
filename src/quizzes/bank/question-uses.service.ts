import { Injectable } from '@nestjs/common';

/** A place where a bank question is used, with its address. */
export interface QuestionUse {
  name: string;
  address: string;
}

type Source = (chapterId: string, ids: readonly string[]) => Promise<Map<string, QuestionUse[]>>;

/** Where bank questions are used, by their ids. Whoever uses them adds how they are found. */
@Injectable()
export class QuestionUses {
  private readonly sources: Source[] = [];

  add(source: Source): void {
    this.sources.push(source);
  }

  /** Only what belongs to the chapter is told. */
  async of(chapterId: string, ids: readonly string[]): Promise<Map<string, QuestionUse[]>> {
    const found = new Map<string, QuestionUse[]>();
    for (const uses of await Promise.all(this.sources.map((source) => source(chapterId, ids)))) {
      for (const [id, all] of uses) found.set(id, [...(found.get(id) ?? []), ...all]);
    }
    return found;
  }
}
