import { resolve } from 'node:path';
import { demoSettings, isLoopback, productionSettings, type Settings, SettingsRefused } from '../../src/configuration/environment';

const SECRET = 'Zx9_kiondo-Lm4_harambee-Qw7_matatu';
const KEYS = 'Pk3-mwamba_Rt8-bahari_Vn5-milima_Ws1';
const GOOD = { BASE_URL: 'https://learn.example.org', SESSION_SECRET: SECRET };

type Variables = Record<string, string | undefined>;

/** The sentences with which settings are refused; none when they are taken. */
function refusals(read: (variables: Variables) => Settings, variables: Variables): string[] {
  try {
    read(variables);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsRefused);
    const { problems, message } = error as SettingsRefused;
    for (const problem of problems) expect(message).toContain(`\n  - ${problem}`);
    return problems;
  }
}

describe('a host that starts for the public', () => {
  it('needs an address and a secret, and everything else has a default', () => {
    expect(productionSettings(GOOD)).toEqual({
      mode: 'production',
      port: 3000,
      host: 'localhost',
      baseUrl: 'https://learn.example.org',
      dataDir: resolve('data'),
      databaseUrl: null,
      sessionSecret: SECRET,
      keysSecret: null,
      smtpUrl: null,
      mailFrom: 'Chapterhouse <no-reply@learn.example.org>',
      trustedProxies: 1,
      singleSignOn: null,
      reload: false,
    });
  });

  it('has no proxy on its own machine, unless it says so', () => {
    const proxies = (given?: string) =>
      productionSettings({ ...GOOD, BASE_URL: 'http://localhost:8080', TRUSTED_PROXIES: given }).trustedProxies;
    expect([proxies(), proxies('0'), proxies('1')]).toEqual([0, 0, 1]);
  });

  it('sets everything else, too', () => {
    const settings = productionSettings({
      BASE_URL: ' https://learn.example.org:8443// ',
      SESSION_SECRET: ` ${SECRET} `,
      KEYS_SECRET: ` ${KEYS} `,
      PORT: '8080',
      HOST: '0.0.0.0',
      DATA_DIR: '/srv/chapterhouse',
      DATABASE_URL: 'postgresql://house:word@db.example.org/house',
      SMTP_URL: 'smtps://post.example.org:465',
      MAIL_FROM: 'Kenya chapter <learn@example.org>',
      TRUSTED_PROXIES: '2',
    });
    expect(settings).toEqual({
      mode: 'production',
      port: 8080,
      host: '0.0.0.0',
      baseUrl: 'https://learn.example.org:8443',
      dataDir: '/srv/chapterhouse',
      databaseUrl: 'postgresql://house:word@db.example.org/house',
      sessionSecret: SECRET,
      keysSecret: KEYS,
      smtpUrl: 'smtps://post.example.org:465',
      mailFrom: 'Kenya chapter <learn@example.org>',
      trustedProxies: 2,
      singleSignOn: null,
      reload: false,
    });
  });

  it.each<[what: string, variables: Variables, sentence: RegExp]>([
    ['no address', { BASE_URL: undefined }, /^BASE_URL is missing: .*https:\/\/learn\.example\.org$/],
    ['an empty address', { BASE_URL: '' }, /^BASE_URL is missing/],
    ['an address of blanks', { BASE_URL: '  ' }, /^BASE_URL is missing/],
    ['an address in the open', { BASE_URL: 'http://learn.example.org' }, /^BASE_URL must begin with https:\/\/, or passwords/],
    ['an address that only looks like this machine', { BASE_URL: 'http://localhost.example.org' }, /^BASE_URL must begin with https:/],
    ['an address without https://', { BASE_URL: 'learn.example.org' }, /^BASE_URL must begin with http:\/\/ or https:\/\/$/],
    ['an address of another kind', { BASE_URL: 'ftp://learn.example.org' }, /^BASE_URL must begin with http:\/\/ or https:\/\/$/],
    ['an address below another site', { BASE_URL: 'https://example.org/learn' }, /^BASE_URL must be an address without a path/],
    ['an address with a question', { BASE_URL: 'https://example.org/?a=b' }, /^BASE_URL must be an address without a path/],
    ['an address with a password', { BASE_URL: 'https://me:word@example.org' }, /^BASE_URL must be an address without a path/],
    ['an address with a password alone', { BASE_URL: 'https://:word@example.org' }, /^BASE_URL must be an address without a path/],
    ['no secret', { SESSION_SECRET: undefined }, /^SESSION_SECRET is missing\. Make one with: node -p /],
    ['an empty secret', { SESSION_SECRET: '' }, /^SESSION_SECRET is missing/],
    ['a secret of blanks', { SESSION_SECRET: ' '.repeat(40) }, /^SESSION_SECRET is (missing|too easy to guess)/],
    ['a secret of 31 characters', { SESSION_SECRET: SECRET.slice(0, 31) }, /^SESSION_SECRET is too easy to guess: .*32/],
    ['a secret of one character', { SESSION_SECRET: 'a'.repeat(64) }, /^SESSION_SECRET is too easy to guess/],
    ['a secret for keys of 31 characters', { KEYS_SECRET: KEYS.slice(0, 31) }, /^KEYS_SECRET is too easy to guess: .*32/],
    ['a secret of eleven characters', { SESSION_SECRET: 'abcdefghijk'.repeat(4) }, /^SESSION_SECRET is too easy to guess/],
    ['a port that is a word', { PORT: 'http' }, /^PORT must be a whole number from 0 to 65535, not “http”\.$/],
    ['a port below the first', { PORT: '-1' }, /^PORT must be a whole number/],
    ['a port above the last', { PORT: '65536' }, /^PORT must be a whole number/],
    ['half a port', { PORT: '80.5' }, /^PORT must be a whole number/],
    ['a port as a power', { PORT: '1e3' }, /^PORT must be a whole number/],
    ['eleven proxies', { TRUSTED_PROXIES: '11' }, /^TRUSTED_PROXIES must be a whole number from 0 to 10, not “11”\.$/],
    ['https and nobody who speaks it', { TRUSTED_PROXIES: '0' }, /^TRUSTED_PROXIES must count the proxy that speaks https/],
    ['every proxy', { TRUSTED_PROXIES: 'true' }, /^TRUSTED_PROXIES must be a whole number/],
    ['another database', { DATABASE_URL: 'mysql://localhost/x' }, /^DATABASE_URL must begin with postgres:\/\/ or postgresql:\/\/$/],
    ['a database that is no address', { DATABASE_URL: 'localhost' }, /^DATABASE_URL must begin with/],
    ['a mail server by its name', { SMTP_URL: 'post.example.org' }, /^SMTP_URL must begin with smtp:\/\/ or smtps:\/\/$/],
    ['a sender that is no address', { MAIL_FROM: 'Chapterhouse' }, /^MAIL_FROM must be an e-mail address, such as .*@example\.org>$/],
    ['a sender of two addresses', { MAIL_FROM: 'a@example.org, b@example.org' }, /^MAIL_FROM must be/],
    ['a sender of two lines', { MAIL_FROM: 'x\nBcc: all <a@example.org>' }, /^MAIL_FROM must be/],
    ['a mail server on the web', { SMTP_URL: 'https://post.example.org' }, /^SMTP_URL must begin with/],
  ])('is refused with %s, in one sentence that names the setting', (_, variables, sentence) => {
    expect(refusals(productionSettings, { ...GOOD, ...variables })).toEqual([expect.stringMatching(sentence)]);
  });

  it.each([
    { PORT: '0' },
    { MAIL_FROM: 'learn@example.org' },
    { MAIL_FROM: '<learn@example.org>' },
    { MAIL_FROM: 'Отделение в Казани <learn@пример.рф>' },
    { PORT: '65535' },
    { TRUSTED_PROXIES: '10' },
    { SESSION_SECRET: SECRET.slice(0, 32) },
    { SESSION_SECRET: 'abcdefghijkl'.repeat(3) },
    { BASE_URL: 'http://localhost:8080' },
    { BASE_URL: 'http://127.0.0.1:8080' },
    { BASE_URL: 'http://[::1]:8080' },
  ])('may have %j', (variables) => {
    expect(refusals(productionSettings, { ...GOOD, ...variables })).toEqual([]);
  });

  it('takes what is empty or blank for what is not there', () => {
    const others = ['PORT', 'HOST', 'DATA_DIR', 'DATABASE_URL', 'SMTP_URL', 'MAIL_FROM', 'TRUSTED_PROXIES'];
    for (const nothing of ['', '  ', '\t']) {
      const blank = Object.fromEntries(others.map((name) => [name, nothing]));
      expect(productionSettings({ ...blank, ...GOOD })).toEqual(productionSettings(GOOD));
      expect(demoSettings({ ...blank, BASE_URL: nothing, SESSION_SECRET: nothing })).toEqual(demoSettings({}));
    }
  });

  it('does not look at settings that are none of its own', () => {
    expect(productionSettings({ ...GOOD, port: '1', SMTP_PASSWORD: 'x', NODE_ENV: 'test' })).toEqual(productionSettings(GOOD));
  });

  it('hears everything that is wrong at once', () => {
    const all = { PORT: 'x', TRUSTED_PROXIES: 'x', DATABASE_URL: 'x', SMTP_URL: 'x' };
    const named = refusals(productionSettings, all).map((problem) => /^[A-Z_]+/.exec(problem)![0]);
    expect(named.sort()).toEqual(['BASE_URL', 'DATABASE_URL', 'PORT', 'SESSION_SECRET', 'SMTP_URL', 'TRUSTED_PROXIES']);
  });

  it('is told nothing that somebody else may not read: no secret, no password of a database or a mail server', () => {
    const told = refusals(productionSettings, {
      BASE_URL: 'ftp://me:hidden-word@example.org',
      SESSION_SECRET: 'hidden-word',
      DATABASE_URL: 'mysql://house:hidden-word@db/house',
      SMTP_URL: 'http://post:hidden-word@post',
    });
    expect(told).toHaveLength(4);
    expect(told.join('\n')).not.toContain('hidden-word');
  });
});

