// For test/run.mjs: one line for each suite as it ends, everything about what failed, whatever a suite has printed, and at the end the counts.
const { writeFileSync } = require('node:fs');
const { relative } = require('node:path');

const LABEL = (process.env.RUN_LABEL ?? '').padEnd(8);

module.exports = class Reporter {
  onTestResult(test, result) {
    const { numPassingTests: passed, numFailingTests: failed, numPendingTests: skipped, numTodoTests: todo } = result;
    const crashed = Boolean(result.testExecError);
    const seconds = ((result.perfStats.end - result.perfStats.start) / 1000).toFixed(1);
    const counts = [
      `${passed} passed`,
      failed && `${failed} failed`,
      skipped + todo && `${skipped + todo} skipped`,
      crashed && 'crashed',
    ].filter(Boolean);
    const name = relative(process.cwd(), test.path)
      .replace(/^test\//, '')
      .replace(/\.spec\.ts$/, '');
    const lines = [`${LABEL} ${failed || crashed ? '✗' : '✓'} ${name.padEnd(40)} ${counts.join(', ')}  ${seconds} s`];
    for (const { message } of result.console ?? []) lines.push(message);
    if (result.failureMessage) lines.push(result.failureMessage);
    process.stdout.write(`${lines.join('\n')}\n`);
  }

  onRunComplete(_contexts, { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
    const crashed = testResults.filter(
      ({ testExecError, failureMessage, numFailingTests }) => testExecError || (failureMessage && !numFailingTests),
    );
    const counts = {
      passed: numPassedTests,
      failed: numFailedTests + crashed.length,
      skipped: numPendingTests + numTodoTests,
      suites: testResults.length,
    };
    if (process.env.RUN_COUNTS) writeFileSync(process.env.RUN_COUNTS, JSON.stringify(counts));
  }

  getLastError() {}
};
