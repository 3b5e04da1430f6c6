import { Global, Module } from '@nestjs/common';
import { Outlines } from './outlines.service';

@Global()
@Module({ providers: [Outlines], exports: [Outlines] })
export class ModulesModule {}
