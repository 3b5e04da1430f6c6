import { Injectable } from '@nestjs/common';
import { isId } from '../../kernel/identifier';
import type { Permission } from '../../web/permissions/permission';
import type { Viewer } from '../../web/requests/viewer';
import { type CardRow, RecallQueries } from './recall.queries';

/** One's own card, by its id in the address as `:card`. */
@Injectable()
export class OwnCard implements Permission {
  constructor(private readonly queries: RecallQueries) {}

  async subject(viewer: Viewer | null, { card: id }: Record<string, string>): Promise<CardRow | null> {
    return viewer && isId(id) ? this.queries.one(viewer.id, id) : null;
  }
}
