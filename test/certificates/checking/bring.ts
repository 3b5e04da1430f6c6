import { newId } from '../../../src/kernel/identifier';
import type { TestApp } from '../../support/app';
import { knock } from '../../support/knock';
import { type Answer, Page } from '../../support/page';
import type { Account } from '../../support/visitor';

/** Brings a file to a form, as a browser sends it. */
export async function bring(
  app: TestApp,
  bytes: Buffer | string,
  { name = 'certificate.json', address = '/verify', who = null as Account | null, fields = {} as Record<string, string> } = {},
): Promise<Answer> {
  const boundary = '----check-a-file';
  const plain = Object.entries({ form: newId(), ...fields }).map(
    ([field, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  const head = `${plain.join('')}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}`, 'sec-fetch-site': 'same-origin' };
  return knock(app, address, { method: 'POST', who, headers, body });
}

/** The page that answers a file. */
export async function answered(app: TestApp, bytes: Buffer | string, name?: string): Promise<Page> {
  const { text, status } = await bring(app, bytes, name ? { name } : {});
  return new Page(text, '/verify', status);
}
