import { newId } from '../../kernel/identifier';
import type { FormError } from '../../web/forms/form.pipe';
import { LARGEST_FILE } from '../checking/dropped';
import type { KeptCertificate } from './kept-certificate.entity';

/** views/certificates/elsewhere.hbs */
export function elsewherePage(kept: KeptCertificate[], pasted = '', wrong: FormError[] = []) {
  return {
    kept: kept.map(({ id, title, issuer, awardedTo, awardedOn, validUntil, proven, shown }) => ({
      title,
      issuer,
      awardedTo,
      awardedOn,
      validUntil,
      proven,
      shown,
      text: `/kept/${id}/text`,
      showing: { formId: newId(), action: `/kept/${id}/showing`, to: shown ? 'no' : 'yes' },
      removal: { formId: newId(), action: `/kept/${id}/removal` },
    })),
    form: { formId: newId(), pasted: pasted.slice(0, LARGEST_FILE), most: LARGEST_FILE / 1024 / 1024 },
    errors: wrong.length ? wrong : null,
  };
}
