import { spoken } from '../../content/translation';
import type { Study } from '../../cohorts/enrolment/study';
import { newId } from '../../kernel/identifier';
import { stepAddress } from '../../modules/step-address';
import type { FormError } from '../../web/forms/form.pipe';
import { LONGEST_NAME } from '../printed-name';
import type { PrintedNames } from './names.service';
import { type Outlook } from './outlook';

/** What stands in the form. */
export interface Typed {
  name: string;
  latinName: string | null;
}

const addressOf = ({ enrolmentId }: Study, about: string): string => `/learning/${enrolmentId}/certificate${about && `/${about}`}`;

/** views/certificates/name.hbs */
export function namePage(study: Study, outlook: Outlook, confirmed: PrintedNames | null, typed: Typed, errors: FormError[] = []) {
  return {
    formId: newId(),
    action: addressOf(study, outlook.about),
    programme: outlook.spoken,
    chapter: study.chapter.name,
    confirmed: confirmed && { name: confirmed.name, latinName: confirmed.latinName },
    printed: typed.name,
    latin: typed.latinName ?? '',
    longest: LONGEST_NAME,
    errors: errors.length ? errors : null,
  };
}

/** views/certificates/missing.hbs */
export function missingPage(study: Study, { spoken: programme, about, modules, mark, others }: Outlook) {
  const quiz = mark?.quiz;
  return {
    programme,
    ofModule: about !== '',
    count: modules.reduce((sum, { steps }) => sum + steps.length, 0),
    modules: modules.map(({ slug, title, steps }) => ({
      title,
      steps: steps.map((step) => ({
        title: spoken(step.title),
        address: stepAddress(study.enrolmentId, slug, step),
        kind: step.kind,
        minutes: step.minutes,
      })),
    })),
    mark: mark && {
      least: mark.least,
      percent: mark.percent,
      quiz: quiz ? { title: spoken(quiz.step.title), address: stepAddress(study.enrolmentId, quiz.module, quiz.step) } : null,
    },
    others: others.map((one) => ({
      title: one.spoken,
      earned: one.earned,
      address: addressOf(study, one.about),
      ofModule: one.about !== '',
    })),
  };
}
