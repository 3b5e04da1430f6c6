import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Phrases } from './phrases';

@Global()
@Module({
  providers: [{ provide: Phrases, useFactory: () => Phrases.read(join(__dirname, '../../views/translations')) }],
  exports: [Phrases],
})
export class LanguagesModule {}
