import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { SETTINGS } from '../configuration/configuration.module';
import type { Settings } from '../configuration/environment';
import { Phrases } from './phrases';

@Global()
@Module({
  providers: [
    {
      provide: Phrases,
      inject: [SETTINGS],
      useFactory: ({ reload }: Settings) => Phrases.read(join(__dirname, '../../views/translations'), reload),
    },
  ],
  exports: [Phrases],
})
export class LanguagesModule {}
