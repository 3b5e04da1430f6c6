import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { SignInFirst } from '../../web/errors/outcomes';
import type { Page } from '../../web/views/page';
import { keepFields } from './destination';
import { SignInPages } from './sign-in-pages.service';

/** Nobody is signed in: a page leads to signing in and back, a form is kept while its writer signs in again. */
@Catch(SignInFirst)
@Injectable()
export class SignInFirstFilter implements ExceptionFilter {
  constructor(private readonly pages: SignInPages) {}

  catch(_error: SignInFirst, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    if (request.get('x-requested-with') === 'fetch') {
      const page = response.locals['page'] as Page;
      response.status(401).json({ message: page.say('people.sign-in.interrupted') });
    } else if (request.method === 'POST') {
      const page = this.pages.page({ next: request.path, kept: keepFields(request.body), interrupted: true });
      response.status(401).render('people/sign-in', page);
    } else {
      response.redirect(303, `/sign-in?next=${encodeURIComponent(request.path)}`);
    }
  }
}
