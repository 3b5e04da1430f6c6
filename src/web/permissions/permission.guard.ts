import { type CanActivate, type ExecutionContext, Injectable, type Type } from '@nestjs/common';
import { ModuleRef, Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { NotFound } from '../../kernel/not-found';
import { SignInFirst } from '../errors/outcomes';
import { EVEN_CLOSED, type Permission, PERMISSION } from './permission';

/** Asks the route's permission line before anything of the request's body is looked at. */
@Injectable()
export class PermissionGuard implements CanActivate {
  /** By handler: asking for metadata costs as much as a look into the database, and a handler's line never changes. */
  private readonly known = new Map<unknown, Permission>();

  constructor(
    private readonly reflector: Reflector,
    private readonly modules: ModuleRef,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const permission = this.permissionOf(context.getHandler() as () => void);
    const parameters = request.params as Record<string, string>;
    if (Object.values(parameters).some((value) => value.includes('\0'))) throw new NotFound(); // PostgreSQL keeps no such text
    const viewer = request.user ?? null;
    const subject = await permission.subject(viewer, parameters);
    if (!subject) throw viewer ? new NotFound() : new SignInFirst();
    if (request.method === 'POST' && !this.reflector.get<boolean>(EVEN_CLOSED, context.getHandler())) permission.closed?.(subject);
    request.subject = subject;
    return true;
  }

  private permissionOf(handler: () => void): Permission {
    const known = this.known.get(handler);
    if (known) return known;
    const line = this.reflector.get<Type<Permission> | undefined>(PERMISSION, handler);
    if (!line) throw new Error('A route without a permission line was reached');
    const permission = this.modules.get<Permission>(line, { strict: false });
    this.known.set(handler, permission);
    return permission;
  }
}
