import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Conflict } from '../../../database/conflict';
import { Outcomes } from '../../../database/outcomes.service';
import { Refusal } from '../../../kernel/refusal';
import { FormPipe, type Submitted } from '../../../web/forms/form.pipe';
import { Allow } from '../../../web/permissions/permission';
import { CurrentViewer, Subject } from '../../../web/requests/request-words';
import type { Viewer } from '../../../web/requests/viewer';
import { redirectSaying } from '../../../web/sessions/flash';
import type { Page } from '../../../web/views/page';
import { ChapterScenarios } from '../chapter-scenarios.service';
import { type Edited } from '../draft';
import { type OwnScenario, ScenarioOfChapter } from '../scenario-of-chapter.guard';
import { added, Mistakes, mustBeThere, rewritten } from './editing';
import { kindIn } from './kinds';
import { moved } from './moving';
import { LISTS, type PartKind } from './part';
import { ArrangeForm, PartForm } from './part.form';
import { partConflict } from './part-conflict.view';
import { listAddress, writingListPage } from './list.view';
import { writingPartPage, writingPartRemovalPage } from './part.view';
import { without } from './removal';

/** The parts of a scenario that stand in lists: phases, announcements, objections, statements, questions, sources. */
@Controller(LISTS.map((list) => `chapters/:chapter/scenarios/:scenario/${list}`))
export class PartsController {
  constructor(
    private readonly scenarios: ChapterScenarios,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(ScenarioOfChapter)
  @Render('simulations/writing-list')
  list(@Subject() own: OwnScenario, @Req() { path }: Request) {
    return writingListPage(own, kindIn(path));
  }

  /** One more, or one moved or taken out. */
  @Post()
  @Allow(ScenarioOfChapter)
  async arrange(
    @Subject() own: OwnScenario,
    @Body(new FormPipe(ArrangeForm)) { values, errors, formId }: Submitted<ArrangeForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const kind = kindIn(request.path);
    const again = (wrong: typeof errors) =>
      response
        .status(422)
        .render('simulations/writing-list', { ...writingListPage(own, kind, values.words, wrong), version: values.version });
    if (errors.length) return again(errors);
    const { said, edit } = pressed(own, kind, values);
    try {
      const address = await this.change(own, viewer, formId, values.version, edit, request.arrivedAt);
      await redirectSaying(request, response, address, `scenario-parts.flash.${said}`);
    } catch (error) {
      if (!(error instanceof Mistakes)) throw error;
      again(error.wrong);
    }
  }

  @Get(':part')
  @Allow(ScenarioOfChapter)
  @Render('simulations/writing-part')
  part(@Subject() own: OwnScenario, @Param('part') key: string, @Req() { path }: Request) {
    mustBeThere(kindIn(path), own.scenario, key);
    return writingPartPage(own, kindIn(path), key);
  }

  @Post(':part')
  @Allow(ScenarioOfChapter)
  async rewrite(
    @Subject() own: OwnScenario,
    @Param('part') key: string,
    @Body(new FormPipe(PartForm)) { values, errors, formId }: Submitted<PartForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const kind = kindIn(request.path);
    const again = (wrong: typeof errors) => {
      mustBeThere(kind, own.scenario, key);
      const page = writingPartPage(own, kind, key, values, wrong);
      response.status(422).render('simulations/writing-part', { ...page, version: values.version });
    };
    if (errors.length) return again(errors);
    try {
      const edit = (draft: OwnScenario['scenario']) => {
        const after = rewritten(kind, draft, key, values);
        const list = listAddress(own, kind);
        return { after, address: staysOn(draft, values, kind, key) ? `${list}/${key}` : `${list}#p-${key}` };
      };
      const address = await this.change(own, viewer, formId, values.version, edit, request.arrivedAt);
      await redirectSaying(request, response, address, 'scenario-parts.flash.saved');
    } catch (error) {
      if (error instanceof Mistakes) return again(error.wrong);
      if (!(error instanceof Conflict)) throw error;
      const theirs = (await this.scenarios.bySlug(own.chapter.id, own.scenario.slug))!;
      if (!kind.keys(theirs.structure).includes(key)) throw new Refusal('scenario-parts.refusal.gone');
      const { say } = response.locals['page'] as Page;
      response.status(409).render('errors/conflict', partConflict({ ...own, scenario: theirs }, kind, key, values, say));
    }
  }

  @Get(':part/removal')
  @Allow(ScenarioOfChapter)
  @Render('simulations/writing-part-removal')
  removal(@Subject() own: OwnScenario, @Param('part') key: string, @Req() { path }: Request) {
    mustBeThere(kindIn(path), own.scenario, key);
    return writingPartRemovalPage(own, kindIn(path), key);
  }

  private change(own: OwnScenario, viewer: Viewer, formId: string, version: string, edit: Edit, now: Date): Promise<string> {
    return this.outcomes.run(viewer.id, formId, async (write) => {
      let address = '';
      const at = { id: own.scenario.id, version: Number(version) };
      const take = (draft: OwnScenario['scenario']): Edited => {
        const done = edit(draft);
        address = done.address;
        return done.after;
      };
      await this.scenarios.change(write, at, take, now);
      return address;
    });
  }
}

type Edit = (draft: OwnScenario['scenario']) => { after: Edited; address: string };

function pressed(own: OwnScenario, kind: PartKind, { words, up, down, remove }: ArrangeForm): { said: string; edit: Edit } {
  const list = listAddress(own, kind);
  if (remove) {
    const edit: Edit = (draft) => {
      mustBeThere(kind, draft, remove);
      return { after: without(kind, draft, remove), address: list };
    };
    return { said: 'removed', edit };
  }
  if (up || down) {
    const edit: Edit = (draft) => {
      mustBeThere(kind, draft, up || down);
      return { after: moved(kind, draft, up || down, up ? 'up' : 'down'), address: `${list}#p-${up || down}` };
    };
    return { said: 'moved', edit };
  }
  const edit: Edit = (draft) => {
    const { key, ...after } = added(kind, draft, words);
    return { after, address: kind.name === 'sources' ? `${list}#p-${key}` : `${list}/${key}` };
  };
  return { said: 'added', edit };
}

/** Another slot has other options, of which none is ticked yet. */
function staysOn({ structure }: OwnScenario['scenario'], values: PartForm, { name }: PartKind, key: string): boolean {
  const before = structure.objections.find((each) => each.key === key);
  return values.do === 'stay' || (name === 'objections' && before !== undefined && before.slot !== values.slot);
}
