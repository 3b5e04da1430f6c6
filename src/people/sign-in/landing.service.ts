import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { PermissionLines } from '../../web/permissions/permission-lines.service';
import { insideAddress } from './destination';
import type { Going } from './sign-in.service';
import { resendPage } from './sign-in.view';

/** Leads on to what this person comes for. */
export const HOME = '/';

/** Where somebody comes down who has just signed in: at what they were about to open, or at the form that was interrupted. */
@Injectable()
export class Landing {
  constructor(private readonly lines: PermissionLines) {}

  land(response: Response, { next, kept }: Going): void {
    const inside = insideAddress(next);
    if (inside && kept)
      return response.status(200).render('people/resend', resendPage(inside, kept, this.lines.pageOf(inside.split('?')[0]!) ?? HOME));
    response.redirect(303, inside ?? HOME);
  }
}
