import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Language } from '../kernel/language';
import { Tries } from '../people/sign-in/tries.service';
import { Allow } from '../web/permissions/permission';
import { Anyone } from '../web/permissions/who.guard';
import { InLanguage, Now } from '../web/requests/request-words';
import { Certificates } from './issuing/certificates.service';
import { normalise } from './code';
import { genuinePage, replacedPage, unknownPage, verifyPage } from './verify.view';

/** Numbers that do not exist, from one network address: whoever guesses has to wait. */
const MISSES = { tries: 20, minutes: 1 };

@Controller('verify')
export class VerifyController {
  constructor(
    private readonly certificates: Certificates,
    private readonly tries: Tries,
  ) {}

  @Get()
  @Allow(Anyone)
  form(@Query('code') typed: unknown, @Res() response: Response): void {
    if (typeof typed !== 'string') return response.render('certificates/verify', verifyPage());
    const code = normalise(typed);
    if (code) response.redirect(303, `/verify/${code}`);
    else response.status(422).render('certificates/verify', verifyPage(typed));
  }

  @Get(':code')
  @Allow(Anyone)
  async check(
    @Param('code') typed: string,
    @InLanguage() language: Language,
    @Now() now: Date,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    response.setHeader('x-robots-tag', 'noindex, nofollow, noarchive');
    response.setHeader('referrer-policy', 'no-referrer');
    const code = normalise(typed);
    if (code && code !== typed) return response.redirect(303, `/verify/${code}`);
    const misses = [{ name: `certificate ${request.ip ?? ''}`, limit: MISSES }];
    await this.tries.check(misses, now, 'certificates.too-many-tries');
    const certificate = code && (await this.certificates.byCode(code));
    if (certificate && certificate.replacedAt) return response.render('certificates/replaced', replacedPage(language, now));
    if (certificate) return response.render('certificates/genuine', genuinePage(certificate, language, now));
    await this.tries.failed(misses, now);
    response.status(404).render('certificates/unknown', unknownPage(typed));
  }
}