describe('the demo', () => {
  it('runs without a single setting, apart from the data of a real site', () => {
    const settings = demoSettings({});
    expect(settings).toMatchObject({ mode: 'demo', port: 3000, host: 'localhost', baseUrl: 'http://localhost:3000' });
    expect(settings).toMatchObject({ dataDir: resolve('data/demo'), databaseUrl: null, smtpUrl: null, reload: false });
    expect(settings.sessionSecret.length).toBeGreaterThan(32);
  });

  it('says its own port in its address', () => {
    expect(demoSettings({ PORT: '4000' }).baseUrl).toBe('http://localhost:4000');
  });

  it('has a secret also where the setting is there and empty', () => {
    expect(demoSettings({ SESSION_SECRET: '' }).sessionSecret).toBe(demoSettings({}).sessionSecret);
    expect(demoSettings({ SESSION_SECRET: 'mine' }).sessionSecret).toBe('mine');
  });

  it.each(['0.0.0.0', '::', '192.168.1.7', 'learn.example.org', 'localhost.example.org'])('is not served to others from %s', (host) => {
    expect(refusals(demoSettings, { HOST: host })).toEqual([expect.stringMatching(/^HOST must be this machine/)]);
  });

  it.each(['localhost', '127.0.0.1', '::1', '[::1]'])('may listen on %s', (host) => {
    expect(isLoopback(host)).toBe(true);
    expect(refusals(demoSettings, { HOST: host })).toEqual([]);
  });

  it('refuses what production refuses of the same setting', () => {
    expect(refusals(demoSettings, { PORT: '99999' })).toEqual([expect.stringMatching(/^PORT must be/)]);
  });
});

