import { Global, Module } from '@nestjs/common';
import { Achievements } from './achievements.service';
import { AchievementsController } from './achievements.controller';
import { Checking } from './checking.service';
import { CredentialQueries } from './credentials.queries';
import { Credentials } from './credentials.service';
import { CredentialSweep } from './credential-sweep.service';
import { HolderController } from './holder.controller';
import { Issuer } from './issuer.service';
import { IssuerController } from './issuer.controller';
import { IssuerKeys } from './issuer-keys.service';
import { KeyChanges } from './key-changes.service';
import { KeySecret } from './key-secret.service';
import { Proofs } from './proofs.service';
import { PublishedController } from './published.controller';
import { Signing } from './signing.service';
import { SigningAnew } from './signing-anew.service';
import { StatusLists } from './status-lists.service';
import { Tokens } from './tokens.service';

const SIGNING = [Achievements, IssuerKeys, KeySecret, Issuer, KeyChanges, Signing, SigningAnew, StatusLists, CredentialQueries];
const CHECKING = [Checking, Proofs, Tokens];

@Global()
@Module({
  controllers: [PublishedController, AchievementsController, IssuerController, HolderController],
  providers: [...SIGNING, ...CHECKING, Credentials, CredentialSweep],
  exports: [Credentials],
})
export class CredentialsModule {}
