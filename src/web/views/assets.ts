import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { NextFunction, Request, Response } from 'express';
import { encodingFor } from './encoding';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

interface Asset {
  address: string;
  type: string;
  etag: string;
  plain: Buffer;
  /** Compressed when the first browser asks: packing all of them as small as they get would take longer than anything else at the start. */
  br: () => Promise<Buffer>;
  gzip: () => Promise<Buffer>;
}

/** Styles, scripts and pictures, read once at start, compressed once, and served from memory under names that change with their content. */
export class Assets {
  private byName = new Map<string, Asset>();
  private byAddress = new Map<string, Asset>();

  constructor(
    private readonly folder: string,
    private readonly reload: boolean,
  ) {
    this.load();
  }

  /** The address of an asset by its plain name, such as `style.css`. */
  address = (name: string): string => {
    const asset = this.byName.get(name);
    if (!asset) throw new Error(`There is no asset ${name}`);
    return asset.address;
  };

  middleware = (request: Request, response: Response, next: NextFunction): void => {
    if (this.reload) this.load();
    const asset = this.byAddress.get(request.path);
    if (!asset || request.method === 'POST') return next();
    response.setHeader('cache-control', 'public, max-age=31536000, immutable');
    response.setHeader('vary', 'accept-encoding');
    response.setHeader('etag', asset.etag);
    response.setHeader('content-type', asset.type);
    if (request.get('if-none-match') === asset.etag) return void response.status(304).end();
    const encoding = encodingFor(request);
    const packed = encoding ? asset[encoding]() : Promise.resolve(asset.plain);
    packed.then((body) => {
      if (encoding) response.setHeader('content-encoding', encoding);
      response.setHeader('content-length', body.length);
      response.end(request.method === 'HEAD' ? undefined : body);
    }, next);
  };

  private load(): void {
    const files = readdirSync(this.folder, { recursive: true, encoding: 'utf8' }).filter((file) => TYPES[extname(file)]);
    const read = (file: string) => readFileSync(join(this.folder, file));
    const everywhere = files.filter((file) => file.endsWith('.css') && !isOfFewPages(file)).sort();
    const named = new Map<string, Buffer>([['style.css', Buffer.concat(everywhere.map(read))]]);
    for (const file of files) if (!everywhere.includes(file)) named.set(file.split(/[\\/]/).at(-1)!, read(file));
    this.byName = new Map([...named].map(([name, content]) => [name, asset(name, content)]));
    this.byAddress = new Map([...this.byName.values()].map((one) => [one.address, one]));
  }
}

/** Styles in `style/pages` are for a few pages, which ask for them by name; all others are one sheet for every page. */
const isOfFewPages = (file: string) => /[\\/]pages[\\/]/.test(file);

function asset(name: string, plain: Buffer): Asset {
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 10);
  const extension = extname(name);
  return {
    address: `/assets/${name.slice(0, -extension.length)}-${hash}${extension}`,
    type: TYPES[extension]!,
    etag: `"${hash}"`,
    plain,
    br: once(() => promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })),
    gzip: once(() => promisify(gzip)(plain, { level: 9 })),
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}
