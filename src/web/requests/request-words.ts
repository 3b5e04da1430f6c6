import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Language } from '../../kernel/language';
import type { Page } from '../views/page';
import type { Viewer } from './viewer';

declare global {
  namespace Express {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- passport's own name for the signed-in person
    interface User extends Viewer {}
    interface Request {
      /** Correlation number: in the log, on the page of a fault, in the header `x-request-id`. */
      id: string;
      arrivedAt: Date;
      subject?: object;
    }
  }
}

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<Request>();
const pageOf = (context: ExecutionContext) => context.switchToHttp().getResponse<Response>().locals['page'] as Page;

/** The signed-in person; only behind a permission that asks for one. */
export const CurrentViewer = createParamDecorator((_: unknown, context: ExecutionContext): Viewer => requestOf(context).user!);

/** The signed-in person or null. */
export const PerhapsViewer = createParamDecorator(
  (_: unknown, context: ExecutionContext): Viewer | null => requestOf(context).user ?? null,
);

/** What the route's permission found. */
export const Subject = createParamDecorator((_: unknown, context: ExecutionContext): object => requestOf(context).subject!);

/** The moment at which the request arrived. */
export const Now = createParamDecorator((_: unknown, context: ExecutionContext): Date => requestOf(context).arrivedAt);

export const InLanguage = createParamDecorator((_: unknown, context: ExecutionContext): Language => pageOf(context).language);
