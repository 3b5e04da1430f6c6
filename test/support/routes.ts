import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import { RENDER_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { DiscoveryService } from '@nestjs/core';
import { FormPipe } from '../../src/web/forms/form.pipe';
import { PermissionLines } from '../../src/web/permissions/permission-lines.service';
import type { TestApp } from './app';

/** A route as it is declared, with what it asks of whoever comes. */
export interface Declared {
  method: string;
  path: string;
  handler: string;
  permission: string | null;
  /** The form class that its body is read into. */
  form: Type<object> | null;
  template: string | null;
}

const BODY = '3:'; // how Nest numbers a body among the arguments of a handler

/** Every route of the running app. */
export function routesOf({ app }: TestApp): Declared[] {
  const controllers = app.get(DiscoveryService, { strict: false }).getControllers();
  const lines = app.get(PermissionLines, { strict: false }).routes();
  return lines.map(({ method, path, handler, permission }) => {
    const [name, action] = handler.split('.') as [string, string];
    const controller = controllers.find(({ metatype }) => metatype?.name === name)!.metatype as Type;
    const given = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, action) ?? {}) as Record<string, { pipes?: unknown[] }>;
    const body = Object.entries(given).find(([key]) => key.startsWith(BODY))?.[1];
    const pipe = body?.pipes?.find((one): one is FormPipe<object> => one instanceof FormPipe) as unknown as
      { form: Type<object> } | undefined;
    const template = Reflect.getMetadata(RENDER_METADATA, (controller.prototype as Record<string, object>)[action]!) as string | undefined;
    return { method, path, handler, permission: permission?.name ?? null, form: pipe?.form ?? null, template: template ?? null };
  });
}

/** The fields that a form class takes. */
export const fieldsOfForm = (form: Type<object>): string[] => Object.keys(new form());
