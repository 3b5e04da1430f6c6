import { Chapter } from '../../src/chapters/chapter.entity';
import { Cohort } from '../../src/cohorts/cohort.entity';
import { Enrolment } from '../../src/cohorts/enrolment/enrolment.entity';
import { Person } from '../../src/people/person.entity';
import type { TestApp } from './app';
import type { LearningWorld } from './world';

/** A world with something to learn, found in a database that holds one. */
export async function foundLearning(app: TestApp): Promise<LearningWorld> {
  const people = await app.database.read(Person).find();
  const chapters = await app.database.read(Chapter).find();
  const all = await app.database.read(Cohort).find();
  const enrolments = await app.database.read(Enrolment).find();
  const person = (word: string) => people.find(({ email }) => email === `${word}@example.org`)!;
  const chapter = (slug: string) => chapters.find((one) => one.slug === slug)!;
  const cohort = (slug: string) => all.find(({ chapterId }) => chapterId === chapter(slug).id)!;
  const study = (word: string) => enrolments.find(({ personId }) => personId === person(word).id)!.id;
  const cohorts = { kenya: cohort('kenya'), lebanon: cohort('lebanon'), penang: cohort('penang') };
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
    cohort: cohorts.kenya,
    cohorts,
    studies: { wanjiku: study('wanjiku'), baraka: study('baraka'), yusuf: study('yusuf'), mei: study('mei') },
  };
}
