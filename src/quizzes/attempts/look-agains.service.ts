import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import { LookAgain } from './look-again.entity';

/** Which questions of an attempt somebody wants to look at once more. Marking twice is once. */
@Injectable()
export class LookAgains {
  constructor(private readonly database: Database) {}

  async of(attemptId: string): Promise<ReadonlySet<string>> {
    const rows = await this.database.read(LookAgain).findBy({ attemptId });
    return new Set(rows.map(({ question }) => question));
  }

  mark(attemptId: string, question: string, marked: boolean, at: Date): Promise<unknown> {
    return this.database.group<unknown>((write) =>
      marked ? write.insertOnce(LookAgain, { attemptId, question, at }) : write.remove(LookAgain, { attemptId, question }),
    );
  }
}
