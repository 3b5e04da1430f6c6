/** A certificate that nobody holds, to show what a design looks like. */
import type { Language } from '../../kernel/language';
import type { Certificate } from '../certificate.entity';
import { unprintable } from '../printing/coverage';

type Say = (key: string) => string;

export function sampleCertificate({ name, zone }: { name: string; zone: string }, language: Language, say: Say): Certificate {
  const title = (key: string) => ({ original: language, texts: { [language]: say(key) } });
  return {
    id: 'example',
    code: '0000-0000-0000-0000',
    enrolmentId: null,
    personId: null,
    chapterId: null,
    kind: 'programme',
    about: '',
    name: say('designs.sample.name'),
    latinName: null,
    snapshot: {
      programme: { slug: 'example', versionId: '', hash: '', title: title('designs.sample.programme') },
      modules: [
        { slug: 'one', title: title('designs.sample.module-one') },
        { slug: 'two', title: title('designs.sample.module-two') },
      ],
      lessons: 12,
      quizzes: 2,
      passMark: 70,
      simulations: 1,
      assignments: 0,
      minutes: 600,
      chapter: unprintable(name).length ? '…' : name,
      cohort: say('designs.sample.cohort'),
      language,
      zone,
      completedAt: '2027-03-01T12:00:00.000Z',
    },
    issuedAt: new Date('2027-03-02T12:00:00Z'),
    validUntil: null,
    withdrawnAt: null,
    withdrawnFor: null,
    replacedAt: null,
    replacedById: null,
    nameHidden: false,
    credential: null,
    statusList: null,
    statusIndex: null,
  };
}
