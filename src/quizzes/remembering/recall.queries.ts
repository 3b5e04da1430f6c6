import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';

/** A card with the cohort in which its question is learnt. */
export interface CardRow {
  id: string;
  personId: string;
  enrolmentId: string;
  quizVersionId: string;
  quizSlug: string;
  question: string;
  stability: number;
  difficulty: number;
  dueAt: Date;
  lastAt: Date;
  reps: number;
  lapses: number;
  given: string | null;
  version: number;
  chapterId: string;
  endsOn: string;
}

const CARDS = `SELECT x."id", x."personId", x."enrolmentId", x."quizVersionId", x."quizSlug", x."question", x."stability", x."difficulty", x."dueAt",
  x."lastAt", x."reps", x."lapses", x."given", x."version", c."chapterId", c."endsOn" FROM "recall_cards" x
  JOIN "enrolments" e ON e."id" = x."enrolmentId" AND e."state" <> 'withdrawn' JOIN "cohorts" c ON c."id" = e."cohortId" WHERE x."personId" = ?`;

/** The cards of one person. */
@Injectable()
export class RecallQueries {
  constructor(private readonly database: Database) {}

  of(personId: string): Promise<CardRow[]> {
    return this.database.rows<CardRow>(`${CARDS} ORDER BY x."dueAt", x."id"`, [personId]);
  }

  async one(personId: string, id: string): Promise<CardRow | null> {
    const [row] = await this.database.rows<CardRow>(`${CARDS} AND x."id" = ?`, [personId, id]);
    return row ?? null;
  }
}
