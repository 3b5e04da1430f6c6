import { Module } from '@nestjs/common';
import { PublicChaptersController } from './chapters/public-chapters.controller';
import { HomeController } from './home.controller';
import { MyLearning } from './my-learning.service';
import { Navigation } from './navigation.service';
import { Start } from './start.service';

@Module({ controllers: [HomeController, PublicChaptersController], providers: [Navigation, MyLearning, Start], exports: [Navigation] })
export class HomeModule {}
