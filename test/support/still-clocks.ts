import { SittingClock } from '../../src/simulations/setting/sitting-clock.service';
import { TableClock } from '../../src/simulations/together/table-clock.service';
import type { TestApp } from './app';

/** The clocks of tables stand still from now on, so that they ask nothing while somebody counts what is asked. */
export function stopClocks({ app }: TestApp): void {
  for (const clock of [TableClock, SittingClock]) app.get(clock, { strict: false }).onModuleDestroy();
}
