import 'reflect-metadata';
import { join } from 'node:path';
import { demoSettings, SettingsRefused } from './configuration/environment';
import { DEMO_PASSWORD, DemoSeeder } from './seeding/demo.seeder';
import { LibrarySeeder } from './seeding/library.seeder';
import { serve } from './serve';
import { Clock } from './web/requests/clock';

/** The demo: a small world with people to sign in as, for this machine only. */
async function demo(): Promise<void> {
  const settings = { ...demoSettings(), reload: process.argv.includes('--reload') };
  let people: { email: string; role: string }[] = [];
  await serve(settings, async (app) => {
    const now = app.get(Clock).now();
    await app.get(LibrarySeeder, { strict: false }).load(join(__dirname, '../seeds/library'), now);
    people = await app.get(DemoSeeder, { strict: false }).load(join(__dirname, '../seeds/demo'), now);
  });
  const width = Math.max(...people.map(({ email }) => email.length));
  const lines = people.map(({ email, role }) => `  ${email.padEnd(width)}  ${role}`);
  process.stdout.write(
    `\nChapterhouse demo: http://localhost:${settings.port}\n\nSign in as (password: ${DEMO_PASSWORD})\n${lines.join('\n')}\n\n`,
  );
}

demo().catch((error: unknown) => {
  process.stderr.write(`${error instanceof SettingsRefused ? error.message : (error as Error).stack}\n`);
  process.exit(1);
});
