import { Global, Module } from '@nestjs/common';
import { Certificates } from './certificates.service';
import { NameController } from './name.controller';
import { Snapshots } from './snapshots.service';

/** Who has earned what, under which name it is printed, and issuing it once. */
@Global()
@Module({
  controllers: [NameController],
  providers: [Certificates, Snapshots],
  exports: [Certificates],
})
export class IssuingModule {}
