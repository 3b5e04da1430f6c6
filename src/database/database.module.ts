import { Module, type DynamicModule } from '@nestjs/common';
import type { DatabaseOptions } from './database.options';
import { Database } from './database.service';
import { openDatabase } from './open-database';
import { Outcomes } from './outcomes.service';

@Module({})
export class DatabaseModule {
  static on(options: DatabaseOptions): DynamicModule {
    const database = { provide: Database, useFactory: () => openDatabase(options) };
    return { module: DatabaseModule, global: true, providers: [database, Outcomes], exports: [Database, Outcomes] };
  }
}
