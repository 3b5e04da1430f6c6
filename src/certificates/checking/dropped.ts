/** The certificate in a file that somebody brings: its text, a token, a picture of a badge, a PDF. Looked at in memory, and nothing is fetched. */
import { isPng, LARGEST_PICTURE } from '../credentials/png';
import { bakedInPng, bakedInSvg, isSvg } from '../credentials/unbaking';
import { attachmentsOf, isPdf } from './pdf-files';

/** `address`: the file says only where something can be found. */
export type Dropped = { document: Record<string, unknown> } | { jwt: string } | { address: string } | { problem: FileProblem };

export const FILE_PROBLEMS = ['empty', 'kind', 'damaged', 'packed', 'none', 'several', 'long', 'unreadable'] as const;
/**
 * `kind`: none of the files that can hold one. `damaged`: cut off or broken. `packed`: packed so that it swells, or in another way than ours.
 * `none`: a good file without a certificate. `several`: which one is meant? `long`: longer than any. `unreadable`: text, and not a certificate’s.
 */
export type FileProblem = (typeof FILE_PROBLEMS)[number];

export const LARGEST_FILE = LARGEST_PICTURE;
export const LONGEST_CREDENTIAL = 256 * 1024;

export function dropped(bytes: Uint8Array): Dropped {
  if (!bytes.length) return { problem: 'empty' };
  if (bytes.length > LARGEST_FILE) return { problem: 'long' };
  if (isPng(bytes)) return oneOf(bakedInPng(bytes));
  if (isPdf(bytes)) return inPdf(bytes);
  const text = textOf(bytes);
  if (text === null) return { problem: 'kind' };
  return isSvg(text) ? oneOf(bakedInSvg(text)) : credentialIn(text);
}

/** What stands in a text, pasted or from a file. */
export function credentialIn(given: string): Dropped {
  const text = given.replace(/^\ufeff/, '').trim();
  if (!text) return { problem: 'empty' };
  if (text.length > LONGEST_CREDENTIAL) return { problem: 'long' };
  if (/^[\w-]+\.[\w-]+\.[\w-]*$/.test(text)) return { jwt: text };
  if (/^https?:\/\/\S+$/i.test(text)) return { address: text };
  if (!/^[[{"]/.test(text)) return { problem: 'unreadable' };
  try {
    return single(JSON.parse(text));
  } catch {
    return { problem: 'unreadable' };
  }
}

/** One credential, also where it lies alone in a presentation or a list. */
function single(value: unknown): Dropped {
  if (typeof value === 'string') return /^[[{"]/.test(value.trim()) ? { problem: 'unreadable' } : credentialIn(value);
  if (Array.isArray(value)) return value.length === 1 ? single(value[0]) : { problem: value.length ? 'several' : 'none' };
  if (typeof value !== 'object' || value === null) return { problem: 'unreadable' };
  const document = value as Record<string, unknown>;
  const presented = document['credentialSubject'] === undefined ? document['verifiableCredential'] : undefined;
  return presented === undefined ? { document } : single(Array.isArray(presented) ? presented : [presented]);
}

function oneOf(baked: ReturnType<typeof bakedInPng>): Dropped {
  if ('problem' in baked) return baked;
  return chosen(baked.texts.map(credentialIn));
}

/** Of the attachments those that are certificates; what else is attached is nobody's business here. */
function inPdf(bytes: Uint8Array): Dropped {
  const attached = attachmentsOf(bytes, LONGEST_CREDENTIAL);
  if ('problem' in attached) return attached;
  const found = attached.files.map((file) => credentialIn(file.toString('utf8')));
  return chosen(found.filter((one) => !('problem' in one && one.problem === 'unreadable')));
}

function chosen(found: Dropped[]): Dropped {
  const distinct = [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
  return distinct.length > 1 ? { problem: 'several' } : (distinct[0] ?? { problem: 'none' });
}

function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return /(?![\n\r\t\f])\p{Cc}/u.test(text) ? null : text;
  } catch {
    return null;
  }
}
