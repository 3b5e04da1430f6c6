import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Conflict } from '../../../database/conflict';
import { Outcomes } from '../../../database/outcomes.service';
import { NotFound } from '../../../kernel/not-found';
import { UnreadableForm } from '../../../web/errors/outcomes';
import type { FormError, Submitted } from '../../../web/forms/form.pipe';
import type { Viewer } from '../../../web/requests/viewer';
import { redirectSaying } from '../../../web/sessions/flash';
import { ChapterScenarios } from '../chapter-scenarios.service';
import type { Draft, Edited } from '../draft';
import { type OwnScenario, scenarioAddress } from '../scenario-of-chapter.guard';
import { writingBothPage } from './both.view';
import { Mistaken } from './mistaken';
import type { PartForm } from './part.form';
import type { Sent, Shown } from './shown';

/** Who pressed what, and where the answer goes. */
export interface Press<F extends PartForm> {
  own: OwnScenario;
  form: Submitted<F>;
  viewer: Viewer;
  request: Request;
  response: Response;
}

/** What a form does to a draft. */
export interface Edit {
  /** What becomes of the draft, and where its author goes on: an address within it. Refuses with `Mistaken` or `NotFound`. */
  edit: (draft: Draft) => Edited & { at: string };
  /** What is said when it is done. */
  says: string;
  /** The page again, with what is to be corrected; presses have nothing to correct. */
  again?: (errors: FormError[], sent: Sent) => [page: string, model: object];
  /** What the form shows of a draft; null when its part is not there any more. Presses show nothing. */
  shown?: (draft: Draft) => Shown[] | null;
}

/** Edits of a draft: once for each form, never over somebody who was quicker, and with everything typed kept. */
@Injectable()
export class PartEdits {
  constructor(
    private readonly outcomes: Outcomes,
    private readonly scenarios: ChapterScenarios,
  ) {}

  async take<F extends PartForm>({ own, form, viewer, request, response }: Press<F>, { edit, says, again, shown }: Edit): Promise<void> {
    const sent = request.body as Sent;
    const refuse = (errors: FormError[]) => {
      if (!again) throw new UnreadableForm('unknown-field', errors[0]!.field);
      const [page, model] = again(errors, sent);
      response.status(422).render(page, { ...model, version: form.values.version }); // what was typed was about that one
    };
    if (form.errors.length) return refuse(form.errors);
    const at = { id: own.scenario.id, version: Number(form.values.version) };
    try {
      const address = await this.outcomes.run(viewer.id, form.formId, async (write) => {
        let next = '';
        const noted = (draft: Draft): Edited => {
          const { at: there, ...edited } = edit(draft);
          next = `${scenarioAddress(own)}${there}`;
          return edited;
        };
        await this.scenarios.change(write, at, noted, request.arrivedAt);
        return next;
      });
      await redirectSaying(request, response, address, says);
    } catch (error) {
      if (error instanceof Mistaken) return refuse(error.mistakes);
      if (!(error instanceof Conflict) || !shown) throw error;
      const theirs = (await this.scenarios.bySlug(own.chapter.id, own.scenario.slug))!;
      const fields = shown(theirs);
      if (!fields) throw new NotFound();
      response.status(409).render('simulations/writing-both', writingBothPage({ ...own, scenario: theirs }, request.path, fields, sent));
    }
  }
}
