import { Controller, Get, Module, Post } from '@nestjs/common';
import { startApp, type TestApp } from './support/app';
import { routesOf } from './support/routes';
import { Allow } from '../src/web/permissions/permission';
import { Anyone } from '../src/web/permissions/who.guard';

/** What whoever comes by may open and send. Whoever adds a line here has thought about it. */
const OPEN_TO_ANYONE = [
  'GET /',
  'GET /.well-known/did.json',
  'GET /achievements/:slug/:version',
  'GET /achievements/:slug/:version/badge.svg',
  'GET /appointments/:token',
  'GET /ask/:cohort',
  'GET /asking/:token',
  'GET /calendar/:token',
  'GET /calendar/:token/cohorts/:cohort',
  'GET /confirm-address/:token',
  'GET /credentials/status/:list',
  'GET /farewell',
  'GET /health',
  'GET /issuer',
  'GET /join/:token',
  'GET /mail/stop/:token',
  'GET /password/forgotten',
  'GET /password/reset/:token',
  'GET /sign-in',
  'GET /sign-in/code',
  'GET /sign-in/link/:token',
  'GET /sign-in/single-sign-on/return',
  'GET /steward/:token',
  'GET /tables/:table/digest/:token',
  'GET /verify',
  'GET /verify/:code',
  'GET /welcome',
  'GET /welcome/:chapter',
  'POST /appointments/:token',
  'POST /ask/:cohort/letter',
  'POST /asking/:token',
  'POST /confirm-address/:token',
  'POST /join/:token',
  'POST /mail/stop/:token/choice',
  'POST /password/forgotten',
  'POST /password/reset/:token',
  'POST /sign-in',
  'POST /sign-in/code',
  'POST /sign-in/link',
  'POST /sign-in/link/:token',
  'POST /sign-in/single-sign-on',
  'POST /sign-out',
  'POST /steward/:token',
  'POST /verify',
  'POST /verify/:code',
];

@Controller('left-open')
class LeftOpen {
  @Get()
  page() {
    return {};
  }
}

@Module({ controllers: [LeftOpen] })
class LeftOpenModule {}

@Controller('formless')
class Formless {
  @Post()
  @Allow(Anyone)
  send() {
    return {};
  }
}

@Module({ controllers: [Formless] })
class FormlessModule {}

describe('routes', () => {
  let app: TestApp;
  beforeAll(async () => (app = await startApp({ modules: [FormlessModule] })));
  afterAll(() => app.stop());
  const routes = () => routesOf(app).filter(({ handler }) => !handler.startsWith('Formless.'));

  it('are open to anyone by name only', () => {
    const open = routes().filter(({ permission }) => permission === 'Anyone');
    expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(OPEN_TO_ANYONE);
  });

  it('each say who may use them', () => {
    expect(routes().filter(({ permission }) => !permission)).toEqual([]);
  });

  it('each have one handler', () => {
    const names = routes().map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it('only read with GET and only write with POST, and what is posted is a declared form', () => {
    expect(routes().filter(({ method }) => !['GET', 'POST'].includes(method))).toEqual([]);
    const formless = routesOf(app).filter(({ method, form }) => (method === 'POST') !== (form !== null));
    expect(formless.map(({ handler }) => handler)).toEqual(['Formless.send']); // the planted one
  });

  it('a route without a permission line keeps the app from starting', async () => {
    await expect(startApp({ modules: [LeftOpenModule] })).rejects.toThrow('Routes without a permission line: LeftOpen.page');
  });
});
