import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Page } from '../web/views/page';
import type { Navigation } from './navigation.service';

/** Puts the main navigation on every page. */
export function navigation(menu: Navigation): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const page = response.locals['page'] as Page;
    page.place = null;
    page.navigation = [];
    if (request.get('x-requested-with') === 'fetch') return next(); // a script has a page already
    menu.of(request.user ?? null).then(({ items, place }) => {
      page.place = place;
      page.navigation = items.map(({ address, icon, label, also }) => ({
        address,
        icon,
        label: page.say(label),
        current: [address, ...also].some((place) => page.path === place || page.path.startsWith(`${place}/`)),
      }));
      next();
    }, next);
  };
}
