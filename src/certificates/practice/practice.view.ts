import { newId } from '../../kernel/identifier';
import type { Language } from '../../kernel/language';
import type { FormError } from '../../web/forms/form.pipe';
import type { Certificate } from '../certificate.entity';
import type { PrintedNames } from '../issuing/names.service';
import { LONGEST_NAME } from '../printed-name';
import { titleIn } from '../snapshot';
import type { Proof } from './practices.service';

interface Typed {
  name: string;
  table: string;
  practice: string;
}

/** views/certificates/practice.hbs */
export function practicePage(
  proofs: Proof[],
  own: Certificate[],
  { confirmed, called }: { confirmed: PrintedNames | null; called: string },
  language: Language,
  typed: Typed | null = null,
  errors: FormError[] = [],
) {
  return {
    proofs: proofs.map(({ practice, table, times, scenario }) => {
      const taken = own.find((one) => one.kind === 'practice' && one.about === practice && one.enrolmentId === table.enrolmentId);
      const wrong = typed?.table === table.id && typed.practice === practice;
      return {
        practice,
        times,
        scenario: titleIn(scenario, language),
        debriefedAt: table.debriefedAt!,
        certificate: taken ? `/certificates/${taken.id}` : null,
        form: {
          formId: newId(),
          table: table.id,
          name: confirmed?.name ?? (wrong ? typed.name : called),
          asks: !confirmed,
          wrong,
          longest: LONGEST_NAME,
        },
      };
    }),
    errors: errors.length ? errors : null,
  };
}
