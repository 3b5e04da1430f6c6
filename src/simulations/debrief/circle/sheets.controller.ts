import { Controller, Get, Header, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { NotFound } from '../../../kernel/not-found';
import { Allow } from '../../../web/permissions/permission';
import { Subject } from '../../../web/requests/request-words';
import { layerNamed } from '../timeline';
import { pageOf } from '../page-of';
import { briefsPage } from './briefs.view';
import { needs } from './needs';
import { OwnCircle, type OwnDebrief } from './own-circle.guard';
import { paperPage } from './paper.view';
import { dataOf, Sheets } from './sheets.service';
import { timelinePage } from './timeline.view';

/** What somebody who took part can read and take along. */
@Controller('tables/:table/debrief')
export class SheetsController {
  constructor(private readonly sheets: Sheets) {}

  @Get('timeline')
  @Allow(OwnCircle)
  async timeline(@Subject() own: OwnDebrief, @Query() { layer, page }: Record<string, unknown>, @Res() response: Response): Promise<void> {
    needs('description', own);
    const { scene } = await this.sheets.own(own, pageOf(response));
    response.render('simulations/timeline', timelinePage(scene, own.table.role, layerNamed(layer), page));
  }

  @Get('briefs')
  @Allow(OwnCircle)
  async briefs(@Subject() own: OwnDebrief, @Res() response: Response): Promise<void> {
    needs('analysis', own);
    const { scene, played } = await this.sheets.own(own, pageOf(response));
    if (!scene.view.unsealed.includes('briefs')) throw new NotFound();
    response.render('simulations/briefs', briefsPage(scene, played));
  }

  @Get('paper')
  @Allow(OwnCircle)
  async paper(@Subject() own: OwnDebrief, @Res() response: Response): Promise<void> {
    response.render('simulations/paper', paperPage(await this.sheets.own(own, pageOf(response))));
  }

  @Get('data.json')
  @Allow(OwnCircle)
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="chapterhouse-debrief.json"')
  async data(@Subject() own: OwnDebrief, @Res({ passthrough: true }) response: Response): Promise<string> {
    return dataOf(await this.sheets.own(own, pageOf(response)));
  }
}
