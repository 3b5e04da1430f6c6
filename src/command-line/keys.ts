import { join } from 'node:path';
import { Issuer } from '../certificates/credentials/issuer.service';
import type { IssuerKey } from '../certificates/credentials/issuer-key.entity';
import { fingerprint } from '../certificates/credentials/key-forms';
import { ADVICE } from '../certificates/credentials/obstacles';
import { productionSettings, type Settings } from '../configuration/environment';
import { openKeys, type OpenKeys } from './open-keys';
import { refuse, type Result } from './result';

const COMMANDS = ['list', 'rotate', 'compromised'];

/** What a host does with the keys that sign certificates. The site may be running meanwhile: it asks for its keys each time. */
export async function keys(
  command: string | undefined,
  name: string | undefined,
  { json }: { json?: boolean },
  settings = productionSettings(),
  now = new Date(),
): Promise<Result> {
  if (!COMMANDS.includes(command ?? '') || (command === 'compromised') !== Boolean(name))
    return refuse('chapterhouse keys list [--json] | rotate | compromised NAME');
  const open = await openKeys(settings);
  try {
    if (command === 'rotate') return await rotate(open, now);
    if (command === 'compromised') return await compromised(open, name!, now);
    return await list(open, json ?? false, now);
  } finally {
    await open.close();
  }
}
