import { Global, Module } from '@nestjs/common';
import { FileQueries } from './files/files.queries';
import { Files } from './files/files.service';
import { Pictures } from './files/pictures.service';
import { OwnPeerReview } from './peers/own-peer-review.guard';
import { PeerController } from './peers/peer.controller';
import { PeerPages } from './peers/peer-pages.service';
import { PeerQueries } from './peers/peers.queries';
import { PeerReviews } from './peers/peer-reviews.service';
import { AnswerLetters } from './reviews/answer-letters.service';
import { Answers } from './reviews/answers.service';
import { ReviewController } from './reviews/review.controller';
import { ReviewPages } from './reviews/review-pages.service';
import { ReviewQueries } from './reviews/reviews.queries';
import { ReviewQueue } from './reviews/review-queue.service';
import { Settling } from './reviews/settling.service';
import { WorkOfCohort } from './reviews/work-of-cohort.guard';
import { Tasks } from './tasks.service';
import { OwnAssignmentStep, OwnAssignmentToRead } from './works/assignment-step.guard';
import { Histories } from './works/histories.service';
import { WorkController } from './works/work.controller';
import { WorkPages } from './works/work-pages.service';
import { Works } from './works/works.service';

const FILES = [Files, FileQueries, Pictures];
const WORKS = [Tasks, Works, WorkPages, Histories, OwnAssignmentStep, OwnAssignmentToRead];
const REVIEWS = [ReviewQueue, ReviewQueries, ReviewPages, Answers, AnswerLetters, Settling, WorkOfCohort];
const PEERS = [PeerReviews, PeerQueries, PeerPages, OwnPeerReview];

@Global()
@Module({
  controllers: [WorkController, PeerController, ReviewController],
  providers: [...FILES, ...WORKS, ...REVIEWS, ...PEERS],
  exports: [ReviewQueue, Works],
})
export class AssignmentsModule {}
