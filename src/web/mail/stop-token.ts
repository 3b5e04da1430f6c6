import { createHmac, timingSafeEqual } from 'node:crypto';
import { isId } from '../../kernel/identifier';

/** The token of the link with which somebody stops notices without signing in: their id, and 132 bits that follow from it and the site's secret. */
export function stopToken(personId: string, secret: string): string {
  return Buffer.from(personId.replaceAll('-', ''), 'hex').toString('base64url') + seal(personId, secret);
}

/** Whose token it is, or null when this site never made it. */
export function personOfToken(token: string, secret: string): string | null {
  if (!/^[\w-]{44}$/.test(token)) return null;
  const hex = Buffer.from(token.slice(0, 22), 'base64url').toString('hex');
  const personId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const fits = isId(personId) && timingSafeEqual(Buffer.from(token), Buffer.from(stopToken(personId, secret)));
  return fits ? personId : null;
}

function seal(personId: string, secret: string): string {
  return createHmac('sha256', secret).update(`notices ${personId}`).digest('base64url').slice(0, 22);
}
