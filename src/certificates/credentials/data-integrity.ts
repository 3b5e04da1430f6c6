/** The proof that a document carries: Data Integrity with the suite `eddsa-rdfc-2022` (https://www.w3.org/TR/vc-di-eddsa/#eddsa-rdfc-2022). */
import { createHash, type KeyObject, sign, verify } from 'node:crypto';
import { base58, fromBase58 } from './base58';
import { canonicalForm, type JsonObject, withOwnWords } from './linked-data';

export interface Proof {
  type: 'DataIntegrityProof';
  cryptosuite: 'eddsa-rdfc-2022';
  proofPurpose: 'assertionMethod';
  /** ISO 8601 */
  created: string;
  /** The key's address in the issuer's DID document. */
  verificationMethod: string;
  proofValue: string;
}

const WORDS = ['created', 'cryptosuite', 'proofPurpose', 'proofValue', 'type', 'verificationMethod'];

export function proofOf(document: JsonObject): Proof | null {
  const proofs: unknown[] = Array.isArray(document['proof']) ? document['proof'] : [document['proof']];
  const [proof] = proofs as [JsonObject | undefined];
  if (proofs.length !== 1 || typeof proof !== 'object' || proof === null) return null;
  const words = Object.keys(proof).sort();
  if (words.length !== WORDS.length || words.some((word, i) => word !== WORDS[i] || typeof proof[word] !== 'string')) return null;
  const known = proof['type'] === 'DataIntegrityProof' && proof['cryptosuite'] === 'eddsa-rdfc-2022';
  return known && proof['proofPurpose'] === 'assertionMethod' ? (proof as unknown as Proof) : null;
}

/** The document with its proof. */
export async function withProof<T extends JsonObject>(
  document: T,
  { created, verificationMethod }: Pick<Proof, 'created' | 'verificationMethod'>,
  key: KeyObject,
): Promise<T & { proof: [Proof] }> {
  const about = { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', proofPurpose: 'assertionMethod' } as const;
  const config = { ...about, created, verificationMethod };
  const proofValue = `z${base58(sign(null, await digest(document, config, withOwnWords), key))}`;
  return { ...document, proof: [{ ...config, proofValue }] };
}

/** Whether this key has signed exactly this. Rejects what has no canonical form. */
export async function isProven(document: JsonObject, key: KeyObject): Promise<boolean> {
  const proof = proofOf(document);
  if (!proof?.proofValue.startsWith('z')) return false;
  const { proof: _, ...unsigned } = document;
  const { proofValue, ...config } = proof;
  const signature = fromBase58(proofValue.slice(1));
  return signature?.length === 64 && verify(null, await digest(unsigned, config), key, signature);
}

async function digest(document: JsonObject, config: Omit<Proof, 'proofValue'>, as = (one: JsonObject) => one): Promise<Buffer> {
  const forms = [await canonicalForm(as({ '@context': document['@context'], ...config })), await canonicalForm(as(document))];
  return Buffer.concat(forms.map((form) => createHash('sha256').update(form).digest()));
}
