import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import { Tries } from '../../people/sign-in/tries.service';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { Anyone } from '../../web/permissions/who.guard';
import type { Page } from '../../web/views/page';
import { normalise } from '../code';
import { sameName } from '../holding/same-name';
import { credentialIn, dropped } from './dropped';
import { type Verdict, Verdicts } from './verdicts.service';
import { FileForm, NameCheckForm } from './verify.form';
import { checkedPage, hostOf, type Reading, unknownPage, verifyPage } from './verify.view';

/** From one network address: numbers that do not exist, files, names. Whoever guesses has to wait. */
const MISSES = { tries: 20, minutes: 1 };
const FILES = { tries: 30, minutes: 1 };
const NAMES = { tries: 10, minutes: 10 };
/** Of one certificate, from everywhere. */
const NAMES_OF_ONE = { tries: 60, minutes: 60 };

/** Whether a certificate is good, asked by anybody. Each view really checks it, and nobody is written down. */
@Controller('verify')
export class VerifyController {
  constructor(
    private readonly verdicts: Verdicts,
    private readonly tries: Tries,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Allow(Anyone)
  form(@Query('code') typed: unknown, @Res() response: Response): void {
    if (typeof typed !== 'string') return response.render('certificates/verify', verifyPage());
    const code = normalise(typed);
    if (code) response.redirect(303, `/verify/${code}`);
    else response.status(422).render('certificates/verify', verifyPage(typed));
  }

  @Post()
  @Allow(Anyone)
  async file(
    @Body(new FormPipe(FileForm)) { values, errors }: Submitted<FileForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    unlisted(response);
    const { text } = values;
    const wrong = (field: string, key: string) =>
      response.status(422).render('certificates/verify', verifyPage(null, text, [{ field, key, details: {} }]));
    if (errors.length) return wrong('text', errors[0]!.key);
    if (!request.upload && !text) return wrong('file', request.uploadName ? 'checking.file.empty' : 'checking.file.missing');
    const limited = [{ name: `certificate file ${request.ip ?? ''}`, limit: FILES }];
    await this.tries.check(limited, request.arrivedAt, 'checking.too-many-files');
    await this.tries.failed(limited, request.arrivedAt);
    const verdict = await this.verdicts.ofFile(request.upload ? dropped(request.upload) : credentialIn(text), request.arrivedAt);
    if ('problem' in verdict) return wrong(request.upload ? 'file' : 'text', `checking.file.${verdict.problem}`);
    response.status(200).render('certificates/checked', checkedPage(verdict, this.reading(request, response), true));
  }

  @Get(':code')
  @Allow(Anyone)
  async check(@Param('code') typed: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const code = normalise(typed);
    if (code && code !== typed) return unlisted(response).redirect(303, `/verify/${code}`);
    const verdict = await this.found(typed, request, response);
    if (verdict) response.render('certificates/checked', checkedPage(verdict, this.reading(request, response)));
  }

  /** Whether a name is the printed one, where it is not shown. Every try counts, whatever comes of it. */
  @Post(':code')
  @Allow(Anyone)
  async name(
    @Param('code') typed: string,
    @Body(new FormPipe(NameCheckForm)) { values, errors }: Submitted<NameCheckForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const verdict = await this.found(typed, request, response);
    if (!verdict) return;
    const page = checkedPage(verdict, this.reading(request, response));
    if (!page.nameForm) return response.redirect(303, `/verify/${page.code}`);
    if (errors.length) return response.status(422).render('certificates/checked', { ...page, errors });
    const limited = [
      { name: `certificate name ${request.ip ?? ''}`, limit: NAMES },
      { name: `name of certificate ${page.code}`, limit: NAMES_OF_ONE },
    ];
    await this.tries.check(limited, request.arrivedAt, 'checking.too-many-names');
    await this.tries.failed(limited, request.arrivedAt);
    const { name, latinName } = verdict.certificate!;
    const same = [name, latinName ?? ''].map((printed) => sameName(values.name, printed)).includes(true);
    const answered = checkedPage(verdict, this.reading(request, response), false, { same, typed: values.name });
    response.status(200).render('certificates/checked', answered);
  }

  /** The verdict about a number; without one the page that says so has been sent, the same for one that never was and one that was erased. */
  private async found(typed: string, request: Request, response: Response): Promise<Verdict | null> {
    unlisted(response);
    const misses = [{ name: `certificate ${request.ip ?? ''}`, limit: MISSES }];
    await this.tries.check(misses, request.arrivedAt, 'certificates.too-many-tries');
    const verdict = await this.verdicts.ofCode(normalise(typed) ?? '', request.arrivedAt);
    if (verdict.outcome !== 'unknown') return verdict;
    await this.tries.failed(misses, request.arrivedAt);
    response.status(404).render('certificates/unknown', unknownPage(typed));
    return null;
  }

  private reading(request: Request, { locals }: Response): Reading {
    const { language } = locals['page'] as Page;
    return { language, now: request.arrivedAt, host: hostOf(this.settings.baseUrl) };
  }
}

/** Search engines keep no page about a certificate, and no other site learns where somebody was. */
function unlisted(response: Response): Response {
  response.setHeader('x-robots-tag', 'noindex, nofollow, noarchive');
  response.setHeader('referrer-policy', 'no-referrer');
  return response;
}
