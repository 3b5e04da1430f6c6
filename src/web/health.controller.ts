import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Database } from '../database/database.service';
import { Allow } from './permissions/permission';
import { Anyone } from './permissions/who.guard';

/** Whether this process can serve. */
@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get()
  @Allow(Anyone)
  async health(@Res() response: Response): Promise<void> {
    try {
      await this.database.ping();
      response.json({ status: 'ok' });
    } catch {
      response.status(503).json({ status: 'unavailable', reason: 'the database does not answer' });
    }
  }
}
