import { Injectable } from '@nestjs/common';
import type { DemoPerson } from './sign-in.view';

/** Whom the sign-in page of the demo offers; empty everywhere else. */
@Injectable()
export class DemoPeople {
  list: DemoPerson[] = [];
}
