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
  private known: Route[] = [];
  /** The paths of pages, in parts. */
  private pages: string[][] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    this.known = this.read();
    this.pages = this.known.filter(({ method }) => method === 'GET').map(({ path }) => partsOf(path));
    const open = this.known.filter(({ permission }) => !permission);
    if (open.length) throw new Error(`Routes without a permission line: ${open.map(({ handler }) => handler).join(', ')}`);
  }

  routes(): readonly Route[] {
    return this.known;
  }

  /** The page at an address, or the nearest one above it: where the form stands that is posted there. Null when only the first page is left. */
  pageOf(address: string): string | null {
    for (let parts = partsOf(address); parts.length; parts = parts.slice(0, -1)) {
      if (this.pages.some((page) => fits(page, parts))) return `/${parts.join('/')}`;
    }
    return null;
  }

  private read(): Route[] {
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
  return `/${partsOf(parts.join('/')).join('/')}`;
}

const partsOf = (path: string): string[] => path.split('/').filter(Boolean);

function fits(pattern: string[], parts: string[]): boolean {
  return pattern.length === parts.length && pattern.every((one, i) => one.startsWith(':') || one === parts[i]);
}
