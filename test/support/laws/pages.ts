import ts from 'typescript';
import { type Sources } from './sources';
import { FILLED, isPiece, pieceName, type Templates } from './templates';

/** Markup that was made safe before it came here: the only places where it is printed as it is. */
export const MAY_PRINT_MARKUP = ['layouts/main', 'partials/markdown', 'partials/picture'];

/** Said in every language alike. */
export const NAMES_OF_THE_HOUSE = ['Chapterhouse'];

const camel = (name: string): string => name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** `views/quizzes/take.hbs` belongs to `takePage` somewhere in `src/quizzes`; the pages of errors to `src/web`. */
const wantedFunction = (name: string): string =>
  `${name.split('/')[0] === 'errors' ? 'web' : name.split('/')[0]} ${camel(name.split('/').at(-1)!)}Page`;

export function viewFunctions(src: Sources): { file: string; name: string }[] {
  return src.files
    .filter((file) => file.endsWith('.view.ts'))
    .flatMap((file) =>
      src
        .tree(file)
        .statements.filter(ts.isFunctionDeclaration)
        .filter(({ modifiers, name }) => name?.text.endsWith('Page') && modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
        .map(({ name }) => ({ file, name: name!.text })),
    );
}

export function pagesWithoutTheirFunction(views: Templates, src: Sources): string[] {
  const functions = viewFunctions(src).map(({ file, name }) => `${file.split('/')[0]} ${name}`);
  return views.pages.filter((page) => functions.filter((one) => one === wantedFunction(page)).length !== 1);
}

export function functionsWithoutTheirPage(views: Templates, src: Sources): string[] {
  const wanted = views.pages.map(wantedFunction);
  return viewFunctions(src)
    .filter(({ file, name }) => !wanted.includes(`${file.split('/')[0]} ${name}`))
    .map(({ file, name }) => `${file}: ${name}`);
}

/** Templates that handlers ask for and that are not there, and pages that no handler asks for. */
export function pagesNobodyPrints(views: Templates, src: Sources): string[] {
  const asked = src.files.flatMap((file) =>
    [...src.code(file).matchAll(/(?:@Render|\.render)\(\s*['"]([a-z-]+\/[a-z-]+)['"]/g)].map((match) => match[1]!),
  );
  return [...asked.filter((name) => !views.pages.includes(name)), ...views.pages.filter((name) => !asked.includes(name))];
}

export function piecesWithoutContract(views: Templates): string[] {
  return views.names.filter((name) => (isPiece(name) || name.startsWith('layouts/')) && !/^\{\{!-- \S.* --\}\}\n/.test(views.text(name)));
}

export function piecesNobodyPrints(views: Templates): string[] {
  const asked = new Set<string>();
  for (const name of views.names) {
    for (const node of views.nodes(name)) {
      if (node.type === 'PartialStatement' || node.type === 'PartialBlockStatement')
        asked.add(((node as hbs.AST.PartialStatement).name as hbs.AST.PathExpression).original as string);
    }
  }
  return views.names.filter((name) => isPiece(name) && !asked.has(pieceName(name)));
}

export function pagesWithoutTitle(views: Templates): string[] {
  return views.pages.filter((name) => !/^(\{\{!--.*--\}\}\n)?\{\{pageTitle /.test(views.text(name)));
}

export function unsafeMarkup(views: Templates): string[] {
  return views.names.filter(
    (name) =>
      !MAY_PRINT_MARKUP.includes(name) &&
      [...views.nodes(name)].some((node) => node.type === 'MustacheStatement' && !(node as hbs.AST.MustacheStatement).escaped),
  );
}

/** A form that can be sent twice needs its one-time id; the page that sends an interrupted form again brings the old one. */
export function formsWithoutId(views: Templates): string[] {
  const forms = (name: string) => views.text(name).match(/<form\b[^>]*method="post"[\s\S]*?<\/form>/g) ?? [];
  return views.names.filter(
    (name) => name !== 'people/resend' && forms(name).some((form) => !/\{\{> (form-id|quizzes\/_paper-press)\b|name="form"/.test(form)),
  );
}

const ATTRIBUTE_FAULTS: [what: string, words: RegExp][] = [
  ['inline style', /<[^>]*\sstyle\s*=/],
  ['inline handler', /<[^>]*\son[a-z]+\s*=/],
  ['inline script', /<script(?![^>]*\ssrc=)[^>]*>/],
  ['style element', /<style\b/],
  ['physical direction', /<[^>]*\salign\s*=|<(?:div|p|span|td|th|table|section)\b[^>]*\b(?:left|right)\b/],
];

/** Mail programs read no style sheets. */
const FOR_MAIL_PROGRAMS = ['layouts/letter'];

export function markupFaults(views: Templates): string[] {
  const pages = views.names.filter((name) => !FOR_MAIL_PROGRAMS.includes(name));
  return pages.flatMap((name) =>
    ATTRIBUTE_FAULTS.filter(([, words]) => words.test(views.fixedText(name))).map(([what]) => `${name}: ${what}`),
  );
}

/** Words that stand in a template instead of in the phrases, in text or in an attribute that is read out. */
export function wordsInTemplates(views: Templates): string[] {
  return views.names.flatMap((name) => {
    const markup = views.fixedText(name).replace(/<!--[\s\S]*?-->|<!doctype[^>]*>|<code>[^<]*<\/code>/gi, '');
    const attributes = [...markup.matchAll(/\s(?:aria-label|placeholder|title|alt)="([^"]*)"/g)].map((match) => match[1]!);
    const texts = markup
      .replace(/<[a-zA-Z/](?:"[^"]*"|'[^']*'|[^>"'])*>/g, '\n')
      .replace(/\s[a-z-]+="[^"]*"/g, '')
      .split('\n');
    const words = [...texts, ...attributes].map((text) =>
      text
        .replaceAll(FILLED, ' ')
        .replace(/&[a-z]+;/g, ' ')
        .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''),
    );
    return words.filter((text) => /\p{L}/u.test(text) && !NAMES_OF_THE_HOUSE.includes(text)).map((text) => `${name}: ${text}`);
  });
}

/** Style rules that would not turn round on a page that is read from right to left. */
export function physicalStyles(styles: Record<string, string>): string[] {
  const physical =
    /(?:^|[;{\s])((?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)(?:-[a-z]+)?|border-(?:top|bottom)-(?:left|right)-radius|left|right|float\s*:\s*(?:left|right)|clear\s*:\s*(?:left|right)|text-align\s*:\s*(?:left|right)|(?:overflow|resize)-[xy](?=\s*:\s*never))\s*[:;]/g;
  return Object.entries(styles).flatMap(([file, text]) =>
    [...text.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(physical)].map((match) => `${file}: ${match[1]}`),
  );
}
