import { Injectable } from '@nestjs/common';
import { isProven, proofOf } from './data-integrity';
import { IssuerKeys } from './issuer-keys.service';
import type { JsonObject } from './linked-data';
import { publicKey } from './key-forms';

/** Whether a document was signed by the issuer that it names, with a key of this site that is still believed. */
@Injectable()
export class Proofs {
  constructor(private readonly keys: IssuerKeys) {}

  /** Null when it was; otherwise why not, in a word. */
  async objection(document: JsonObject, issuer: string): Promise<string | null> {
    const proof = proofOf(document);
    if (!proof) return 'proof';
    if (!proof.verificationMethod.startsWith(`${issuer}#`)) return 'key';
    const key = await this.keys.named(proof.verificationMethod);
    if (key?.kind !== 'ed25519') return 'key';
    if (key.state === 'compromised') return 'key-compromised';
    try {
      return (await isProven(document, publicKey('ed25519', key.publicKey))) ? null : 'signature';
    } catch {
      return 'words'; // one that no context explains, or a graph that is made to be hard to sort
    }
  }
}
