import { Injectable } from '@nestjs/common';
import { isId } from '../../kernel/identifier';
import type { Permission } from '../../web/permissions/permission';
import type { Viewer } from '../../web/requests/viewer';
import { Kept } from './kept.service';

/** What a form about a kept certificate is about: it may have been thrown away by the form before it. */
export interface KeptPlace {
  id: string;
  personId: string;
}

/** A place among one's own, by its id in the address as `:kept`; whose it is, is asked again when something is done to it. */
@Injectable()
export class OwnKept implements Permission {
  constructor(private readonly kept: Kept) {}

  async subject(viewer: Viewer | null, { kept: id }: Record<string, string>): Promise<KeptPlace | null> {
    if (!viewer || !isId(id)) return null;
    return { id, personId: viewer.id };
  }

  /** For whoever needs the thing itself. */
  one({ id, personId }: KeptPlace) {
    return this.kept.one(id, personId);
  }
}
