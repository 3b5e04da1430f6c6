/** How a file leaves the house: a picture that we drew is shown, everything else is only saved; nothing in it runs. */
import { Format, FORMATS } from './file-kinds';
import { disposition } from './file-name';

export function fileHeaders({ format, name }: { format: Format; name: string }): Record<string, string> {
  const { kind, type } = FORMATS[format];
  return {
    'content-type': type,
    'content-disposition': disposition(kind === 'picture' ? 'inline' : 'attachment', name),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  };
}
