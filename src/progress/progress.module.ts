import { Global, Module } from '@nestjs/common';
import { Ledger } from './ledger.service';

@Global()
@Module({ providers: [Ledger], exports: [Ledger] })
export class ProgressModule {}
