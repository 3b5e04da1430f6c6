import autocannon from 'autocannon';

let wanted = '';
for await (const part of process.stdin) wanted += part;
process.stdout.write(JSON.stringify(await autocannon(JSON.parse(wanted))));
