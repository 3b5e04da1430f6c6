import { Injectable, type OnModuleInit, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { type Permission, PERMISSION } from './permission';

export interface Route {
  method: string;
  path: string;
  handler: string;
  permission: Type<Permission> | null;
}

/** Reads every route with its permission line at start, and refuses to start when one has none. */
@Injectable()
export class PermissionLines implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const open = this.routes().filter(({ permission }) => !permission);
    if (open.length) throw new Error(`Routes without a permission line: ${open.map(({ handler }) => handler).join(', ')}`);
  }

  routes(): Route[] {
    return this.discovery.getControllers().flatMap(({ metatype, instance }) => {
      const prototype = Object.getPrototypeOf(instance) as object;
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => this.route(metatype as Type, prototype, name));
    });
  }

  private route(controller: Type, prototype: object, name: string): Route[] {
    const handler = (prototype as Record<string, object>)[name]!;
    const path = Reflect.getMetadata(PATH_METADATA, handler) as string | undefined;
    if (path === undefined) return [];
    const base = Reflect.getMetadata(PATH_METADATA, controller) as string | string[];
    const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number]!;
    const permission = (Reflect.getMetadata(PERMISSION, handler) as Type<Permission> | undefined) ?? null;
    return [base].flat().map((prefix) => ({ method, path: joined(prefix, path), handler: `${controller.name}.${name}`, permission }));
  }
}

function joined(...parts: string[]): string {
  return `/${parts.join('/').split('/').filter(Boolean).join('/')}`;
}
