import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Settings } from './environment';

/** Injection token of the settings. */
export const SETTINGS = Symbol('settings');

@Global()
@Module({})
export class ConfigurationModule {
  static with(settings: Settings): DynamicModule {
    return { module: ConfigurationModule, providers: [{ provide: SETTINGS, useValue: settings }], exports: [SETTINGS] };
  }
}
