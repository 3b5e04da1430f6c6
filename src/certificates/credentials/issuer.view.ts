import type { IssuerKey } from './issuer-key.entity';
import { fingerprint } from './key-forms';

const TONES = { active: 'ok', retired: '', compromised: 'no' };

/** views/certificates/issuer.hbs */
export function issuerPage(did: string, site: string, keys: readonly IssuerKey[]) {
  return {
    did,
    host: new URL(site).host,
    keys: [...keys].reverse().map((key) => ({
      name: key.name,
      signs: `credentials.issuer.signs.${key.kind}`,
      state: `credentials.issuer.state.${key.state}`,
      tone: TONES[key.state],
      since: key.createdAt,
      until: key.endedAt,
      fingerprint: fingerprint(key.publicKey),
    })),
  };
}
