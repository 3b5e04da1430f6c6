import { join } from 'node:path';
import type { Cohort } from '../../src/cohorts/cohort.entity';
import type { Place } from '../simulations/seat';
import { loadLibrary, openCohort, type World } from './world';

/**
 * The library of the tests: one small scenario in which every form of a room has a good use at a known moment, and a module in which it stands
 * many times, so that one person can be at all of these moments. From the seat of the clinic, in the first round: two objections with arguments
 * (`o1` of the shops is met by `cash-box`), a change of the engineers that waits for others (`a1`), a package of the operator for which only this
 * seat is missing (`p1`), and a clause that nobody has brought to the table (`review`). What nobody may read before the end has the word “canary” in it.
 */
export const LIBRARY = join(__dirname, 'library');

/** Loads it beside what there is, and opens a cohort for it. */
export async function openPractice(world: World, name = 'Practice'): Promise<Cohort> {
  await loadLibrary(world, LIBRARY);
  return openCohort(world, world.kenya, { name, programme: 'practice' });
}

export const practice = (enrolment: string, step: string): Place => ({ enrolment, module: 'practice', step });
