import type { IssuerKey } from '../certificates/credentials/issuer-key.entity';
import { fingerprint } from '../certificates/credentials/key-forms';
import { ADVICE } from '../certificates/credentials/obstacles';
import type { Settings } from '../configuration/environment';
import type { Phrases } from '../languages/phrases';
import { openKeys, type OpenKeys } from './open-keys';
import { refuse, type Result } from './result';

interface Wanted {
  command: string | undefined;
  name: string | undefined;
  json?: boolean;
}

const COMMANDS = ['list', 'rotate', 'compromised'];

/** What a host does with the keys that sign certificates. The site may be running meanwhile: it asks for its keys each time. */
export async function keys({ command, name, json }: Wanted, phrases: Phrases, settings: Settings, now: Date): Promise<Result> {
  if (!COMMANDS.includes(command ?? '') || (command === 'compromised') !== Boolean(name))
    return refuse('chapterhouse keys list [--json] | rotate | compromised NAME');
  const open = await openKeys(settings, phrases);
  try {
    if (command === 'rotate') return await rotate(open, now);
    if (command === 'compromised') return await compromised(open, name!, now);
    return await list(open, json ?? false, now);
  } finally {
    await open.close();
  }
}

async function list({ issuer, keys }: OpenKeys, json: boolean, now: Date): Promise<Result> {
  const known = (await keys.of(issuer.did)).map(told);
  const obstacle = await keys.obstacle();
  const code = obstacle ? 1 : 0;
  const advice = obstacle && ADVICE[obstacle];
  if (json) return { code, said: JSON.stringify({ issuer: issuer.did, keys: known, obstacle }, null, 2) };
  const lines = known.map(({ name, signs, state, since, until, fingerprint }) =>
    [name.padEnd(14), signs.padEnd(9), state.padEnd(11), `${since} – ${until ?? ''}`.padEnd(23), fingerprint].join('  '),
  );
  const none = 'There is no key yet: the first certificate makes it.';
  const old = (await keys.areOld(now)) ? ['These keys are older than a year: chapterhouse keys rotate'] : [];
  return { code, said: [issuer.did, ...(lines.length ? lines : [none]), ...(advice ? [advice] : []), ...old].join('\n') };
}

function told({ name, kind, state, createdAt, endedAt, publicKey }: IssuerKey) {
  const day = (at: Date) => at.toISOString().slice(0, 10);
  const signs = kind === 'ed25519' ? 'documents' : 'tokens';
  return { name, signs, state, since: day(createdAt), until: endedAt && day(endedAt), fingerprint: fingerprint(publicKey) };
}

async function rotate(open: OpenKeys, now: Date): Promise<Result> {
  const obstacle = await open.keys.obstacle();
  if (obstacle && obstacle !== 'moved' && obstacle !== 'sealed') return { code: 1, said: ADVICE[obstacle] };
  await open.changes.rotate(now);
  const { said } = await list(open, false, now);
  return { code: 0, said: `${said}\nWhat the old keys signed stays good. Save the database together with its secret now.` };
}

async function compromised(open: OpenKeys, name: string, now: Date): Promise<Result> {
  const key = (await open.keys.of(open.issuer.did)).find((one) => one.name === name);
  if (!key) return { code: 1, said: `${open.issuer.did} has no key that is called ${name}` };
  if (key.state !== 'compromised') await open.changes.compromise(key, now);
  const count = key.kind === 'ed25519' ? await open.anew.compromised(now) : 0;
  const told = count === 1 ? '1 certificate was signed anew.' : `${count} certificates were signed anew.`;
  const again = 'Nothing that it signed counts any more: tell the holders to download their files again.';
  return { code: 0, said: `${name} is given up. ${told} ${again}` };
}
