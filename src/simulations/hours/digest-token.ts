import { createHmac, timingSafeEqual } from 'node:crypto';
import { isId } from '../../kernel/identifier';

/**
 * The token of the link with which somebody reads without signing in how a table stands: the id of their place there, and 132 bits that follow
 * from it, the table and the site's secret.
 */
export function digestToken(tableId: string, placeId: string, secret: string): string {
  return Buffer.from(placeId.replaceAll('-', ''), 'hex').toString('base64url') + seal(tableId, placeId, secret);
}

/** Whose place it is, or null when this site never made the token for this table. */
export function placeOfToken(tableId: string, token: string, secret: string): string | null {
  if (!isId(tableId) || !/^[\w-]{44}$/.test(token)) return null;
  const hex = Buffer.from(token.slice(0, 22), 'base64url').toString('hex');
  const placeId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const fits = isId(placeId) && timingSafeEqual(Buffer.from(token), Buffer.from(digestToken(tableId, placeId, secret)));
  return fits ? placeId : null;
}

function seal(tableId: string, placeId: string, secret: string): string {
  return createHmac('sha256', secret).update(`digest ${tableId} ${placeId}`).digest('base64url').slice(0, 22);
}
