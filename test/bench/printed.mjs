// What `npm run bench` says about what it has measured.

export function print(results, { firstByteFresh, filled, firstByte, idle, busy }) {
  const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
  const rate = (name) => median(results.get(name).map((one) => one.rate));
  const besides = (name) => median(results.get(name).map((one) => one.rate / one.beside));
  const rows = [...results].map(([name, list]) => {
    const against = name === 'save an answer' || name === 'bare insert' ? 'bare insert' : 'bare page';
    const ratio = name === against ? '1.00' : besides(name).toFixed(2);
    return [name, rate(name).toFixed(0), median(list.map((one) => one.p99)).toFixed(1), ratio, against];
  });
  const table = [['', 'per second', 'p99 ms', 'ratio', 'to'], ...rows];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  for (const row of table)
    process.stdout.write(`${row.map((cell, i) => (i === 0 || i === 4 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('   ')}\n`);
  process.stdout.write(`\nlesson: ${besides('lesson').toFixed(2)} of a bare page (goal 0.40)\n`);
  process.stdout.write(`saved answers: ${besides('save an answer').toFixed(2)} of bare durable inserts (goal 0.30)\n`);
  process.stdout.write(
    `start to first answer: ${firstByte.toFixed(0)} ms (goal 2000), ${firstByteFresh.toFixed(0)} ms with a new database to fill\n`,
  );
  process.stdout.write(`room: ${(besides('room') / besides('lesson')).toFixed(2)} of a lesson page\n`);
  process.stdout.write(`memory: ${idle} MB idle (goal 150), ${filled} MB after filling a new database, ${busy} MB after the load\n`);
}

export function printTables({ fold, insert, paces, turn }) {
  const ms = (value) => `${value.toFixed(1)} ms`;
  process.stdout.write(`\nfold: ${fold.events} events in ${ms(fold.ms)} (goal 50 ms)\n`);
  for (const { tables, perSecond, acknowledged, p50, p95 } of paces) {
    const where = tables === 1 ? 'one table' : `${tables} tables`;
    process.stdout.write(
      `append: ${perSecond} a second on ${where}, ${acknowledged} acknowledged, half within ${ms(p50)}, p95 ${ms(p95)} (goal 50 ms)\n`,
    );
  }
  process.stdout.write(`a bare durable insert: half within ${ms(insert.p50)}, p95 ${ms(insert.p95)}\n`);
  process.stdout.write(`a whole turn with scripts and chair: half within ${ms(turn.p50)}, p95 ${ms(turn.p95)}\n`);
}

export function printRobots(found) {
  const { tables, seats, seconds, sent, acknowledged, refused, errors, lost, twice, missed, announcements, announced, command } = found;
  const { fragment, looks, processor, kilobytesInNinetyMinutes, kinds, idle } = found;
  const one = (kind) =>
    kinds[kind] ? `${kinds[kind].times} of ${kinds[kind].asked} + ${kinds[kind].head} + ${kinds[kind].body} bytes` : 'none';
  process.stdout.write(
    `\nrobots: ${tables} tables with ${seats} people each for ${seconds} s, ${sent} forms sent, ${acknowledged} acknowledged, ${refused} refused by the rules, ` +
      `${errors} errors${found.firstError ? ` (${found.firstError})` : ''}\n  ${lost} lost, ${twice} twice, ${missed} of ${announcements + missed} announcements missed (goal 0)\n` +
      `  sent to announced: half within ${announced.p50} ms, p95 ${announced.p95} ms (goal 500 ms); a command: p50 ${command.p50} ms, p99 ${command.p99} ms (goal 500 ms)\n` +
      `  ${looks} looks at parts: p50 ${fragment.p50} ms, p99 ${fragment.p99} ms; the server's core was ${Math.round(processor * 100)} % busy; ` +
      `${kilobytesInNinetyMinutes} kB a person in 90 minutes, both ways (goal 1500)\n`,
  );
  process.stdout.write(
    `  over the wire, asked, heads and bodies of answers: pages ${one('page')}; parts ${one('parts')}; forms ${one('form')}; news ${one('line')}\n`,
  );
  if (idle) process.stdout.write(`  ${idle.streams} idle streams: ${idle.after - idle.before} MB more (goal 150 MB for 1000)\n`);
}

