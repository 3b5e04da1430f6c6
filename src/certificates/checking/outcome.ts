/** What a stranger is told about a certificate: one word out of what the signature, the status list and our own records say. */
import type { Checked } from '../credentials/checked';
import { standingOf } from '../standing-of';

/**
 * `recorded`: from before certificates were signed; only our records speak for it. `edited`: names us, and is not what we signed.
 * `mismatch`: our record and what was signed differ. `unchecked`: good as far as one can see, but its list cannot be read.
 */
export type Outcome =
  'valid' | 'recorded' | 'expired' | 'not-yet' | 'withdrawn' | 'replaced' | 'unchecked' | 'edited' | 'mismatch' | 'foreign' | 'unknown';

interface Recorded {
  id: string;
  name: string;
  latinName: string | null;
  issuedAt: Date;
  validUntil: Date | null;
  withdrawnAt: Date | null;
  replacedAt: Date | null;
  credential: string | null;
}

/** Of an erased certificate the number is left, and nothing may tell it from a number that never was. */
export const isErased = ({ name }: Pick<Recorded, 'name'>): boolean => name === '' || name === '—';

/** By its number. `checked` is what its own signed text said just now; without one it was never signed. */
export function outcomeOfRecord(record: Recorded | null, checked: Checked | null, now: Date): Outcome {
  if (!record || isErased(record)) return 'unknown';
  const standing = standingOf(record, now);
  if (standing === 'replaced' || standing === 'withdrawn') return standing;
  if (!record.credential || !checked) return standing === 'expired' ? 'expired' : 'recorded';
  const outcome = OUTCOMES[checked.verdict];
  if (outcome === 'edited' || outcome === 'foreign' || !isAsSigned(record, checked)) return 'mismatch';
  return outcome === 'valid' && standing === 'expired' ? 'expired' : outcome;
}

/** Of a file that was brought. Our records can only make it worse: they know which of the withdrawn were replaced. */
export function outcomeOfFile(checked: Checked, record: Pick<Recorded, 'withdrawnAt' | 'replacedAt'> | null): Outcome {
  const outcome = OUTCOMES[checked.verdict];
  if (outcome === 'edited' || outcome === 'foreign' || !record) return outcome;
  if (record.replacedAt) return 'replaced';
  return record.withdrawnAt ? 'withdrawn' : outcome;
}

const OUTCOMES: Readonly<Record<Checked['verdict'], Outcome>> = {
  valid: 'valid',
  expired: 'expired',
  'not-yet': 'not-yet',
  revoked: 'withdrawn',
  foreign: 'foreign',
  broken: 'edited',
  unchecked: 'unchecked',
};

/** Whether the record says what was signed, so that nobody can change a page by changing a row. */
function isAsSigned({ id, name, latinName, issuedAt, validUntil }: Recorded, { facts }: Checked): boolean {
  const second = (at: Date | null) => (at ? Math.floor(at.getTime() / 1000) : null);
  const said = (text: string | null | undefined) => (text ? Math.floor(Date.parse(text) / 1000) : null);
  return (
    facts?.credentialId === `urn:uuid:${id}` &&
    facts.name === name &&
    facts.latinName === latinName &&
    said(facts.awardedOn) === second(issuedAt) &&
    said(facts.validUntil) === second(validUntil)
  );
}

/** How it looks: the tone of its note and the sign in it. Words say the same. */
export const LOOKS: Readonly<Record<Outcome, { tone: 'ok' | 'hm' | 'no'; icon: string }>> = {
  valid: { tone: 'ok', icon: 'check' },
  recorded: { tone: 'ok', icon: 'doc' },
  expired: { tone: 'hm', icon: 'clock' },
  'not-yet': { tone: 'hm', icon: 'clock' },
  withdrawn: { tone: 'no', icon: 'cross' },
  replaced: { tone: 'hm', icon: 'copy' },
  unchecked: { tone: 'hm', icon: 'alert' },
  edited: { tone: 'no', icon: 'alert' },
  mismatch: { tone: 'no', icon: 'alert' },
  foreign: { tone: 'hm', icon: 'globe' },
  unknown: { tone: 'no', icon: 'cross' },
};
