// For test/run.mjs: one line for each suite as it ends, everything about what failed, whatever a suite has printed, and at the end the counts and what failed.
// Suites that run together (test/support/together.ts) stand under their own names.
const { writeFileSync } = require('node:fs');
const { relative } = require('node:path');

const LABEL = (process.env.RUN_LABEL ?? '').padEnd(8);
const SUITE = /\.spec\.ts$/;

class Count {
  passed = 0;
  failed = 0;
  skipped = 0;
  messages = [];

  add({ status, fullName, failureMessages }) {
    if (status === 'passed') this.passed++;
    else if (status !== 'failed') this.skipped++;
    else {
      this.failed++;
      this.messages.push(`● ${fullName}`, ...failureMessages);
    }
  }

  line(name, milliseconds) {
    const { passed, failed, skipped } = this;
    const counts = [`${passed} passed`, failed && `${failed} failed`, skipped && `${skipped} skipped`].filter(Boolean).join(', ');
    const short = name.replace(/^test\//, '').replace(SUITE, '');
    return `${LABEL} ${failed ? '✗' : '✓'} ${short.padEnd(40)} ${counts}  ${(milliseconds / 1000).toFixed(1)} s`;
  }
}

module.exports = class Reporter {
  total = new Count();
  fallen = [];
  suites = new Set();
  now = null;
  since = Date.now();

  onTestCaseResult(test, result) {
    const [first] = result.ancestorTitles;
    const suite = SUITE.test(first ?? '') ? first : relative(process.cwd(), test.path);
    if (this.now?.suite !== suite) {
      this.end();
      this.now = { suite, count: new Count() };
      this.suites.add(suite);
    }
    this.now.count.add(result);
    this.total.add(result);
  }

  onTestResult(_test, { console: said, numFailingTests, testExecError, failureMessage }) {
    this.end();
    for (const { message } of said ?? []) process.stdout.write(`${message}\n`);
    if (numFailingTests || !(testExecError || failureMessage)) return;
    this.total.failed++;
    this.fallen.push(`${LABEL} ✗ ${failureMessage ?? testExecError.message}`);
    process.stdout.write(`${this.fallen.at(-1)}\n`);
  }

  onRunComplete() {
    const { passed, failed, skipped } = this.total;
    if (process.env.RUN_COUNTS)
      writeFileSync(process.env.RUN_COUNTS, JSON.stringify({ passed, failed, skipped, suites: this.suites.size, fallen: this.fallen }));
  }

  getLastError() {}

  end() {
    if (!this.now) return;
    const { suite, count } = this.now;
    const said = [count.line(suite, Date.now() - this.since), ...count.messages].join('\n');
    if (count.failed) this.fallen.push(said);
    process.stdout.write(`${said}\n`);
    this.now = null;
    this.since = Date.now();
  }
};
