import { WindowClock } from '../../src/simulations/hours/window-clock.service';
import { HumClock } from '../../src/simulations/hums/hum-clock.service';
import { SeatLetterClock } from '../../src/simulations/setting/seat-letter-clock.service';
import { SittingClock } from '../../src/simulations/setting/sitting-clock.service';
import { TableClock } from '../../src/simulations/together/table-clock.service';
import type { TestApp } from './app';

/** The clocks of tables stand still from now on, so that they ask nothing while somebody counts what is asked. */
export function stopClocks({ app }: TestApp): void {
  for (const clock of [TableClock, SittingClock, HumClock, WindowClock, SeatLetterClock])
    app.get(clock, { strict: false }).onModuleDestroy();
}
