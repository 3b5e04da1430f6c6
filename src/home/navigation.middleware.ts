import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Page } from '../web/views/page';
import type { Navigation } from './navigation.service';

/** Puts the main navigation on every page. */
export function navigation(menu: Navigation): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const page = response.locals['page'] as Page;
    menu.of(request.user ?? null).then(({ items, place }) => {
      page.place = place;
      page.navigation = items.map((item) => ({
        ...item,
        label: page.say(item.label),
        current: page.path === item.address || page.path.startsWith(`${item.address}/`),
      }));
      next();
    }, next);
  };
}
