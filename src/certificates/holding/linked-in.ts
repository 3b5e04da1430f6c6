/** The page of LinkedIn on which somebody adds a certificate to their profile, filled in: a link that its holder presses, or does not. */

const PAGE = 'https://www.linkedin.com/profile/add';

interface Facts {
  code: string;
  title: string;
  issuer: string;
  issuedAt: Date;
  validUntil: Date | null;
  /** The address of the public page. */
  shared: string;
}

export function linkedIn({ code, title, issuer, issuedAt, validUntil, shared }: Facts): string {
  const fields = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name: title,
    organizationName: issuer,
    issueYear: String(issuedAt.getUTCFullYear()),
    issueMonth: String(issuedAt.getUTCMonth() + 1),
  });
  if (validUntil) {
    fields.set('expirationYear', String(validUntil.getUTCFullYear()));
    fields.set('expirationMonth', String(validUntil.getUTCMonth() + 1));
  }
  fields.set('certUrl', shared);
  fields.set('certId', code);
  return `${PAGE}?${fields.toString()}`;
}
