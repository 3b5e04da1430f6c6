import type { Request } from 'express';

/** How an answer may be packed: the smaller way, whatever the browser names first; false where it takes none. */
export function encodingFor(request: Request): 'br' | 'gzip' | false {
  return (request.acceptsEncodings('br') || request.acceptsEncodings('gzip')) as 'br' | 'gzip' | false;
}
