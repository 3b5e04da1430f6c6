import { Global, Module } from '@nestjs/common';
import { Outlines } from './outlines.service';
import { Weights } from './weights.service';

@Global()
@Module({ providers: [Outlines, Weights], exports: [Outlines, Weights] })
export class ModulesModule {}
