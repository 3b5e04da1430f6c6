import type { NestExpressApplication } from '@nestjs/platform-express';
import session from 'express-session';
import { WORK_FORMS } from './assignments/files/body';
import { DESIGN_FORMS } from './certificates/designs/body';
import { BANK_FORMS } from './quizzes/bank/body';
import { BANK_FILE_FORMS } from './quizzes/bank-files/body';
import { CHECK_FORMS, KEEP_FORMS } from './certificates/checking/body';
import { ROSTER_FORMS } from './cohorts/roster/imports/body';
import { SCENARIO_FILES, SCENARIO_FORMS } from './simulations/writing/body';
import { SETTINGS } from './configuration/configuration.module';
import type { Settings } from './configuration/environment';
import { Database } from './database/database.service';
import { navigation } from './home/navigation.middleware';
import { Navigation } from './home/navigation.service';
import { Phrases } from './languages/phrases';
import { Passport } from './people/sign-in/passport.service';
import { formBody } from './web/forms/body.middleware';
import { Notices } from './web/mail/notices.service';
import { oneClick } from './web/mail/one-click.middleware';
import { chain } from './web/requests/chain.middleware';
import { Clock } from './web/requests/clock';
import { drain } from './web/requests/drain';
import { FormsUnderWay } from './web/requests/forms-under-way.service';
import { Log } from './web/requests/log';
import { pageWords } from './web/requests/page.middleware';
import { requestLog } from './web/requests/request-log.middleware';
import { door } from './web/security/door.middleware';
import { securityHeaders } from './web/security/headers.middleware';
import { sameOrigin } from './web/security/same-origin.middleware';
import { SESSION_DAYS, SessionStore } from './web/sessions/session-store.service';
import { Assets } from './web/views/assets';
import { useTemplates } from './web/views/express-views';
import { TemplateEngine } from './web/views/template-engine';

/** The way of every request, from the door to its page. What `main` serves and what the tests drive is prepared here, once. */
export function prepare(app: NestExpressApplication): NestExpressApplication {
  const settings = app.get<Settings>(SETTINGS);
  const overHttps = settings.baseUrl.startsWith('https:');
  const demo = settings.mode === 'demo';

  app.set('trust proxy', settings.trustedProxies);
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  useTemplates(app, app.get(TemplateEngine));

  app.use(
    chain([
      requestLog(app.get(Clock), app.get(Log), settings.mode === 'test'),
      drain(app.getHttpServer()),
      securityHeaders(overHttps),
      door(settings.baseUrl, !overHttps),
      app.get(Assets).middleware,
      oneClick(app.get(Notices), app.get(Database), app.get(Clock)),
      session({
        name: overHttps ? '__Host-session' : 'session',
        secret: settings.sessionSecret,
        store: app.get(SessionStore),
        resave: false,
        saveUninitialized: false,
        cookie: { httpOnly: true, sameSite: 'lax', secure: overHttps, path: '/', maxAge: SESSION_DAYS * 86_400_000 },
      }),
      app.get(Passport).session(),
      pageWords(app.get(Phrases), overHttps, demo, settings.mode === 'test'),
      navigation(app.get(Navigation)),
      formBody([
        CHECK_FORMS,
        KEEP_FORMS,
        ROSTER_FORMS,
        WORK_FORMS,
        BANK_FILE_FORMS,
        BANK_FORMS,
        DESIGN_FORMS,
        SCENARIO_FILES,
        SCENARIO_FORMS,
      ]),
      sameOrigin,
      app.get(FormsUnderWay).middleware,
    ]),
  );
  return app;
}
