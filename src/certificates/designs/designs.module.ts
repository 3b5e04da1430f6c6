import { Global, Module } from '@nestjs/common';
import { Designs } from './designs.service';

/** How the certificates of chapters look. */
@Global()
@Module({
  providers: [Designs],
  exports: [Designs],
})
export class DesignsModule {}
