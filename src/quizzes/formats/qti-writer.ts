/** Writes a package of QTI 3.0: one item for each question, and the list of them. */
import { packed } from '../../content/folders/archive';
import { clean } from './clean';
import type { Imported } from './imported';
import { losing, type Loss } from './losses';
import { itemOf } from './qti-item-writer';
import { type Piece, writeXml } from './xml';

const CONTENT = 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1';
const METADATA = 'http://ltsc.ieee.org/xsd/LOM';

export function writeQti(questions: readonly Imported[]): { bytes: Uint8Array; losses: Loss[] } {
  const { losses, of } = losing();
  const files: Record<string, string> = {};
  const resources: Piece[] = [];
  questions.map(clean).forEach((question, at) => {
    const identifier = `item-${at + 1}`;
    const path = `items/${identifier}.xml`;
    files[path] = writeXml(itemOf(question, identifier, of(question)));
    resources.push([
      'resource',
      { identifier, type: 'imsqti_item_xmlv3p0', href: path },
      ...metadataOf(question),
      ['file', { href: path }],
    ]);
  });
  const manifest = writeXml([
    'manifest',
    { xmlns: CONTENT, identifier: 'questions' },
    ['metadata', {}, ['schema', {}, 'QTI Package'], ['schemaversion', {}, '3.0.0']],
    ['organizations', {}],
    ['resources', {}, ...resources],
  ]);
  return { bytes: packed({ 'imsmanifest.xml': manifest, ...files }), losses };
}

function metadataOf({ id, tags }: Imported): Piece[] {
  if (id === null && !tags.length) return [];
  const general: Piece[] = [
    ...(id === null ? [] : [['identifier', {}, ['entry', {}, id]] as Piece]),
    ...tags.map((tag): Piece => ['keyword', {}, ['string', {}, tag]]),
  ];
  return [['metadata', {}, ['lom', { xmlns: METADATA }, ['general', {}, ...general]]]];
}
