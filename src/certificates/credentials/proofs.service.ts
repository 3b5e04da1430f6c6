import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isProven, proofOf } from './data-integrity';
import { IssuerKeys } from './issuer-keys.service';
import type { JsonObject } from './linked-data';
import { publicKey } from './key-forms';

const MOST_REMEMBERED = 16;

/** Whether a document was signed by the issuer that it names, with a key of this site that is still believed. */
@Injectable()
export class Proofs {
  /** Texts and keys that belong together, by their hash. Every check asks about the same few lists; a text that is changed has another hash. */
  private readonly proven = new Set<string>();

  constructor(private readonly keys: IssuerKeys) {}

  /** Null when it was; otherwise why not, in a word. A document that is asked about often is given with the text that it was read from. */
  async objection(document: JsonObject, issuer: string, text: string | null = null): Promise<string | null> {
    const proof = proofOf(document);
    if (!proof) return 'proof';
    if (!proof.verificationMethod.startsWith(`${issuer}#`)) return 'key';
    const key = await this.keys.named(proof.verificationMethod);
    if (key?.kind !== 'ed25519') return 'key';
    if (key.state === 'compromised') return 'key-compromised';
    const pair = text === null ? null : createHash('sha256').update(`${key.publicKey} ${text}`).digest('base64');
    if (pair && this.proven.has(pair)) return null;
    try {
      if (!(await isProven(document, publicKey('ed25519', key.publicKey)))) return 'signature';
      if (pair) this.remember(pair);
      return null;
    } catch {
      return 'words'; // one that no context explains, or a graph that is made to be hard to sort
    }
  }

  private remember(pair: string): void {
    if (this.proven.size >= MOST_REMEMBERED) this.proven.clear();
    this.proven.add(pair);
  }
}
