import { Global, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AccountController } from './account/account.controller';
import { SessionsController } from './account/sessions.controller';
import { AddressLetters } from './email/address-letters.service';
import { Addresses } from './email/addresses.service';
import { ConfirmController } from './email/confirm.controller';
import { EmailController } from './email/email.controller';
import { OneTimeLinks } from './one-time-links.service';
import { Guessing } from './password/guessing.service';
import { Hashing } from './password/hashing.service';
import { OwnPassword } from './password/own-password.service';
import { PasswordController } from './password/password.controller';
import { Passwords } from './password/passwords.service';
import { ResetLetter } from './password/reset-letter.service';
import { Resets } from './password/resets.service';
import { People } from './people.service';
import { DemoPeople } from './sign-in/demo-people.service';
import { CodeController } from './second-factor/code.controller';
import { CodesOnPaper } from './second-factor/codes-on-paper.service';
import { RecoveryCodesController } from './second-factor/recovery-codes.controller';
import { Sealing } from './second-factor/sealing.service';
import { SecondFactorController } from './second-factor/second-factor.controller';
import { SecondFactors } from './second-factor/second-factors.service';
import { SecondStep } from './second-factor/second-step.service';
import { Passport } from './sign-in/passport.service';
import { Landing } from './sign-in/landing.service';
import { MailedLinksController } from './sign-in/mailed-links.controller';
import { MailedLinks } from './sign-in/mailed-links.service';
import { SignInLetter } from './sign-in/sign-in-letter.service';
import { SignInController } from './sign-in/sign-in.controller';
import { SignInPages } from './sign-in/sign-in-pages.service';
import { IdentitiesController } from './single-sign-on/identities.controller';
import { Identities } from './single-sign-on/identities.service';
import { Provider } from './single-sign-on/provider.service';
import { SingleSignOnController } from './single-sign-on/single-sign-on.controller';
import { SignInFirstFilter } from './sign-in/sign-in-first.filter';
import { SignIn } from './sign-in/sign-in.service';
import { Tries } from './sign-in/tries.service';
import { FirstSteward } from './stewards/first-steward.service';
import { StewardController } from './stewards/steward.controller';

@Global()
@Module({
  controllers: [
    SignInController,
    PasswordController,
    StewardController,
    AccountController,
    SessionsController,
    EmailController,
    ConfirmController,
    MailedLinksController,
    CodeController,
    SingleSignOnController,
    IdentitiesController,
    SecondFactorController,
    RecoveryCodesController,
  ],
  providers: [
    People,
    SignIn,
    Tries,
    DemoPeople,
    Passport,
    Hashing,
    Guessing,
    Passwords,
    OneTimeLinks,
    Resets,
    ResetLetter,
    OwnPassword,
    Addresses,
    AddressLetters,
    Landing,
    MailedLinks,
    SignInLetter,
    Sealing,
    SecondFactors,
    SecondStep,
    CodesOnPaper,
    SignInPages,
    Identities,
    Provider,
    FirstSteward,
    { provide: APP_FILTER, useClass: SignInFirstFilter },
  ],
  exports: [People, OwnPassword, Passport, SignIn, Tries, DemoPeople, Passwords, OneTimeLinks, FirstSteward, Addresses],
})
export class PeopleModule {}
