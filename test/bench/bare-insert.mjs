// Durable inserts through the bare driver: one connection, our pragmas, one statement after the other, each its own commit.
import sqlite3 from 'sqlite3';

const [, , file, seconds] = process.argv;
const database = new sqlite3.Database(file);
const exec = (sql) => new Promise((done, failed) => database.exec(sql, (error) => (error ? failed(error) : done())));
await exec(
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; CREATE TABLE answers (id INTEGER PRIMARY KEY, attempt TEXT, question TEXT, given TEXT, savedAt TEXT)',
);
const insert = database.prepare('INSERT INTO answers (attempt, question, given, savedAt) VALUES (?, ?, ?, ?)');
const waits = [];
const end = performance.now() + Number(seconds) * 1000;
while (performance.now() < end) {
  const began = performance.now();
  await new Promise((done, failed) =>
    insert.run('01900000-0000-7000-8000-000000000000', 'q1', '{"type":"single","option":"a"}', '2027-01-01 00:00:00.000', (error) =>
      error ? failed(error) : done(),
    ),
  );
  waits.push(performance.now() - began);
}
waits.sort((a, b) => a - b);
process.stdout.write(JSON.stringify({ rate: waits.length / Number(seconds), p99: waits[Math.floor(waits.length * 0.99)] }));
