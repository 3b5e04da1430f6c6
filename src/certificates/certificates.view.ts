import { dayIn } from '../cohorts/schedule';
import type { Language } from '../kernel/language';
import { frame } from '../web/pictures/frame';
import { rosette } from '../web/pictures/rosette';
import type { Certificate } from './certificate.entity';
import { type NameSize, nameSize } from './name-size';
import { qr } from '../web/pictures/qr';
import { titleIn, titlesOf } from './snapshot';

/** views/certificates/list.hbs */
export function listPage(certificates: Certificate[], language: Language) {
  return {
    certificates: certificates.map((certificate) => ({ ...facts(certificate, language), address: `/certificates/${certificate.id}` })),
  };
}

/** views/certificates/certificate.hbs */
export function certificatePage(certificate: Certificate, language: Language, baseUrl: string) {
  return {
    ...facts(certificate, language),
    nameClass: NAME_CLASSES[nameSize(certificate.name)],
    publicPage: `/verify/${certificate.code}`,
    checkAt: `${baseUrl}/verify`.replace(/^https?:\/\//, ''),
    frame: frame(),
    qr: qr(`${baseUrl}/verify/${certificate.code}`),
  };
}

const NAME_CLASSES: Record<NameSize, string> = { large: 'cert-name', middle: 'big gap-s', small: 't2 gap-s' };

/** What a certificate says, in a reader's language. Everything comes from the certificate itself. */
export function facts({ code, kind, name, snapshot, issuedAt, withdrawnAt }: Certificate, language: Language) {
  const { modules, lessons, quizzes, passMark, simulations = 0, assignments = 0, minutes, chapter, cohort, zone } = snapshot;
  const day = (at: Date) => dayIn(zone, at);
  return {
    code,
    rosette: rosette(code),
    name,
    programme: titleIn(titlesOf({ kind, snapshot }), language),
    chapter,
    cohort,
    issuedOn: day(issuedAt),
    completedOn: day(new Date(snapshot.completedAt)),
    withdrawnOn: withdrawnAt && day(withdrawnAt),
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
