// The same HTML from a string, compressed by the same middleware, and nothing else.
import compression from 'compression';
import express from 'express';

let html = '';
for await (const part of process.stdin) html += part;
const app = express();
app.set('etag', false);
app.use(compression({ threshold: 512 }));
app.get('/health', (_request, response) => response.json({ status: 'ok' }));
app.get('/', (_request, response) => response.type('html').send(html));
app.listen(Number(process.env.PORT), '127.0.0.1');
