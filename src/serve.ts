import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { prepare } from './app';
import { AppModule } from './app.module';
import type { Settings } from './configuration/environment';
import { Log } from './web/requests/log';

const STOP_WITHIN_MS = 9_000;

/** The application, listening; `seed` runs before the door opens. */
export async function serve(settings: Settings, seed: (app: NestExpressApplication) => Promise<void>): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(settings), { bodyParser: false, logger: ['error', 'warn'] });
  prepare(app);
  await app.init();
  await seed(app);
  const server = app.getHttpServer();
  server.requestTimeout = 60_000;
  server.headersTimeout = 20_000;
  server.keepAliveTimeout = 65_000; // a page of a table looks every few seconds, and proxies keep their lines for a minute
  await app.listen(settings.port, settings.host);
  stopOnSignals(app);
  return app;
}

/** Lets requests in flight finish and ends open streams; whoever has not finished by then is cut off. */
function stopOnSignals(app: NestExpressApplication): void {
  const log = app.get(Log);
  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.say('stopping', { signal });
    setTimeout(() => app.getHttpServer().closeAllConnections(), STOP_WITHIN_MS).unref();
    await app.close();
    log.say('stopped');
    log.flush();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal));
}
