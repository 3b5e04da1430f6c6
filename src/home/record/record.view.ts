import { spoken } from '../../content/translation';
import type { Study } from '../../cohorts/enrolment/study';
import { percentOf } from '../../quizzes/sitting/counting';
import { stepAddress } from '../../modules/step-address';
import { moduleSubject, stepSubject } from '../../progress/subjects';
import type { Kept } from './records.service';

/** Whether the marks of a try may be seen now. */
type MarksTold = (quizVersionId: string, handedInAt: Date) => boolean;

/** views/home/record.hbs */
export function recordPage({ enrolmentId, cohort, chapter, state, joinedAt, completedAt }: Study, kept: Kept, told: MarksTold) {
  const { programme, done, tries, works, moves, certificate } = kept;
  return {
    cohort: cohort.name,
    chapter: chapter.name,
    startsOn: cohort.startsOn,
    endsOn: cohort.endsOn,
    programme: spoken(programme.title),
    left: state === 'withdrawn',
    joinedAt,
    moves: moves.map(({ kind, movedAt, toCohort }) => ({ kind, at: movedAt, to: toCohort })),
    modules: programme.modules.map((module) => {
      const whole = done.get(moduleSubject(module.slug)) ?? null;
      return {
        title: spoken(module.title),
        steps: module.steps.map((step) => ({
          title: spoken(step.title),
          at: done.get(stepSubject(module.slug, step.key)) ?? whole,
          tries: tries
            .filter((one) => one.module === module.slug && one.step === step.key)
            .map(({ id, number, handedInAt, share, passed, quizVersionId }) => ({
              number,
              handedInAt,
              share: share !== null && told(quizVersionId, handedInAt) ? percentOf(share) : null,
              tone: passed ? 'ok' : 'no',
              address: `/attempts/${id}/result`,
            })),
          works: works
            .filter((one) => one.module === module.slug && one.step === step.key)
            .map(({ state: answer, handedInAt }) => ({
              handedInAt,
              accepted: answer === 'accepted',
              address: stepAddress(enrolmentId, module.slug, { kind: 'assignment', key: step.key }),
            })),
        })),
      };
    }),
    certificate: certificate && { address: `/certificates/${certificate.id}`, issuedAt: certificate.issuedAt },
    certificateAddress: completedAt && !certificate ? `/learning/${enrolmentId}/certificate` : null,
  };
}
