import { Global, Module } from '@nestjs/common';
import { Content } from './content.service';

@Global()
@Module({ providers: [Content], exports: [Content] })
export class ContentModule {}
