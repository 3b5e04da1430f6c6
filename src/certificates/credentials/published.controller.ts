import { createHash } from 'node:crypto';
import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { NotFound } from '../../kernel/not-found';
import { Allow } from '../../web/permissions/permission';
import { Anyone } from '../../web/permissions/who.guard';
import { didDocument } from './did';
import { Issuer } from './issuer.service';
import { IssuerKeys } from './issuer-keys.service';
import { StatusLists } from './status-lists.service';

/** What programs anywhere read to check a certificate: the keys, and the lists of what was revoked. */
@Controller()
export class PublishedController {
  constructor(
    private readonly issuer: Issuer,
    private readonly keys: IssuerKeys,
    private readonly lists: StatusLists,
  ) {}

  @Get('.well-known/did.json')
  @Allow(Anyone)
  @Header('content-type', 'application/json')
  @Header('access-control-allow-origin', '*')
  @Header('cross-origin-resource-policy', 'cross-origin')
  @Header('cache-control', 'public, max-age=3600')
  async did(): Promise<string> {
    const { did } = this.issuer;
    const keys = await this.keys.of(did);
    return JSON.stringify(
      didDocument(
        did,
        keys.map((key) => ({ ...key, trusted: key.state !== 'compromised' })),
      ),
    );
  }

  @Get('credentials/status/:list')
  @Allow(Anyone)
  async status(@Param('list') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const list = /^[1-9]\d{0,8}$/.test(id) ? await this.lists.one(id) : null;
    if (!list) throw new NotFound();
    const tag = `"${createHash('sha256').update(list.credential).digest('base64url').slice(0, 22)}"`;
    response.set({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=300',
      etag: tag,
      vary: 'accept',
    });
    if (request.headers['if-none-match'] === tag) return void response.status(304).end();
    response.set('content-type', request.accepts(['application/vc', 'application/json']) || 'application/vc').send(list.credential);
  }
}
