import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';

/** How much the files of people and chapters weigh. */
@Injectable()
export class FileQueries {
  constructor(private readonly database: Database) {}

  async ofPerson(personId: string): Promise<number> {
    return this.sum('w."personId" = ?', personId);
  }

  async ofChapter(chapterId: string): Promise<number> {
    return this.sum('c."chapterId" = ?', chapterId);
  }

  private async sum(where: string, id: string): Promise<number> {
    const [row] = await this.database.rows<{ size: number | null }>(
      `SELECT SUM(f."size") AS "size" FROM "work_files" f JOIN "works" w ON w."id" = f."workId"
        JOIN "enrolments" e ON e."id" = w."enrolmentId" JOIN "cohorts" c ON c."id" = e."cohortId" WHERE ${where}`,
      [id],
    );
    return row?.size ?? 0;
  }
}