export function printGrowth({ from, to, pages }) {
  process.stdout.write('\n');
  for (const [name, { few, many, ratio }] of Object.entries(pages)) {
    process.stdout.write(
      `${name} of a chapter with ${to} enrolments: ${ratio.toFixed(2)} of one with ${from} (goal 1.50), ${many.toFixed(1)} ms beside ${few.toFixed(1)} ms\n`,
    );
  }
}

export function printQuizzes({ attempts, growth, bell, minute, kept }) {
  const names = { save: 'saving an answer', open: 'opening a question' };
  process.stdout.write('\n');
  for (const [name, { few, many, ratio }] of Object.entries(growth)) {
    process.stdout.write(
      `${names[name]} with ${attempts} attempts: ${ratio.toFixed(2)} of one with a few thousand (goal 1.30), ${many.toFixed(1)} ms beside ${few.toFixed(1)} ms\n`,
    );
  }
  for (const [what, { sent, acknowledged, p50, p99 }] of [
    ['within one second', bell],
    ['within one minute', minute],
  ]) {
    process.stdout.write(
      `handing in ${what}: ${sent} people, ${acknowledged} acknowledged, half within ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms\n`,
    );
  }
  process.stdout.write(`handed in and graded in the database afterwards: ${kept} of ${bell.sent + minute.sent}\n`);
}

export function printStatistics({ answers, attempts, ms, blocked, clock, again }) {
  const seconds = (ms / 1000).toFixed(1);
  process.stdout.write(
    `\nstatistics over ${answers} answers in ${attempts} attempts: ${seconds} s; nobody waits longer than ${blocked.toFixed(0)} ms for it (goal 50), ${clock.toFixed(0)} ms by the clock with all that the machine did beside; asked again ${again.ms.toFixed(0)} ms\n`,
  );
}

export function printImports({ questions, bytes, read, taken, again, beside }) {
  const each = (ms) => `${(ms / 1000).toFixed(2)} s, ${(ms / questions).toFixed(2)} ms each`;
  process.stdout.write(`\nimport of ${questions} questions in GIFT (${Math.round(bytes / 1000)} kB): `);
  process.stdout.write(
    `read and checked ${each(read.ms)}; taken in ${each(taken.ms)}; read and held against them again ${each(again.ms)}\n`,
  );
  process.stdout.write(
    `as many bare inserts of as much text: ${each(beside.together)} in one transaction; ${each(beside.durable)} one by one, each durable\n`,
  );
  process.stdout.write(`longest stretch of it: ${[read, taken, again].map(({ blocked }) => `${blocked.toFixed(0)} ms`).join(', ')}\n`);
}

export function printCredentials({ rounds, issue, check }) {
  process.stdout.write('\n');
  for (const [what, { p50, p95, p99, cpu }, goal] of [
    ['signing and storing a certificate', issue, 15],
    ['checking one with its status list', check, 20],
  ]) {
    const figures = `p95 ${p95.toFixed(1)} ms (goal ${goal}), half within ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${cpu.toFixed(1)} ms of processor`;
    process.stdout.write(`${what}: ${figures}, ${rounds} in a row on one core\n`);
  }
}

export function printBatch({ people, certificates, issued, whole, bytes, memory, sheet }) {
  const seconds = (ms) => (ms / 1000).toFixed(1);
  process.stdout.write(
    `\na cohort of ${people}: ${certificates} certificates issued in ${seconds(issued)} s, with all of them printed ${seconds(whole)} s (goal 120), ${(bytes / certificates / 1000).toFixed(0)} kB each\n`,
  );
  process.stdout.write(
    `printing one: the first ${sheet.first.toFixed(0)} ms, then half within ${sheet.p50.toFixed(1)} ms, p95 ${sheet.p95.toFixed(1)} ms (goal 60); memory at most ${memory.press.toFixed(0)} MB for the press, ${memory.own.toFixed(0)} MB beside it\n`,
  );
}
