import { dayIn } from '../cohorts/schedule';
import type { Language } from '../kernel/language';
import { rosette } from '../web/pictures/rosette';
import type { Certificate } from './certificate.entity';
import { titleIn } from './snapshot';

/** What a certificate says, in a reader's language. Everything comes from the certificate itself. */
export function facts({ code, name, latinName, snapshot, issuedAt, validUntil, withdrawnAt, replacedAt }: Certificate, language: Language) {
  const { modules, lessons, quizzes, passMark, simulations = 0, assignments = 0, minutes, chapter, cohort, zone, programme } = snapshot;
  const day = (at: Date) => dayIn(zone, at);
  return {
    code,
    rosette: rosette(code),
    name,
    latinName,
    programme: titleIn(programme.title, language),
    chapter,
    cohort,
    issuedOn: day(issuedAt),
    completedOn: day(new Date(snapshot.completedAt)),
    validUntilOn: validUntil && day(validUntil),
    withdrawnOn: withdrawnAt && day(withdrawnAt),
    replacedOn: replacedAt && day(replacedAt),
    modules: modules.map(({ title }) => titleIn(title, language)),
    took: {
      modules: modules.length,
      lessons,
      quizzes,
      passMark,
      simulations,
      assignments,
      minutes,
      hours: minutes < 60 ? null : Math.round(minutes / 60),
    },
  };
}
