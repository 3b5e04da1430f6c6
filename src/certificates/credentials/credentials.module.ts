import { Global, Module } from '@nestjs/common';
import { Achievements } from './achievements.service';
import { Checking } from './checking.service';
import { Credentials } from './credentials.service';
import { Issuer } from './issuer.service';
import { IssuerKeys } from './issuer-keys.service';
import { KeySecret } from './key-secret.service';
import { Proofs } from './proofs.service';
import { Signing } from './signing.service';
import { StatusLists } from './status-lists.service';

@Global()
@Module({
  providers: [Achievements, Checking, Credentials, Issuer, IssuerKeys, KeySecret, Proofs, Signing, StatusLists],
  exports: [Credentials],
})
export class CredentialsModule {}
