import { Global, Module } from '@nestjs/common';
import { Certificates } from './certificates.service';
import { Confirming } from './confirming.service';
import { Earnings } from './earnings.service';
import { FactQueries } from './facts.queries';
import { Giving } from './giving.service';
import { Goals } from './goals.service';
import { IssuingLetters } from './issuing-letters.service';
import { NameController } from './name.controller';
import { Names } from './names.service';
import { Prospects } from './prospects.service';
import { Snapshots } from './snapshots.service';

/** Who has earned what, under which name it is printed, and issuing it once. */
@Global()
@Module({
  controllers: [NameController],
  providers: [Certificates, Confirming, Earnings, FactQueries, Giving, Goals, IssuingLetters, Names, Prospects, Snapshots],
  exports: [Certificates, Earnings, Names],
})
export class IssuingModule {}
