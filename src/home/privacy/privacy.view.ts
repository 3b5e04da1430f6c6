import { type FarewellChoice, FAREWELLS } from '../../certificates/holding/leaving.service';
import { newId } from '../../kernel/identifier';
import type { FormError } from '../../web/forms/form.pipe';
import type { Hindrance } from './erasure.service';

/** views/home/privacy.hbs: who sees what, taking one's data along, and going. */
export function privacyPage(hindrance: Hindrance | null, errors: FormError[] = [], chosen: FarewellChoice = 'nameless') {
  return {
    formId: newId(),
    jsonFormId: newId(),
    erasureFormId: newId(),
    team: ['progress', 'answers', 'notes', 'address'],
    everybody: ['words', 'certificate', 'nobody-else'],
    hindrance,
    farewells: FAREWELLS.map((choice) => ({ choice, chosen: choice === chosen })),
    errors: errors.length ? errors : null,
  };
}

/** views/home/farewell.hbs: to somebody who is not here any more. */
export function farewellPage() {
  return { formId: newId() };
}
