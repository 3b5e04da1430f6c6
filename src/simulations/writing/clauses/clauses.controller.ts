import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { NotFound } from '../../../kernel/not-found';
import { FormPipe, type Submitted } from '../../../web/forms/form.pipe';
import { Allow } from '../../../web/permissions/permission';
import { CurrentViewer, Subject } from '../../../web/requests/request-words';
import type { Viewer } from '../../../web/requests/viewer';
import type { Draft } from '../draft';
import { writingGoesAlongPage } from '../editing/goes-along.view';
import { OrderForm, PartForm } from '../editing/part.form';
import { PartEdits } from '../editing/part-edits.service';
import { withoutClause } from '../keys/removing';
import { type OwnScenario, scenarioAddress, ScenarioOfChapter } from '../scenario-of-chapter.guard';
import { clauseChanged, clauseMoved, clauseOf, withNewClause } from './clauses';
import { ClauseForm, NewClauseForm } from './clauses.form';
import { clauseShown, writingClausePage, writingClausesPage } from './clauses.view';

/** What is negotiated in a scenario: its clauses. */
@Controller('chapters/:chapter/scenarios/:scenario/clauses')
export class ClauseWritingController {
  constructor(private readonly edits: PartEdits) {}

  @Get()
  @Allow(ScenarioOfChapter)
  @Render('simulations/writing-clauses')
  clauses(@Subject() own: OwnScenario) {
    return writingClausesPage(own);
  }

  @Post()
  @Allow(ScenarioOfChapter)
  add(
    @Subject() own: OwnScenario,
    @Body(new FormPipe(NewClauseForm)) form: Submitted<NewClauseForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { values } = form;
    return this.edits.take(
      { own, form, viewer, request, response },
      {
        edit: (draft) => {
          const { key, ...edited } = withNewClause(draft, values);
          return { ...edited, at: `/clauses/${key}` };
        },
        says: 'scenario-roles.flash.added',
        again: (errors, sent) => ['simulations/writing-clauses', writingClausesPage(own, errors, sent)],
      },
    );
  }

  @Post('order')
  @Allow(ScenarioOfChapter)
  order(
    @Subject() own: OwnScenario,
    @Body(new FormPipe(OrderForm)) form: Submitted<OrderForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { up, down } = form.values;
    const edit = (draft: Draft) => ({ ...clauseMoved(draft, (up ?? down)?.[0] ?? '', up ? -1 : 1), at: '/clauses' });
    return this.edits.take({ own, form, viewer, request, response }, { edit, says: 'scenario-roles.flash.saved' });
  }

  @Get(':clause')
  @Allow(ScenarioOfChapter)
  @Render('simulations/writing-clause')
  clause(@Subject() own: OwnScenario, @Param('clause') key: string) {
    return writingClausePage(own, known(own.scenario, key));
  }

  @Post(':clause')
  @Allow(ScenarioOfChapter)
  change(
    @Subject() own: OwnScenario,
    @Param('clause') key: string,
    @Body(new FormPipe(ClauseForm)) form: Submitted<ClauseForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { tabled, ...words } = form.values;
    return this.edits.take(
      { own, form, viewer, request, response },
      {
        edit: (draft) => ({
          ...clauseChanged(draft, known(draft, key), { ...words, tabled: tabled.length > 0 }),
          at: `/clauses/${words.key}`,
        }),
        says: 'scenario-roles.flash.saved',
        again: (errors, sent) => ['simulations/writing-clause', writingClausePage(own, known(own.scenario, key), errors, sent)],
        shown: (draft) => clauseShown(draft, key),
      },
    );
  }

  @Get(':clause/removal')
  @Allow(ScenarioOfChapter)
  @Render('simulations/writing-goes-along')
  asksAbout(@Subject() own: OwnScenario, @Param('clause') key: string) {
    const address = `${scenarioAddress(own)}/clauses/${known(own.scenario, key)}`;
    const after = withoutClause(own.scenario, key);
    return writingGoesAlongPage(own, { kind: 'clause', name: `clauses.${key}.title`, action: `${address}/removal`, back: address, after });
  }

  @Post(':clause/removal')
  @Allow(ScenarioOfChapter)
  remove(
    @Subject() own: OwnScenario,
    @Param('clause') key: string,
    @Body(new FormPipe(PartForm)) form: Submitted<PartForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const edit = (draft: Draft) => ({ ...withoutClause(draft, known(draft, key)), at: '/clauses' });
    return this.edits.take({ own, form, viewer, request, response }, { edit, says: 'scenario-roles.flash.removed' });
  }
}

function known(draft: Pick<Draft, 'structure'>, key: string): string {
  if (!clauseOf(draft, key)) throw new NotFound();
  return key;
}
