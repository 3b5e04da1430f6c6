import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { TooManyTries, UnreadableForm } from '../errors/outcomes';
import { boundaryOf, partsOf } from './multipart';
import { RoomForOne } from './strangers-room';

declare global {
  namespace Express {
    interface Request {
      /** What a file field held that a form of this address may have; empty files are none. */
      upload?: Uint8Array;
      /** What that file was called, also when it was empty. */
      uploadName?: string;
    }
  }
}

/** Forms are small: the longest thing anybody may type is a few thousand characters. */
export const LARGEST_FORM = 64 * 1024;
const MOST_FIELDS = 200;
/** How much more than fits is read and thrown away: a browser shows the answer only when it has sent everything. */
const PATIENCE = 16 * 1024 * 1024;
const FORM = /^application\/x-www-form-urlencoded\s*(?:;\s*charset="?utf-8"?\s*)?$/i;

/** Addresses whose forms may be longer than others, and may bring a file. */
export interface LargerForms {
  address: RegExp;
  bytes: number;
  fields: number;
  /** The field that may hold a file; its bytes are then in `request.upload`, and the form's own field is empty. */
  file?: string;
  /** The phrase that says what fits, for whoever sends more. */
  tooLong: string;
  /** Where also people who are not signed in bring long ones: the phrase that asks them to wait while too many do. */
  busy?: string;
}

const BUSY_SECONDS = 15;

/**
 * Reads `application/x-www-form-urlencoded` and nothing else; names are plain text, never paths into objects. Written out because what
 * Express offers for it would have to be looked through a second time: it takes broken bytes as they stand, and leaves out names in silence.
 */
export const formBody =
  (larger: readonly LargerForms[]): RequestHandler =>
  (request, response, next) =>
    readForm(
      request,
      response,
      larger.find(({ address }) => address.test(request.path)) ?? { bytes: LARGEST_FORM, fields: MOST_FIELDS, tooLong: null },
      next,
    );

type Limits = Pick<LargerForms, 'bytes' | 'fields' | 'file' | 'busy'> & { tooLong: string | null };

function readForm(request: Request, response: Response, { bytes, fields, file, tooLong, busy }: Limits, next: NextFunction): void {
  if (request.method !== 'POST') return next();
  const { headers } = request;
  const packed = (headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity';
  const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
  const type = headers['content-type'] ?? '';
  const boundary = file === undefined ? null : boundaryOf(type);
  if (packed || !hasBody || !(boundary || FORM.test(type))) return next(new UnreadableForm('type'));
  const parts: Buffer[] = [];
  let size = 0;
  const room = !request.user && busy !== undefined ? new RoomForOne() : null;
  let kept = request.user || room ? bytes : Math.min(bytes, LARGEST_FORM); // who is nobody yet may not fill the memory
  if (room) response.once('close', () => room.leave());
  const end = () => {
    request.removeAllListeners('data');
    request.removeListener('end', end);
    try {
      if (kept === 0) throw new TooManyTries(busy!, BUSY_SECONDS);
      const body = Buffer.concat(parts);
      if (size > kept && boundary) request.body = fieldsWithFile(request, body, boundary, file!, true); // what was written comes back
      if (size > bytes) throw new UnreadableForm('size', null, tooLong);
      if (size <= kept) request.body = boundary ? fieldsWithFile(request, body, boundary, file!) : fieldsIn(body.toString('utf8'), fields);
    } catch (error) {
      return next(error);
    }
    next();
  };
  request.on('data', (part: Buffer) => {
    size += part.length;
    if (room && size <= kept && !room.takes(part.length)) [kept, parts.length] = [0, 0];
    if (size <= kept) parts.push(part);
    if (size <= bytes + PATIENCE) return;
    response.setHeader('connection', 'close');
    end();
  });
  request.once('end', end);
}

/** The fields of a form with a file. Only the declared field holds one, and no field comes twice. */
function fieldsWithFile(request: Request, body: Buffer, boundary: string, fileField: string, cutOff = false): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const { name, file, bytes } of partsOf(body, boundary, cutOff) ?? []) {
    if (name === '__proto__' || (file !== null && name !== fileField)) throw new UnreadableForm('unknown-field', name);
    if (Object.hasOwn(fields, name)) throw new UnreadableForm('shape', name);
    fields[name] = file === null ? bytes.toString('utf8') : '';
    if (file !== null && bytes.length) request.upload = bytes;
    if (file) request.uploadName = file;
  }
  return fields;
}

/** The fields by their names; one that comes several times is a list. */
function fieldsIn(text: string, most: number): Record<string, string | string[]> {
  try {
    decodeURIComponent(text);
  } catch {
    throw new UnreadableForm('shape'); // bytes that are no text
  }
  const fields: Record<string, string | string[]> = {};
  let count = 0;
  for (const [name, value] of new URLSearchParams(text)) {
    if (++count > most) throw new UnreadableForm('size');
    if (name === '' || name === '__proto__') throw new UnreadableForm('unknown-field', name);
    fields[name] = Object.hasOwn(fields, name) ? [fields[name]!, value].flat() : value;
  }
  return fields;
}
