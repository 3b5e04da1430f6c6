import { Module } from '@nestjs/common';
import { DemoSeeder } from './demo.seeder';
import { Housekeeping } from './housekeeping.service';
import { LibrarySeeder } from './library.seeder';

@Module({ providers: [LibrarySeeder, DemoSeeder, Housekeeping] })
export class SeedingModule {}
