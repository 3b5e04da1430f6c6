import { newId } from '../../kernel/identifier';
import type { FormError } from '../../web/forms/form.pipe';
import type { LinkedIdentity } from './linked-identity.entity';

/** views/people/identities.hbs; `label` is what the host calls the other site. */
export function identitiesPage(identities: LinkedIdentity[], label: string | null, chosen = '', errors: FormError[] = []) {
  const first = identities.find(({ id }) => id === chosen) ?? identities[0];
  return {
    formId: newId(),
    identities: identities.map((one) => ({
      id: one.id,
      site: new URL(one.issuer).host,
      label,
      linkedAt: one.createdAt,
      unlinkedAt: one.unlinkedAt,
      chosen: one === first,
    })),
    mayUnlink: identities.some(({ unlinkedAt }) => !unlinkedAt),
    mayLink: identities.some(({ unlinkedAt }) => unlinkedAt),
    errors: errors.length ? errors : null,
  };
}
