/** The border to the yaml library: the one file that imports it. Files become small trees that remember their lines, and trees become files. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, Document, visit, type ParsedNode } from 'yaml';

/** A piece of a file. A scalar keeps both its value and the very characters that stand for it, so that 1.0 can be a text. */
export type Branch =
  | { kind: 'map'; line: number; entries: Map<string, Branch> }
  | { kind: 'list'; line: number; items: Branch[] }
  | { kind: 'scalar'; line: number; value: string | number | boolean | null; source: string };

export interface YamlFault {
  line: number;
  duplicate: boolean;
  message: string;
}

/** What is written; maps keep their order. */
export type Tree = string | number | boolean | null | Tree[] | Map<string, Tree>;

const MOST_FAULTS = 20;
const TOO_DEEP = 'nested too deeply';

/** Reads YAML 1.2. Lines are counted from the given one. Anchors and tags are refused: a file says what it says where it says it. */
export function readYaml(text: string, firstLine = 1): { root: Branch | null; faults: YamlFault[] } {
  const lines = new LineCounter();
  const lineAt = (offset: number) => firstLine + Math.max(lines.linePos(offset).line - 1, 0);
  const document = parsed(text, lines);
  if (!document) return { root: null, faults: [{ line: firstLine, duplicate: false, message: TOO_DEEP }] };
  const faults = [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
    line: lineAt(pos[0]),
    duplicate: code === 'DUPLICATE_KEY',
    message: /call stack/.test(message) ? TOO_DEEP : message,
  }));
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node) || node.anchor)
        faults.push({ line: lineAt(node.range![0]), duplicate: false, message: 'no anchors or aliases here' });
    },
  });
  return {
    root: faults.length || !document.contents ? null : branch(document.contents, lineAt),
    faults: firstPerLine(faults).slice(0, MOST_FAULTS),
  };
}

/** One slip often makes several complaints; the first is about the slip. */
function firstPerLine(faults: readonly YamlFault[]): YamlFault[] {
  const seen = new Set<number>();
  return faults.filter(({ line }) => !seen.has(line) && seen.add(line));
}

function parsed(text: string, lineCounter: LineCounter): Document.Parsed | null {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true, version: '1.2', schema: 'core' });
  } catch {
    return null; // the stack ends before thousands of brackets do
  }
}

function branch(node: ParsedNode, lineAt: (offset: number) => number): Branch {
  const line = lineAt(node.range[0]);
  if (isMap<ParsedNode, ParsedNode | null>(node)) {
    const entries = node.items.map(({ key, value }) => [keyOf(key), value ? branch(value, lineAt) : empty(lineAt(key.range[0]))] as const);
    return { kind: 'map', line: node.items[0] ? lineAt(node.items[0].key.range[0]) : line, entries: new Map(entries) };
  }
  if (isSeq<ParsedNode>(node)) return { kind: 'list', line, items: node.items.map((item) => branch(item, lineAt)) };
  const value = isScalar(node) ? (node.value as string | number | boolean | null) : null;
  return { kind: 'scalar', line, value, source: isScalar(node) ? (node.source ?? String(value ?? '')) : '' };
}

const keyOf = (key: ParsedNode): string => (isScalar(key) ? String(key.value) : '');
const empty = (line: number): Branch => ({ kind: 'scalar', line, value: null, source: '' });

/** Writes YAML that reads back as the same tree: nothing folded, a text with line breaks as a block, lists of keys on one line. */
export function writeYaml(tree: Map<string, Tree>): string {
  if (tree.size === 0) return '';
  const document = new Document(tree);
  visit(document, {
    Seq: (_, list) => {
      list.flow = list.items.every((item) => isScalar(item) && !/[^a-z0-9-]/.test(String(item.value)));
    },
    Scalar: (_, scalar) => {
      if (/^\s|\s$/.test(String(scalar.value))) scalar.type = 'QUOTE_DOUBLE'; // a block does not keep blanks at its ends
    },
  });
  return document.toString({ lineWidth: 0, singleQuote: true, blockQuote: 'literal', flowCollectionPadding: false });
}
