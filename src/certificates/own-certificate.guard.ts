import { Injectable } from '@nestjs/common';
import { isId } from '../kernel/identifier';
import type { Permission } from '../web/permissions/permission';
import type { Viewer } from '../web/requests/viewer';
import type { Certificate } from './certificate.entity';
import { Certificates } from './issuing/certificates.service';

/** A certificate of one's own, by its id in the address as `:certificate`. */
@Injectable()
export class OwnCertificate implements Permission {
  constructor(private readonly certificates: Certificates) {}

  async subject(viewer: Viewer | null, { certificate }: Record<string, string>): Promise<Certificate | null> {
    return viewer && isId(certificate) ? this.certificates.one(certificate, viewer.id) : null;
  }
}
