import { Body, Controller, Get, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { type FormError, FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { SignedIn } from '../../web/permissions/who.guard';
import { CurrentViewer, InLanguage, Now } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { Certificates } from '../issuing/certificates.service';
import { Names } from '../issuing/names.service';
import { Badges } from './badges.service';
import { PracticeForm } from './practice.form';
import { practicePage } from './practice.view';
import { Practices } from './practices.service';

/** What one's tables prove, for oneself; a badge is made only of what one asks for. */
@Controller('practice')
export class PracticeBadgesController {
  constructor(
    private readonly practices: Practices,
    private readonly badges: Badges,
    private readonly holding: Certificates,
    private readonly names: Names,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(SignedIn)
  @Render('certificates/practice')
  list(@CurrentViewer() viewer: Viewer, @InLanguage() language: Language) {
    return this.page(viewer, language);
  }

  @Post()
  @Allow(SignedIn)
  async take(
    @Body(new FormPipe(PracticeForm)) { values, errors, formId }: Submitted<PracticeForm>,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() language: Language,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) {
      response.status(422).render('certificates/practice', await this.page(viewer, language, values, errors));
      return;
    }
    const names = { name: values.name, latinName: null };
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      return `/certificates/${await this.badges.take(write, viewer.id, values, names, now)}`;
    });
    response.redirect(303, address);
  }

  private async page(viewer: Viewer, language: Language, typed: PracticeForm | null = null, errors: FormError[] = []) {
    const [proofs, own, confirmed] = await Promise.all([
      this.practices.of(viewer.id),
      this.holding.of(viewer.id),
      this.names.of(viewer.id),
    ]);
    const current = own.filter(({ replacedAt }) => !replacedAt);
    return practicePage(proofs, current, { confirmed, called: viewer.name }, language, typed, errors);
  }
}
