import { Global, Module } from '@nestjs/common';
import { LedgerQueries } from './ledger.queries';
import { Ledger } from './ledger.service';

@Global()
@Module({ providers: [Ledger, LedgerQueries], exports: [Ledger] })
export class ProgressModule {}
