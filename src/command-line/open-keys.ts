import { join } from 'node:path';
import { Achievements } from '../certificates/credentials/achievements.service';
import { CredentialQueries } from '../certificates/credentials/credentials.queries';
import { Issuer } from '../certificates/credentials/issuer.service';
import { IssuerKeys } from '../certificates/credentials/issuer-keys.service';
import { KeyChanges } from '../certificates/credentials/key-changes.service';
import { KeySecret } from '../certificates/credentials/key-secret.service';
import { Signing } from '../certificates/credentials/signing.service';
import { SigningAnew } from '../certificates/credentials/signing-anew.service';
import { StatusLists } from '../certificates/credentials/status-lists.service';
import type { Settings } from '../configuration/environment';
import { openDatabase } from '../database/open-database';
import { ENTITIES } from '../entities';
import type { Phrases } from '../languages/phrases';

export interface OpenKeys {
  issuer: Issuer;
  keys: IssuerKeys;
  changes: KeyChanges;
  anew: SigningAnew;
  close(): Promise<void>;
}

/** The keys of a site, without the site: nothing listens, no letter leaves. */
export async function openKeys(settings: Settings, phrases: Phrases): Promise<OpenKeys> {
  const file = join(settings.dataDir, 'chapterhouse.sqlite');
  const database = await openDatabase({ url: settings.databaseUrl, file, entities: ENTITIES });
  const issuer = new Issuer(settings);
  const keys = new IssuerKeys(database, issuer, new KeySecret(settings));
  const lists = new StatusLists(database, issuer, keys);
  const signing = new Signing(keys, lists, new Achievements(database), issuer, phrases);
  return {
    issuer,
    keys,
    changes: new KeyChanges(database, issuer, keys, lists),
    anew: new SigningAnew(database, new CredentialQueries(database), signing, keys),
    close: () => database.close(),
  };
}
