import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';

type Node = hbs.AST.Node;

/** The Handlebars files below views, by their path without `.hbs`; a test can plant a fault in a copy. */
export class Templates {
  private readonly trees = new Map<string, hbs.AST.Program>();

  private constructor(private readonly texts: ReadonlyMap<string, string>) {}

  static read(folder: string): Templates {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.hbs'));
    return new Templates(
      new Map(files.map((file) => [file.replaceAll('\\', '/').replace(/\.hbs$/, ''), readFileSync(join(folder, file), 'utf8')])),
    );
  }

  with(name: string, text: string): Templates {
    return new Templates(new Map([...this.texts, [name, text]]));
  }

  get names(): string[] {
    return [...this.texts.keys()].sort();
  }

  /** Those that are a page of their own: neither a layout, nor a partial, nor a piece private to a feature. */
  get pages(): string[] {
    return this.names.filter((name) => !isPiece(name) && !name.startsWith('layouts/'));
  }

  text(name: string): string {
    return this.texts.get(name)!;
  }

  tree(name: string): hbs.AST.Program {
    let tree = this.trees.get(name);
    if (!tree) this.trees.set(name, (tree = Handlebars.parse(this.text(name))));
    return tree;
  }

  /** Everything in a template, in the order in which it stands there. */
  *nodes(name: string): Generator<Node> {
    yield* below(this.tree(name));
  }

  /** Every use of a helper: what it is given by place. */
  *calls(name: string, helper: string): Generator<hbs.AST.MustacheStatement | hbs.AST.SubExpression> {
    for (const node of this.nodes(name)) {
      if (node.type !== 'MustacheStatement' && node.type !== 'SubExpression') continue;
      const call = node as hbs.AST.MustacheStatement;
      if ((call.path as hbs.AST.PathExpression).original === helper && call.params.length) yield call;
    }
  }

  /** The text that stands in the template itself, with a mark where something is filled in. */
  fixedText(name: string): string {
    return fixed(this.tree(name));
  }
}

export const FILLED = '\ufffc';

/** Partials, pieces `_like-this` and the `parts/` of a page, which only other templates print. */
export const isPiece = (name: string): boolean => name.startsWith('partials/') || /(^|\/)(_|parts\/)/.test(name);

/** The name under which a template asks for it. */
export const pieceName = (name: string): string => name.replace(/^partials\//, '');

function* below(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of [value].flat() as unknown[]) {
      if (child && typeof child === 'object' && 'type' in child && typeof child.type === 'string') yield* below(child as Node);
    }
  }
}

function fixed(program: hbs.AST.Program | undefined): string {
  const parts = (program?.body ?? []).map((node) => {
    if (node.type === 'ContentStatement') return (node as hbs.AST.ContentStatement).original;
    if (node.type === 'CommentStatement') return '';
    if (node.type !== 'BlockStatement' && node.type !== 'PartialBlockStatement') return FILLED;
    const block = node as hbs.AST.BlockStatement;
    return fixed(block.program) + fixed(block.inverse);
  });
  return parts.join('');
}
