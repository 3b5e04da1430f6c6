import { BankQuestions } from '../../src/quizzes/bank/bank-questions.service';
import type { Person } from '../../src/people/person.entity';
import { OF_EVERY_TYPE } from './bank-questions';
import type { LearningWorld } from './world';

/** Writes a question for her chapter, and says it better. */
export async function asks({ app, database, clock, kenya }: LearningWorld, neema: Person): Promise<void> {
  const questions = app.get(BankQuestions, { strict: false });
  const author = { chapterId: kenya.id, personId: neema.id };
  await database.write(async (write) => {
    const { ids } = await questions.take(write, author, [OF_EVERY_TYPE.number], clock.now(), 'written');
    await questions.change(write, author, { id: ids[0]!, version: 1 }, { ...OF_EVERY_TYPE.number, name: 'Registries' }, clock.now());
  });
}
