import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Conflict } from '../../../database/conflict';
import { Outcomes } from '../../../database/outcomes.service';
import { NotFound } from '../../../kernel/not-found';
import { FormPipe, type Submitted } from '../../../web/forms/form.pipe';
import { Allow } from '../../../web/permissions/permission';
import { CurrentViewer, Subject } from '../../../web/requests/request-words';
import type { Viewer } from '../../../web/requests/viewer';
import { redirectSaying } from '../../../web/sessions/flash';
import { ChapterScenarios } from '../chapter-scenarios.service';
import { reworded } from '../draft';
import { type OwnScenario, ScenarioOfChapter } from '../scenario-of-chapter.guard';
import { TextForm } from './part.form';
import { isTextName, type TextName, textConflict, textAddress, writingTextPage } from './text.view';

/** The long texts of a scenario that everybody reads: the setting, and what really happened. */
@Controller('chapters/:chapter/scenarios/:scenario/texts/:text')
export class TextController {
  constructor(
    private readonly scenarios: ChapterScenarios,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(ScenarioOfChapter)
  @Render('simulations/writing-text')
  text(@Subject() own: OwnScenario, @Param('text') name: string) {
    return writingTextPage(own, known(name));
  }

  /** Keeps it, or shows it as it would be printed. */
  @Post()
  @Allow(ScenarioOfChapter)
  async write(
    @Subject() own: OwnScenario,
    @Param('text') text: string,
    @Body(new FormPipe(TextForm)) { values, errors, formId }: Submitted<TextForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const name = known(text);
    if (errors.length || values.do === 'preview') {
      const page = writingTextPage(own, name, { text: values.text, version: values.version }, errors);
      return response.status(errors.length ? 422 : 200).render('simulations/writing-text', page);
    }
    try {
      const address = await this.outcomes.run(viewer.id, formId, async (write) => {
        const at = { id: own.scenario.id, version: Number(values.version) };
        const edit = (draft: OwnScenario['scenario']) => ({
          structure: draft.structure,
          texts: reworded(draft.texts, { [name]: values.text }),
        });
        await this.scenarios.change(write, at, edit, request.arrivedAt);
        return textAddress(own, name);
      });
      await redirectSaying(request, response, address, 'scenario-parts.flash.saved');
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const theirs = (await this.scenarios.bySlug(own.chapter.id, own.scenario.slug))!;
      response.status(409).render('errors/conflict', textConflict({ ...own, scenario: theirs }, name, values.text));
    }
  }
}

function known(text: string): TextName {
  if (!isTextName(text)) throw new NotFound();
  return text;
}
