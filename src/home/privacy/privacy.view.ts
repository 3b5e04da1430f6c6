import { newId } from '../../kernel/identifier';
import type { FormError } from '../../web/forms/form.pipe';
import type { Hindrance } from './erasure.service';

/** views/home/privacy.hbs: who sees what, taking one's data along, and going. */
export function privacyPage(hindrance: Hindrance | null, errors: FormError[] = [], hide = false) {
  return {
    formId: newId(),
    jsonFormId: newId(),
    erasureFormId: newId(),
    team: ['progress', 'answers', 'notes', 'address'],
    everybody: ['words', 'certificate', 'nobody-else'],
    hindrance,
    hide,
    errors: errors.length ? errors : null,
  };
}

/** views/home/farewell.hbs: to somebody who is not here any more. */
export function farewellPage() {
  return { formId: newId() };
}
