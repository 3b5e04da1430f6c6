import { newId } from '../../kernel/identifier';
import type { FormError } from '../../web/forms/form.pipe';
import type { Certificate } from '../certificate.entity';
import { LONGEST_NAME } from '../printed-name';
import { OWN_DAYS, OWN_TIMES, WHYS } from './correction';
import type { CorrectionForm } from './holding.form';

/** views/certificates/correction.hbs */
export function correctionPage(
  { id, name, latinName, snapshot }: Certificate,
  typed: CorrectionForm,
  ownUntil: Date | null,
  errors: FormError[] = [],
) {
  return {
    formId: newId(),
    action: `/certificates/${id}/name`,
    back: `/certificates/${id}`,
    printed: { name, latinName },
    chapter: snapshot.chapter,
    typed,
    longest: LONGEST_NAME,
    whys: WHYS.map((why) => ({ why, chosen: typed.why === why, label: `holding.ask.why-${why}` })),
    ownUntil,
    days: OWN_DAYS,
    times: OWN_TIMES,
    errors: errors.length ? errors : null,
  };
}
