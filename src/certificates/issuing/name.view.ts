import type { Study } from '../../cohorts/enrolment/study';
import type { Shown } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import { directionOf } from '../../kernel/language';
import type { ModuleOutline, ProgrammeOutline } from '../../modules/outlines.service';
import { stepAddress } from '../../modules/step-address';
import type { FormError } from '../../web/forms/form.pipe';
import type { Missing } from './eligibility';
import { LONGEST_NAME } from '../printed-name';

/** Authors' words with the language they are in. */
export const spoken = ({ text, language }: Shown) => ({ text, language, direction: directionOf(language) });

/** views/certificates/name.hbs */
export function namePage(study: Study, programme: ProgrammeOutline, name: string, errors: FormError[] = []) {
  return {
    formId: newId(),
    action: `/learning/${study.enrolmentId}/certificate`,
    programme: spoken(programme.title),
    chapter: study.chapter.name,
    printed: name,
    longest: LONGEST_NAME,
    errors: errors.length ? errors : null,
  };
}

/** views/certificates/missing.hbs */
export function missingPage(study: Study, programme: ProgrammeOutline, missing: Missing<ModuleOutline>[]) {
  return {
    programme: spoken(programme.title),
    count: missing.reduce((sum, { steps }) => sum + steps.length, 0),
    modules: missing.map(({ module, steps }) => ({
      title: spoken(module.title),
      steps: steps.map((step) => ({
        title: spoken(step.title),
        address: stepAddress(study.enrolmentId, module.slug, step),
        kind: step.kind,
        minutes: step.minutes,
      })),
    })),
  };
}
