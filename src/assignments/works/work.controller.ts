import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Conflict } from '../../database/conflict';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { NotFound } from '../../kernel/not-found';
import { Refusal } from '../../kernel/refusal';
import { stepAddress } from '../../modules/step-address';
import { type FormError, FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, InLanguage, Now, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { fileHeaders } from '../files/file-headers';
import { type Brought, Files } from '../files/files.service';
import { type AssignmentPlace, OwnAssignmentStep, OwnAssignmentToRead } from './assignment-step.guard';
import { draftCorrections, handInCorrections } from './corrections';
import { linksIn } from './links';
import { isOpen } from './state';
import { WorkForm } from './work.form';
import { type OwnWork, WorkPages } from './work-pages.service';
import { Works } from './works.service';
import { workConflict, workPage } from './work.view';

/** One's own work: written, kept, handed in. */
@Controller('assignments/:enrolment/:module/:step')
export class WorkController {
  constructor(
    private readonly pages: WorkPages,
    private readonly works: Works,
    private readonly files: Files,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(OwnAssignmentToRead)
  @Render('assignments/work')
  async work(@Subject() place: AssignmentPlace, @CurrentViewer() { zone }: Viewer, @InLanguage() language: Language, @Now() now: Date) {
    return workPage(await this.pages.of(place, { now, zone, language }), now);
  }

  @Post()
  @Allow(OwnAssignmentStep)
  async keep(
    @Subject() place: AssignmentPlace,
    @Body(new FormPipe(WorkForm)) form: Submitted<WorkForm>,
    @CurrentViewer() { zone }: Viewer,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    const own = await this.pages.of(place, { now, zone, language });
    const { values } = form;
    const fine = form.errors.length === 0;
    if (fine && own.closed) throw new Refusal(own.closed.reason, own.closed.details);
    if (fine && own.locked) throw new Refusal('assignments.refusal.locked');
    const looked = fine && (!own.work || isOpen(own.work.state)); // a form that is sent again gets its first outcome, another one a refusal
    const brought = looked ? await this.brought(request, own, values) : null;
    const errors = [...form.errors, ...(brought && 'key' in brought ? [brought] : []), ...(looked ? wrongIn(own, values, brought) : [])];
    if (errors.length) return response.status(422).render('assignments/work', workPage(own, now, values, errors));
    const { personId, enrolmentId } = place.study;
    const address = stepAddress(enrolmentId, place.module, { kind: 'assignment', key: place.step });
    try {
      await this.outcomes.run(personId, form.formId, async (write) => {
        const written = { text: values.text, links: linksIn(values.links) };
        const work = await this.works.save(write, place, written, Number(values.version), now);
        if (values.do.startsWith('remove-')) await this.files.remove(write, work, values.do.slice('remove-'.length));
        if (brought && 'bytes' in brought) await this.files.add(write, work, place.study, own.task, brought, now);
        if (values.do === 'hand-in') await this.works.handIn(write, work, now);
        return address;
      });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const theirs = (await this.works.at(place))!;
      return response.status(409).render('errors/conflict', workConflict(address, theirs, values));
    }
    await redirectSaying(request, response, address, FLASHES[values.do] ?? 'assignments.flash.removed');
  }

  /** A file of one's own, of what is being written and of what was handed in. */
  @Get('files/:file')
  @Allow(OwnAssignmentToRead)
  async file(@Subject() place: AssignmentPlace, @Param('file') id: string, @Res() response: Response): Promise<void> {
    const work = await this.works.at(place);
    const found = work && (await this.files.bytesOf(work.id, id));
    if (!found) throw new NotFound();
    response.set(fileHeaders(found.file)).send(found.bytes);
  }

  private async brought({ upload, uploadName }: Request, { task }: OwnWork, values: WorkForm): Promise<Brought | FormError | null> {
    if (uploadName === undefined) {
      return values.do === 'add' ? { field: 'file', key: 'assignments.error.file-none', details: {} } : null;
    }
    return this.files.look(upload ?? null, uploadName, task);
  }
}

const FLASHES: Record<string, string> = {
  save: 'assignments.flash.saved',
  add: 'assignments.flash.added',
  'hand-in': 'assignments.flash.handed-in',
};

function wrongIn({ task, files, place }: OwnWork, { text, links, do: wanted }: WorkForm, brought: object | null): FormError[] {
  if (wanted !== 'hand-in') return draftCorrections(task, { links });
  const here = files.filter(({ until }) => until === null).length + (brought ? 1 : 0);
  return handInCorrections(task, { text, links, files: here, language: place.study.cohort.language });
}
