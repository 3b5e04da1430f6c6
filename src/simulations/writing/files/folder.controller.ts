import { Body, Controller, Get, Header, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Content } from '../../../content/content.service';
import type { ScenarioStructure } from '../../../content/scenario';
import { Outcomes } from '../../../database/outcomes.service';
import { Refusal } from '../../../kernel/refusal';
import { UnreadableForm } from '../../../web/errors/outcomes';
import { FormPipe, type Submitted } from '../../../web/forms/form.pipe';
import { Allow } from '../../../web/permissions/permission';
import { CurrentViewer, Subject } from '../../../web/requests/request-words';
import type { Viewer } from '../../../web/requests/viewer';
import { redirectSaying } from '../../../web/sessions/flash';
import { ChapterScenarios } from '../chapter-scenarios.service';
import type { Edited } from '../draft';
import { scenarioFolderPage } from './folder.view';
import { archived } from './scenario-archive';
import { type OwnScenario, scenarioAddress, ScenarioOfChapter } from '../scenario-of-chapter.guard';
import { ScenarioReadings } from './scenario-readings.service';
import { FolderForm } from '../writing.form';

/** A role-play as a folder of files: taken along, changed elsewhere, read in again. */
@Controller('chapters/:chapter/scenarios/:scenario')
export class ScenarioFolderController {
  constructor(
    private readonly scenarios: ChapterScenarios,
    private readonly content: Content,
    private readonly readings: ScenarioReadings,
    private readonly outcomes: Outcomes,
  ) {}

  @Get('folder.zip')
  @Allow(ScenarioOfChapter)
  @Header('cache-control', 'private, no-store')
  take(@Subject() { scenario }: OwnScenario, @Res() response: Response): void {
    response.set('content-disposition', `attachment; filename="${scenario.slug}.zip"`);
    response.type('application/zip').send(Buffer.from(archived(scenario)));
  }

  @Get('folder')
  @Allow(ScenarioOfChapter)
  @Render('simulations/scenario-folder')
  folder(@Subject() own: OwnScenario) {
    return scenarioFolderPage(own);
  }

  /** A file is read before anything is changed: while something is wrong in it, nothing is. */
  @Post('folder')
  @Allow(ScenarioOfChapter)
  async read(
    @Subject() own: OwnScenario,
    @Body(new FormPipe(FolderForm)) { values, errors, formId }: Submitted<FolderForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) throw new UnreadableForm('unknown-field', errors[0]!.field);
    const address = scenarioAddress(own);
    const said = () => redirectSaying(request, response, address, `scenarios.flash.${values.by === 'read' ? 'read' : 'as-published'}`);
    if (await this.outcomes.led(viewer.id, formId, address)) return said(); // a file that comes again is not read again
    const again = (found: Parameters<typeof scenarioFolderPage>[1]) =>
      response.status(422).render('simulations/scenario-folder', { ...scenarioFolderPage(own, found), version: values.version });
    if (values.by === 'read' && !request.upload) return again({ key: 'scenarios.folder.no-file', path: '' });
    const found = values.by === 'read' ? await this.readings.read(request.upload!, own.scenario) : await this.published(own);
    if (!('structure' in found)) return again(found);
    const at = { id: own.scenario.id, version: Number(values.version) };
    await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.scenarios.change(write, at, () => found, request.arrivedAt);
      return address;
    });
    await said();
  }

  private async published({ scenario }: OwnScenario): Promise<Edited> {
    if (!scenario.publishedVersionId) throw new Refusal('scenarios.refusal.never-published');
    const { structure, texts } = await this.content.document(scenario.publishedVersionId);
    return { structure: { ...(structure as ScenarioStructure), status: 'draft' }, texts };
  }
}
