import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { seeded } from '../../kernel/random';
import { NotFound } from '../../kernel/not-found';
import { stepAddress } from '../../modules/step-address';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { InLanguage, Subject } from '../../web/requests/request-words';
import { redirectSaying } from '../../web/sessions/flash';
import { fileHeaders } from '../files/file-headers';
import { FORMATS } from '../files/file-kinds';
import { isOf, Files } from '../files/files.service';
import { corrections, strange } from '../reviews/given';
import { PeerReviewForm } from '../reviews/review.form';
import { type AssignmentPlace, OwnAssignmentStep } from '../works/assignment-step.guard';
import { OwnPeerReview, type PeerReviewPlace } from './own-peer-review.guard';
import { PeerPages } from './peer-pages.service';
import { PeerReviews } from './peer-reviews.service';
import { peerPage } from './peer.view';

/** Reviewing what others have made of the same assignment, without knowing whose it is. */
@Controller('assignments/:enrolment/:module/:step/reviews')
export class PeerController {
  constructor(
    private readonly pages: PeerPages,
    private readonly reviews: PeerReviews,
    private readonly files: Files,
    private readonly outcomes: Outcomes,
  ) {}

  @Post()
  @Allow(OwnAssignmentStep)
  async take(
    @Subject() place: AssignmentPlace,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const peer = await this.pages.peer(place);
    const self = addressOf(place);
    const address = await this.outcomes.run(place.study.personId, formId, async (write) => {
      const id = await this.reviews.take(write, peer, seeded(formId), request.arrivedAt);
      return id ? `${self}/reviews/${id}` : self;
    });
    if (address === self) await redirectSaying(request, response, address, 'assignments.flash.nothing-to-review');
    else response.redirect(303, address);
  }

  @Get(':review')
  @Allow(OwnPeerReview)
  @Render('assignments/peer')
  async review(@Subject() place: PeerReviewPlace, @InLanguage() language: Language) {
    return peerPage(place, addressOf(place), await this.pages.of(place, language));
  }

  @Post(':review')
  @Allow(OwnPeerReview)
  async give(
    @Subject() place: PeerReviewPlace,
    @Body(new FormPipe(PeerReviewForm)) { values, errors: broken, formId }: Submitted<PeerReviewForm>,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const peer = await this.pages.peer(place);
    if (strange(peer.task, values.levels)) throw new NotFound();
    const errors = broken.length ? broken : corrections(peer.task, { ...values, verdict: null });
    const self = addressOf(place);
    if (errors.length) {
      return response.status(422).render('assignments/peer', peerPage(place, self, await this.pages.of(place, language), values, errors));
    }
    const address = await this.outcomes.run(place.study.personId, formId, async (write) => {
      await this.reviews.give(write, peer, place.review.id, values, request.arrivedAt);
      return self;
    });
    await redirectSaying(request, response, address, 'assignments.flash.given');
  }

  @Get(':review/files/:file')
  @Allow(OwnPeerReview)
  async file(@Subject() { review }: PeerReviewPlace, @Param('file') id: string, @Res() response: Response): Promise<void> {
    const found = await this.files.bytesOf(review.workId, id);
    if (!found || !isOf(review.number)(found.file)) throw new NotFound();
    const name = `file.${FORMATS[found.file.format].endings[0]}`; // its own name could say whose it is
    response.set(fileHeaders({ ...found.file, name })).send(found.bytes);
  }
}

const addressOf = ({ study, module, step }: AssignmentPlace): string =>
  stepAddress(study.enrolmentId, module, { kind: 'assignment', key: step });
