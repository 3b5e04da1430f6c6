import { resolve } from 'node:path';

/** What a host can set, each from one environment variable, each with a default or a clear refusal. The only reader of `process.env`. */
export interface Settings {
  mode: 'production' | 'demo' | 'test';
  /** TCP port; 0 lets the system choose. */
  port: number;
  /** Address to listen on. */
  host: string;
  /** Where people reach the site, without a trailing slash. Links in mails and the accepted Host header come from here. */
  baseUrl: string;
  /** Folder of the database file and of mails that no mail server took. */
  dataDir: string;
  /** `postgres://…`, or null for the SQLite file in `dataDir`. */
  databaseUrl: string | null;
  sessionSecret: string;
  /** Under it the private keys that sign certificates are sealed; null: a file in `dataDir` holds one. */
  keysSecret: string | null;
  /** `smtp://…` or `smtps://…`, or null: mails are then left as files in `dataDir/mail`. */
  smtpUrl: string | null;
  mailFrom: string;
  /** How many proxies in front of the application are to be believed about the visitor's address, and about https, which it never speaks itself. */
  trustedProxies: number;
  /** Another site that vouches for people (OpenID Connect), or null. */
  singleSignOn: SingleSignOn | null;
  /** Templates, styles and scripts are read anew for every page: for developers. */
  reload: boolean;
}

export interface SingleSignOn {
  /** Where it describes itself, such as `https://accounts.example.org`. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Its name on the button. */
  label: string;
}

type Variables = Record<string, string | undefined>;

/** The complete list of what is wrong with the settings, one sentence each. */
export class SettingsRefused extends Error {
  constructor(readonly problems: string[]) {
    super(`These settings are not safe to run with:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** An address alone, or a name and the address in angle brackets. */
const SENDER = /^(?:[^<>\r\n]*<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/;
const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

export function isLoopback(host: string): boolean {
  return LOOPBACK.includes(host.replace(/^\[|\]$/g, ''));
}

const isGuessable = (secret: string): boolean => secret.length < 32 || new Set(secret).size < 12;

/** Production: refuses whatever would be weak on a public address. */
export function productionSettings(variables: Variables = process.env): Settings {
  const problems: string[] = [];
  const settings = read(variables, 'production', problems);
  if (!settings.sessionSecret) {
    problems.push('SESSION_SECRET is missing. Make one with: node -p "crypto.randomBytes(32).toString(\'base64url\')"');
  } else if (isGuessable(settings.sessionSecret)) {
    problems.push('SESSION_SECRET is too easy to guess: use at least 32 random characters.');
  }
  if (settings.keysSecret && isGuessable(settings.keysSecret))
    problems.push('KEYS_SECRET is too easy to guess: use at least 32 random characters, other ones than in SESSION_SECRET.');
  const url = new URL(settings.baseUrl);
  if (!variables['BASE_URL']?.trim())
    problems.push('BASE_URL is missing: the address at which people reach this site, such as https://learn.example.org');
  else if (url.protocol !== 'https:' && !isLoopback(url.hostname)) {
    problems.push('BASE_URL must begin with https://, or passwords would cross the network in the open.');
  } else if (url.protocol === 'https:' && settings.trustedProxies === 0) {
    problems.push('TRUSTED_PROXIES must count the proxy that speaks https for this site: without it nobody could sign in.');
  }
  if (problems.length) throw new SettingsRefused(problems);
  return settings;
}

/** Demo: everything has a default, and nobody but this machine can reach it. */
export function demoSettings(variables: Variables = process.env): Settings {
  const problems: string[] = [];
  const settings = read({ ...variables, DATA_DIR: variables['DATA_DIR']?.trim() || 'data/demo' }, 'demo', problems);
  if (!isLoopback(settings.host)) problems.push('HOST must be this machine (localhost) in the demo: its passwords are public.');
  if (problems.length) throw new SettingsRefused(problems);
  return { ...settings, sessionSecret: settings.sessionSecret || 'the demo keeps no secrets, it is bound to this machine' };
}

function read(variables: Variables, mode: Settings['mode'], problems: string[]): Settings {
  const text = (name: string, fallback: string) => variables[name]?.trim() || fallback;
  const whole = (name: string, fallback: number, highest: number) => {
    const value = text(name, String(fallback));
    if (/^\d{1,5}$/.test(value) && Number(value) <= highest) return Number(value);
    problems.push(`${name} must be a whole number from 0 to ${highest}, not “${value}”.`);
    return fallback;
  };
  const address = (name: string, protocols: string[]) => {
    const value = variables[name]?.trim();
    if (!value) return null;
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value;
    problems.push(`${name} must begin with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`);
    return null;
  };
  const sender = (fallback: string) => {
    const value = text('MAIL_FROM', fallback);
    if (!SENDER.test(value)) problems.push('MAIL_FROM must be an e-mail address, such as Chapterhouse <no-reply@example.org>');
    return value;
  };
  const port = whole('PORT', 3000, 65535);
  const host = text('HOST', 'localhost');
  const base = new URL(address('BASE_URL', ['http:', 'https:']) ?? `http://localhost:${port}`);
  if (base.pathname.replace(/\/+$/, '') || base.search || base.hash || base.username || base.password)
    problems.push('BASE_URL must be an address without a path, a question or a password, such as https://learn.example.org');
  return {
    mode,
    port,
    host,
    baseUrl: base.origin,
    dataDir: resolve(text('DATA_DIR', 'data')),
    databaseUrl: address('DATABASE_URL', ['postgres:', 'postgresql:']),
    sessionSecret: text('SESSION_SECRET', ''),
    keysSecret: text('KEYS_SECRET', '') || null,
    smtpUrl: address('SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: sender(`Chapterhouse <no-reply@${base.hostname}>`),
    trustedProxies: whole('TRUSTED_PROXIES', base.protocol === 'https:' ? 1 : 0, 10),
    singleSignOn: singleSignOn(variables, problems),
    reload: false,
  };
}

/** All of it or nothing of it. */
function singleSignOn(variables: Variables, problems: string[]): SingleSignOn | null {
  const text = (name: string) => variables[name]?.trim() ?? '';
  const [issuer, clientId, clientSecret, label] = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_LABEL'].map(text) as [
    string,
    string,
    string,
    string,
  ];
  if (!issuer && !clientId && !clientSecret && !label) return null;
  const missing = Object.entries({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret }).filter(
    ([, value]) => !value,
  );
  problems.push(
    ...missing.map(
      ([name]) => `${name} is missing: signing in elsewhere needs OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, or none of them.`,
    ),
  );
  if (!issuer) return null;
  const url = URL.canParse(issuer) ? new URL(issuer) : null;
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (!secure || url?.search || url?.hash || url?.username)
    problems.push('OIDC_ISSUER must be an address that begins with https://, such as https://accounts.example.org');
  return { issuer, clientId, clientSecret, label: label || (url?.hostname ?? '') };
}
