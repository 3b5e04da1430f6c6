import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import { DemoPeople } from './demo-people.service';
import { signInPage } from './sign-in.view';

/** The sign-in page with what this site offers on it: the people of the demo, another site to sign in at. */
@Injectable()
export class SignInPages {
  constructor(
    private readonly demo: DemoPeople,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  page(given: Omit<Parameters<typeof signInPage>[0], 'demoPeople' | 'provider'>) {
    return signInPage({ ...given, demoPeople: this.demo.list, provider: this.settings.singleSignOn?.label ?? null });
  }
}
