import { Global, Module } from '@nestjs/common';
import { Batches } from './batches.service';
import { CertificateRules } from './certificate-rules.service';
import { Certificates } from './certificates.service';
import { Confirming } from './confirming.service';
import { Earnings } from './earnings.service';
import { FactQueries } from './facts.queries';
import { Giving } from './giving.service';
import { Goals } from './goals.service';
import { IssuingLetters } from './issuing-letters.service';
import { NameController } from './name.controller';
import { Names } from './names.service';
import { Pieces } from './pieces.service';
import { Prospects } from './prospects.service';
import { Reminders } from './reminders.service';
import { RollController } from './roll.controller';
import { RollExportsController } from './roll-exports.controller';
import { RollExports } from './roll-exports.service';
import { RollPages } from './roll-pages.service';
import { RollQueries } from './roll.queries';
import { RollWork } from './roll-work.service';
import { Rolls } from './rolls.service';
import { Snapshots } from './snapshots.service';

/** Who has earned what, under which name it is printed, and issuing it once. */
@Global()
@Module({
  controllers: [NameController, RollController, RollExportsController],
  providers: [
    Batches,
    CertificateRules,
    Certificates,
    Confirming,
    Earnings,
    FactQueries,
    Giving,
    Goals,
    IssuingLetters,
    Names,
    Pieces,
    Prospects,
    Reminders,
    RollExports,
    RollPages,
    RollQueries,
    RollWork,
    Rolls,
    Snapshots,
  ],
  exports: [Certificates, Earnings, Names],
})
export class IssuingModule {}
