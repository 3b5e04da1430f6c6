import { Chapter } from '../../src/chapters/chapter.entity';
import { Cohort } from '../../src/cohorts/cohort.entity';
import { Enrolment } from '../../src/cohorts/enrolment/enrolment.entity';
import { Person } from '../../src/people/person.entity';
import type { TestApp } from './app';
import type { LearningWorld, World } from './world';

/** People and chapters, found in a database that holds them. */
export async function foundWorld(app: TestApp): Promise<World> {
  const people = await app.database.read(Person).find();
  const chapters = await app.database.read(Chapter).find();
  const person = (word: string) => people.find(({ email }) => email === `${word}@example.org`)!;
  const chapter = (slug: string) => chapters.find((one) => one.slug === slug)!;
  return {
    ...app,
    amara: person('amara'),
    tomas: person('tomas'),
    wanjiku: person('wanjiku'),
    baraka: person('baraka'),
    nour: person('nour'),
    yusuf: person('yusuf'),
    mei: person('mei'),
    sofia: person('sofia'),
    kenya: chapter('kenya'),
    lebanon: chapter('lebanon'),
    penang: chapter('penang'),
  };
}

/** A world with something to learn, found in a database that holds one. */
export async function foundLearning(app: TestApp): Promise<LearningWorld> {
  const world = await foundWorld(app);
  const all = await app.database.read(Cohort).find();
  const enrolments = await app.database.read(Enrolment).find();
  const cohort = ({ id }: Chapter) => all.find(({ chapterId }) => chapterId === id)!;
  const study = ({ id }: Person) => enrolments.find(({ personId }) => personId === id)!.id;
  const cohorts = { kenya: cohort(world.kenya), lebanon: cohort(world.lebanon), penang: cohort(world.penang) };
  return {
    ...world,
    cohort: cohorts.kenya,
    cohorts,
    studies: { wanjiku: study(world.wanjiku), baraka: study(world.baraka), yusuf: study(world.yusuf), mei: study(world.mei) },
  };
}
