import { createHash } from 'node:crypto';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Language } from '../../kernel/language';
import { NotFound } from '../../kernel/not-found';
import { Refusal } from '../../kernel/refusal';
import { disposition } from '../../assignments/files/file-name';
import { Allow } from '../../web/permissions/permission';
import { InLanguage, Subject } from '../../web/requests/request-words';
import type { Certificate } from '../certificate.entity';
import { bakePng, bakeSvg } from '../credentials/baking';
import { Designs } from '../designs/designs.service';
import { OwnCertificate } from '../own-certificate.guard';
import { titleIn } from '../snapshot';
import { downloadName } from './download-name';
import { PrintingService } from './printing.service';

/** What a holder can take along. One that was withdrawn or replaced is not printed any more. */
@Controller('certificates/:certificate')
export class PrintingController {
  constructor(
    private readonly printing: PrintingService,
    private readonly designs: Designs,
  ) {}

  @Get('certificate.pdf')
  @Allow(OwnCertificate)
  async pdf(
    @Subject() certificate: Certificate,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    current(certificate);
    send(request, response, await this.printing.pdf(certificate, language), named(certificate, language, 'pdf'));
  }

  @Get('badge.png')
  @Allow(OwnCertificate)
  async badgePng(@Subject() certificate: Certificate, @Req() request: Request, @Res() response: Response): Promise<void> {
    current(certificate);
    const png = await this.printing.badgePng(certificate);
    const { credential } = certificate;
    send(request, response, credential ? bakePng(png, credential) : png, named(certificate, certificate.snapshot.language, 'png'));
  }

  @Get('badge.svg')
  @Allow(OwnCertificate)
  badgeSvg(@Subject() certificate: Certificate, @Req() request: Request, @Res() response: Response): void {
    current(certificate);
    const svg = this.printing.badgeSvg(certificate);
    const { credential } = certificate;
    send(
      request,
      response,
      Buffer.from(credential ? bakeSvg(svg, credential) : svg),
      named(certificate, certificate.snapshot.language, 'svg'),
    );
  }

  /** A logo or a signature, as the certificate's own page shows it. */
  @Get('pictures/:picture.png')
  @Allow(OwnCertificate)
  async piece(@Subject() certificate: Certificate, @Param('picture') id: string, @Res() response: Response): Promise<void> {
    const { logo, signatories } = await this.designs.of(certificate);
    const piece = [logo, ...signatories.map(({ picture }) => picture)].find((one) => one?.id === id);
    if (!piece) throw new NotFound();
    response.set({ 'cache-control': 'private, max-age=86400' }).type('image/png').send(piece.bytes);
  }

  @Get('picture.png')
  @Allow(OwnCertificate)
  async picture(
    @Subject() certificate: Certificate,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    current(certificate);
    send(
      request,
      response,
      await this.printing.picture(certificate, language),
      named(certificate, language, 'png', certificate.nameHidden),
    );
  }
}

const TYPES = { pdf: 'application/pdf', png: 'image/png', svg: 'image/svg+xml' };

interface Named {
  name: string;
  type: string;
}

function named({ name, snapshot }: Certificate, language: Language, ending: keyof typeof TYPES, hidden = false): Named {
  const title = titleIn(snapshot.programme.title, language).text;
  return { name: downloadName(hidden ? [title] : [name, title], ending), type: TYPES[ending] };
}

function current({ withdrawnAt, replacedAt }: Certificate): void {
  if (withdrawnAt || replacedAt) throw new Refusal('printing.refusal.not-current');
}

/** As a file to save, for this person's own device only; asked again, it costs nothing while nothing changed. */
function send(request: Request, response: Response, bytes: Buffer, { name, type }: Named): void {
  const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  response.set({
    'cache-control': 'private, no-cache',
    vary: 'cookie, accept-language',
    etag: tag,
    'content-disposition': disposition('attachment', name),
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'x-robots-tag': 'noindex',
  });
  if (request.headers['if-none-match'] === tag) response.status(304).end();
  else response.type(type).send(bytes);
}