describe('signing in elsewhere', () => {
  const all = { OIDC_ISSUER: 'https://accounts.example.org', OIDC_CLIENT_ID: 'us', OIDC_CLIENT_SECRET: 'secret' };

  it('is off unless it is set, and is called by its host when nobody says otherwise', () => {
    expect(demoSettings({}).singleSignOn).toBeNull();
    const { issuer, label } = demoSettings(all).singleSignOn!;
    expect([issuer, label]).toEqual(['https://accounts.example.org', 'accounts.example.org']);
    expect(demoSettings({ ...all, OIDC_LABEL: 'the University' }).singleSignOn!.label).toBe('the University');
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['half of it', { OIDC_ISSUER: all.OIDC_ISSUER }, /OIDC_CLIENT_ID is missing[\s\S]*OIDC_CLIENT_SECRET is missing/],
    ['no issuer', { ...all, OIDC_ISSUER: '' }, /OIDC_ISSUER is missing/],
    ['a label alone', { OIDC_LABEL: 'x' }, /OIDC_ISSUER is missing/],
    [
      'an issuer in the open',
      { ...all, OIDC_ISSUER: 'http://accounts.example.org' },
      /OIDC_ISSUER must be an address that begins with https/,
    ],
    ['an issuer that is no address', { ...all, OIDC_ISSUER: 'accounts' }, /OIDC_ISSUER must be an address/],
  ])('refuses %s', (_, variables, sentence) => {
    expect(() => demoSettings(variables)).toThrow(sentence);
  });
});
