import { Controller, Get, Render } from '@nestjs/common';
import { Allow } from '../../web/permissions/permission';
import { Anyone } from '../../web/permissions/who.guard';
import { Issuer } from './issuer.service';
import { issuerPage } from './issuer.view';
import { IssuerKeys } from './issuer-keys.service';

/** Who signs here, with which keys, and how to check it without believing us. */
@Controller('issuer')
export class IssuerController {
  constructor(
    private readonly issuer: Issuer,
    private readonly keys: IssuerKeys,
  ) {}

  @Get()
  @Allow(Anyone)
  @Render('certificates/issuer')
  async who() {
    const { did } = this.issuer;
    return issuerPage(did, this.issuer.siteOf(did), await this.keys.of(did));
  }
}
