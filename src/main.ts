import 'reflect-metadata';
import { join } from 'node:path';
import { ADVICE } from './certificates/credentials/obstacles';
import { CredentialSweep } from './certificates/credentials/credential-sweep.service';
import { IssuerKeys } from './certificates/credentials/issuer-keys.service';
import { productionSettings, SettingsRefused } from './configuration/environment';
import { FirstSteward } from './people/stewards/first-steward.service';
import { LibrarySeeder } from './seeding/library.seeder';
import { serve } from './serve';
import { Clock } from './web/requests/clock';

/** Production: refuses weak settings, takes in the starter library, and greets a site that has no steward with a one-time link. */
async function main(): Promise<void> {
  const settings = productionSettings();
  let token: string | null = null;
  const app = await serve(settings, async (app) => {
    const now = app.get(Clock).now();
    await app.get(LibrarySeeder, { strict: false }).load(join(__dirname, '../seeds/library'), now);
    token = await app.get(FirstSteward).invite(now);
  });
  process.stdout.write(`Chapterhouse serves ${settings.baseUrl} from port ${settings.port}\n`);
  if (token)
    process.stdout.write(
      `\nThis site has no steward yet. Whoever opens this link first becomes it (works once, for one day):\n\n  ${settings.baseUrl}/steward/${token}\n\n`,
    );
  const obstacle = await app.get(IssuerKeys, { strict: false }).obstacle();
  if (obstacle) process.stdout.write(`\nCertificates cannot be issued yet: ${ADVICE[obstacle]}\n\n`);
  if (!settings.smtpUrl) process.stdout.write(`SMTP_URL is not set: letters are left as files in ${join(settings.dataDir, 'mail')}\n`);
  await app.get(CredentialSweep, { strict: false }).once();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof SettingsRefused ? error.message : (error as Error).stack}\n`);
  process.exit(1);
});
