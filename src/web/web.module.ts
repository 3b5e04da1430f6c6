import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { SETTINGS } from '../configuration/configuration.module';
import type { Settings } from '../configuration/environment';
import { ErrorFilter } from './errors/error.filter';
import { HealthController } from './health.controller';
import { Letters } from './mail/letters.service';
import { LettersController } from './mail/letters.controller';
import { MailReader } from './mail/mail-reader.guard';
import { StoppingController } from './mail/stopping.controller';
import { LetterPaper } from './mail/letter-paper.service';
import { NoticeQueries } from './mail/notices.queries';
import { Notices } from './mail/notices.service';
import { Outbox } from './mail/outbox.service';
import { Post } from './mail/post.service';
import { PermissionGuard } from './permissions/permission.guard';
import { PermissionLines } from './permissions/permission-lines.service';
import { Anyone, SignedIn, Steward } from './permissions/who.guard';
import { Clock, SystemClock } from './requests/clock';
import { FormsUnderWay } from './requests/forms-under-way.service';
import { Log } from './requests/log';
import { SessionStore } from './sessions/session-store.service';
import { OpenStreams } from './streams/open-streams.service';
import { Assets } from './views/assets';
import { TemplateEngine } from './views/template-engine';

const VIEWS = join(__dirname, '../../views');

@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [HealthController, StoppingController, LettersController],
  providers: [
    { provide: Assets, inject: [SETTINGS], useFactory: ({ reload }: Settings) => new Assets(join(VIEWS, 'assets'), reload) },
    {
      provide: TemplateEngine,
      inject: [Assets, SETTINGS],
      useFactory: (assets: Assets, { reload }: Settings) => new TemplateEngine(VIEWS, assets.address, reload),
    },
    { provide: Clock, useClass: SystemClock },
    { provide: Log, useFactory: () => new Log() },
    { provide: APP_FILTER, useClass: ErrorFilter },
    { provide: APP_GUARD, useClass: PermissionGuard },
    PermissionLines,
    Anyone,
    SignedIn,
    Steward,
    SessionStore,
    Outbox,
    Post,
    LetterPaper,
    NoticeQueries,
    Notices,
    Letters,
    MailReader,
    OpenStreams,
    FormsUnderWay,
  ],
  exports: [
    Assets,
    TemplateEngine,
    Clock,
    Log,
    PermissionLines,
    Anyone,
    SignedIn,
    Steward,
    SessionStore,
    Outbox,
    Notices,
    Letters,
    OpenStreams,
    FormsUnderWay,
  ],
})
export class WebModule {}
