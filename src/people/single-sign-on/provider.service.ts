import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Configuration } from 'openid-client';
import type { Strategy, StrategyOptions, VerifyFunction } from 'openid-client/passport';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import { Log } from '../../web/requests/log';
import { Passport } from '../sign-in/passport.service';
import type { Identity } from './identities.service';

/** Loaded when somebody first goes to the other site: most sites name none, and every start would wait for it. */
const library = () => require('openid-client') as typeof import('openid-client');

/** OpenID Connect as this application speaks it: begun by a form of ours, with a state and a nonce beside PKCE, whatever the other site can do. */
function ownStrategy(options: StrategyOptions, verify: VerifyFunction): Strategy {
  const { Strategy: Known } = require('openid-client/passport') as typeof import('openid-client/passport');
  class OpenIdStrategy extends Known {
    override authorizationRequestParams(): URLSearchParams {
      return new URLSearchParams({ state: library().randomState(), nonce: library().randomNonce() });
    }

    override shouldInitiateAuthRequest({ method }: { method: string }): boolean {
      return method === 'POST';
    }
  }
  return new OpenIdStrategy(options, verify);
}

/** The other site that vouches for people, when the host has named one. */
@Injectable()
export class Provider {
  private found: Promise<Strategy> | null = null;

  constructor(
    private readonly passport: Passport,
    private readonly log: Log,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** What its button says; null when there is none. */
  get label(): string | null {
    return this.settings.singleSignOn?.label ?? null;
  }

  /** The address there at which somebody signs in; null when the other site does not answer. */
  async addressFor(request: Request): Promise<string | null> {
    try {
      const strategy = await this.strategy();
      return await new Promise<string>((found, failed) => {
        const answer = { setHeader: (name: string, value: string) => name === 'Location' && found(value), end: () => undefined };
        this.ask(strategy, request, answer as unknown as Response, (error) => failed(error ?? new Error('Nobody is signed in yet')));
      });
    } catch (error) {
      this.failed(error);
      return null;
    }
  }

  /** Who comes back from there; null when they did not sign in, or it cannot be believed. */
  async identityOf(request: Request): Promise<Identity | null> {
    try {
      const strategy = await this.strategy();
      return await new Promise<Identity | null>((found, failed) =>
        this.ask(strategy, request, {} as Response, (error, identity) => (error ? failed(error) : found(identity || null))),
      );
    } catch (error) {
      this.failed(error);
      return null;
    }
  }

  private ask(strategy: Strategy, request: Request, response: Response, done: (error: Error | null, identity?: Identity | false) => void) {
    const handler = this.passport.authenticate(strategy as never, done as never) as (...given: unknown[]) => void;
    handler(request, response, done);
  }

  /** Reads once what the other site can do; when it does not answer, it is asked again next time. */
  private strategy(): Promise<Strategy> {
    this.found ??= this.discover().catch((error: unknown) => {
      this.found = null;
      throw error;
    });
    return this.found;
  }

  private async discover(): Promise<Strategy> {
    const { issuer, clientId, clientSecret } = this.settings.singleSignOn!;
    const server = new URL(issuer);
    const { allowInsecureRequests, discovery } = library();
    const config = await discovery(server, clientId, clientSecret, undefined, {
      timeout: 10,
      ...(server.protocol === 'http:' && { execute: [allowInsecureRequests] }), // only this machine may be asked like that: see the settings
    });
    const callbackURL = `${this.settings.baseUrl}/sign-in/single-sign-on/return`;
    const verify: VerifyFunction = (tokens, done) => {
      identityIn(config, tokens).then((identity) => done(null, identity as unknown as Express.User), done);
    };
    return ownStrategy({ config, scope: 'openid email', callbackURL }, verify);
  }

  /** Said without what stands in tokens or addresses. */
  private failed(error: unknown): void {
    const { name, code = null } = error as Error & { code?: string };
    this.log.say('single-sign-on-failed', { name, code });
  }
}

/** Some say the address in the token, others only when asked. */
async function identityIn(config: Configuration, tokens: Parameters<VerifyFunction>[0]): Promise<Identity> {
  const { iss, sub, ...told } = tokens.claims()!;
  const more = told['email'] === undefined ? await library().fetchUserInfo(config, tokens.access_token, sub) : told;
  const sure = more['email_verified'] === true && typeof more['email'] === 'string';
  return { issuer: iss, subject: sub, email: sure ? (more['email'] as string) : null };
}
