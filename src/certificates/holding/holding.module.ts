import { Global, Module } from '@nestjs/common';
import { CertificateOfChapter } from './certificate-of-chapter.guard';
import { CertificatePages } from './certificate-pages.service';
import { CertificatesController } from './certificates.controller';
import { CorrectionController } from './correction.controller';
import { Corrections } from './corrections.service';
import { Expiries } from './expiries.service';
import { Histories } from './histories.service';
import { HoldingLetters } from './holding-letters.service';
import { HoldingQueries } from './holding.queries';
import { IssuedController } from './issued.controller';
import { IssuedPages } from './issued-pages.service';
import { LeadActs } from './lead-acts.service';
import { Reminders } from './reminders.service';
import { Renewals } from './renewals.service';
import { Successors } from './successors.service';
import { Visibility } from './visibility.service';
import { WithdrawalController } from './withdrawal.controller';
import { Withdrawals } from './withdrawals.service';

/** What happens to a certificate after it was issued: its holder’s pages, and those of whoever leads the chapter. */
@Global()
@Module({
  controllers: [CertificatesController, CorrectionController, IssuedController, WithdrawalController],
  providers: [
    CertificateOfChapter,
    CertificatePages,
    Corrections,
    Expiries,
    Histories,
    HoldingLetters,
    HoldingQueries,
    IssuedPages,
    LeadActs,
    Reminders,
    Renewals,
    Successors,
    Visibility,
    Withdrawals,
  ],
  exports: [Histories, HoldingQueries],
})
export class HoldingModule {}
