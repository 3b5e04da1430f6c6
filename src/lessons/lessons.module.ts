import { Global, Module } from '@nestjs/common';
import { LessonController } from './lesson.controller';
import { OwnLesson } from './lesson.guard';
import { LessonTexts } from './lesson-text.service';
import { Lessons } from './lessons.service';

@Global()
@Module({ controllers: [LessonController], providers: [OwnLesson, Lessons, LessonTexts], exports: [Lessons] })
export class LessonsModule {}
