import { Controller, Get, Header, Res } from '@nestjs/common';
import type { Response } from 'express';
import { NotFound } from '../../kernel/not-found';
import { Allow } from '../../web/permissions/permission';
import { Subject } from '../../web/requests/request-words';
import type { Certificate } from '../certificate.entity';
import { OwnCertificate } from '../own-certificate.guard';
import { Tokens } from './tokens.service';

/** A certificate as a file for wallets and other sites: for whoever holds it. */
@Controller('certificates/:certificate')
export class HolderController {
  constructor(private readonly tokens: Tokens) {}

  @Get('credential.json')
  @Allow(OwnCertificate)
  @Header('cache-control', 'private, no-store')
  json(@Subject() certificate: Certificate, @Res() response: Response): void {
    response.set('content-disposition', `attachment; filename="certificate-${certificate.code}.json"`);
    response.type('application/vc').send(signed(certificate));
  }

  @Get('credential.jwt')
  @Allow(OwnCertificate)
  @Header('cache-control', 'private, no-store')
  async jwt(@Subject() certificate: Certificate, @Res() response: Response): Promise<void> {
    const text = await this.tokens.of(signed(certificate));
    response.set('content-disposition', `attachment; filename="certificate-${certificate.code}.jwt"`);
    response.type('text/plain').send(text);
  }
}

/** One from before certificates were signed has no file until it is signed. */
function signed({ credential }: Certificate): string {
  if (!credential) throw new NotFound();
  return credential;
}
