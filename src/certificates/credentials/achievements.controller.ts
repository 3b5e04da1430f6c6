import { Controller, Get, Header, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { isLanguage, type Language } from '../../kernel/language';
import { NotFound } from '../../kernel/not-found';
import { Phrases } from '../../languages/phrases';
import { Allow } from '../../web/permissions/permission';
import { Anyone } from '../../web/permissions/who.guard';
import { InLanguage } from '../../web/requests/request-words';
import { Achievements } from './achievements.service';
import { achievementPage } from './achievements.view';
import { badgePicture } from './badge-picture';
import { Issuer } from './issuer.service';
import { achievementDocument, CONTEXTS } from './open-badge';

/** What certificates are given for, where signed documents point to: a page for people, linked data for programs. Names nobody. */
@Controller('achievements/:slug/:version')
export class AchievementsController {
  constructor(
    private readonly achievements: Achievements,
    private readonly issuer: Issuer,
    private readonly phrases: Phrases,
  ) {}

  @Get()
  @Allow(Anyone)
  async achievement(
    @Param('slug') slug: string,
    @Param('version') version: string,
    @Query('language') asked: unknown,
    @InLanguage() reader: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const achievement = await this.found(slug, version);
    response.set('vary', 'accept, accept-language, cookie');
    if (request.accepts(['text/html', 'application/ld+json', 'application/json']) === 'text/html') {
      return response.render('certificates/achievement', achievementPage(achievement, reader, this.phrases));
    }
    const language = isLanguage(asked) ? asked : achievement.facts.title.original;
    const site = this.issuer.siteOf(this.issuer.did);
    const document = { '@context': CONTEXTS, ...achievementDocument(achievement, site, language, this.phrases.in(language)) };
    response.set({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=3600',
    });
    response.type(request.accepts(['application/ld+json', 'application/json']) || 'application/ld+json').send(JSON.stringify(document));
  }

  @Get('badge.svg')
  @Allow(Anyone)
  @Header('content-type', 'image/svg+xml')
  @Header('access-control-allow-origin', '*')
  @Header('cross-origin-resource-policy', 'cross-origin')
  @Header('cache-control', 'public, max-age=86400')
  async badge(@Param('slug') slug: string, @Param('version') version: string): Promise<string> {
    return badgePicture(await this.found(slug, version));
  }

  private async found(slug: string, version: string) {
    const number = /^v([1-9]\d{0,5})$/.exec(version)?.[1];
    const achievement = number ? await this.achievements.version(slug, Number(number)) : null;
    if (!achievement) throw new NotFound();
    return achievement;
  }
}
