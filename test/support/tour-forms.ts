import type { Person } from '../../src/people/person.entity';
import type { Ground } from './tour';
import { chapterForms } from './tour-chapters';
import { accountForms } from './tour-accounts';
import { letterForms } from './tour-letters';
import { placeForms } from './tour-places';
import { rosterForms } from './tour-roster';
import { filesForms } from './tour-bank-files';
import { assignmentForms } from './tour-assignments';
import { bankForms } from './tour-bank';
import { analysisForms } from './tour-analysis';
import { issuingForms } from './tour-issuing';
import { adoptionForms } from './tour-adoption';
import { oversightForms } from './tour-oversight';
import { roomForms } from './tour-rooms';
import { settingForms } from './tour-setting';
import { facilitatingForms } from './tour-facilitating';
import { circleForms } from './tour-circle';
import { tableForms } from './tour-tables';
import { hoursForms } from './tour-hours';
import { waysForms } from './tour-ways';
import { checkingForms } from './tour-checking';
import { holdingForms } from './tour-holding';
import { listsForms } from './tour-lists';
import { partsForms } from './tour-parts';
import { papersForms } from './tour-papers';
import { writingForms } from './tour-writing';
import { printingForms } from './tour-printing';
import { takingForms } from './tour-taking';
import { timesForms } from './tour-times';
import { PASSWORD } from './visitor';

export type Fields = Record<string, string>;

/** A form that would be taken: who sends it where, and with what, beside its one-time id. */
export interface Example {
  who: Person | null;
  address: string;
  fields: Fields;
}

const NEW_PASSWORD = 'nine lazy herons on Saturday';

export const someone = (word: string): Fields => ({ name: `${word} Wairimu`, email: `${word}@example.org`, password: NEW_PASSWORD });

export function details({ world }: Ground): Fields {
  const { name, language, zone, startsOn, endsOn } = world.cohort;
  return { name, language, zone, startsOn, endsOn, places: '' };
}

/** One for every route that takes a form, in an order in which all of them can be sent. */
export function examples(ground: Ground): Example[] {
  const { world, studies, links, attempts, halima, juma, chege } = ground;
  const { amara, baraka, sofia, wanjiku } = world;
  const lesson = `/lessons/${studies.wanjiku}/rough-consensus/what-rough-means`;
  const one = (who: Person | null, address: string, fields: Fields = {}): Example => ({ who, address, fields });
  return [
    one(null, '/sign-in', { email: world.mei.email, password: PASSWORD }),
    one(null, '/sign-out'),
    one(null, '/password/forgotten', { email: world.mei.email }),
    one(null, links.reset, { password: NEW_PASSWORD }),
    one(null, links.steward, someone('grace')),
    one(null, links.join, someone('njeri')),
    one(chege, `${links.join}/enrolment`),
    one(null, links.role, someone('moraa')),
    one(chege, `${links.secondRole}/acceptance`),
    one(sofia, '/chapters', { name: 'Ghana', slug: '', language: 'en', zone: 'Africa/Accra' }),
    one(amara, '/chapters/kenya/invitations', { role: 'trainer' }),
    one(amara, '/chapters/kenya/cohorts', { ...details(ground), name: 'Mombasa, April', programme: 'taking-part' }),
    one(amara, `/cohorts/${world.cohort.id}/settings`, {
      ...details(ground),
      name: 'Nairobi, spring',
      version: String(world.cohort.version),
    }),
    one(amara, `/cohorts/${ground.full.id}/invitation`),
    one(juma, `/quizzes/${studies.juma}/rough-consensus/quiz/attempts`),
    one(baraka, `/attempts/${attempts.open}/questions/1`, { sequence: '0', answer: '1' }),
    one(baraka, `/attempts/${attempts.open}/hand-in`),
    one(wanjiku, `${lesson}/read`),
    one(wanjiku, `${lesson}/place`, { heading: 'false-peace' }),
    one(halima, `/learning/${studies.halima}/certificate`, { name: 'Halima Yusuf' }),
    ...rosterForms(ground),
    ...filesForms(ground),
    ...placeForms(ground),
    ...waysForms(ground),
    ...tableForms(ground),
    ...roomForms(ground),
    ...settingForms(ground),
    ...facilitatingForms(ground),
    ...circleForms(ground),
    ...hoursForms(ground),
    ...oversightForms(ground),
    ...assignmentForms(ground),
    ...bankForms(ground),
    ...adoptionForms(ground),
    ...analysisForms(ground),
    ...issuingForms(ground),
    ...accountForms(ground),
    ...letterForms(ground),
    ...timesForms(ground),
    ...papersForms(ground),
    ...listsForms(ground),
    ...partsForms(ground),
    ...writingForms(ground),
    ...checkingForms(ground),
    ...holdingForms(ground),
    ...printingForms(ground),
    ...takingForms(ground),
    ...chapterForms(ground),
  ];
}
