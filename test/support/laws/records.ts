import ts from 'typescript';
import { folderOf, isMigration, isPlain, type Sources } from './sources';

const classesIn = (src: Sources, file: string): string[] => {
  const classes = src.tree(file).statements.filter(ts.isClassDeclaration);
  return classes.map(({ name }) => name!.text);
};

/** Entities that are in no list would be in no database. */
export function unlistedEntities(src: Sources): string[] {
  const entities = src.files.filter((file) => file.endsWith('.entity.ts')).flatMap((file) => classesIn(src, file));
  const listed = src.code('entities.ts').split('ENTITIES')[1] ?? '';
  return entities.filter((name) => !new RegExp(`\\b${name}\\b`).test(listed));
}

/** Migrations that are in no list would never run; those out of order would run too late. */
export function unlistedMigrations(src: Sources): string[] {
  const migrations = src.files.filter(isMigration).sort();
  const listed = (/migrations = \[([^\]]*)\]/.exec(src.code('database/migrations.ts'))?.[1] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const names = migrations.flatMap((file) => classesIn(src, file));
  const misnamed = migrations.filter((file) => !classesIn(src, file).every((name) => name.endsWith(file.split('/').at(-1)!.slice(0, 13))));
  const missing = names.filter((name) => !listed.includes(name));
  const disordered =
    missing.length || JSON.stringify(names) === JSON.stringify(listed) ? [] : [`listed out of order: ${listed.join(', ')}`];
  return [...misnamed, ...missing, ...disordered];
}

/** Across folders entities know ids, not each other. */
export function entitiesThatKnowEachOther(src: Sources): string[] {
  const entities = src.files.filter((file) => file.endsWith('.entity.ts'));
  return entities.flatMap((file) =>
    src
      .imports(file)
      .filter(({ to, inside }) => inside && to.endsWith('.entity') && folderOf(to) !== folderOf(file))
      .map(({ to }) => `${file} -> ${to}`),
  );
}

/** Entities and plain files of features that do not begin by saying what the thing is. */
export function unexplained(src: Sources): string[] {
  const judged = src.files.filter((file) => folderOf(file) && !isMigration(file) && (isPlain(file) || file.endsWith('.entity.ts')));
  return judged.filter((file) => {
    const [declaration] = src.tree(file).statements.filter((one) => !ts.isImportDeclaration(one));
    return (
      !/\/\*\*/.test(src.text(file).slice(0, declaration?.getStart() ?? 0)) &&
      !/\/\*\*[^*]/.test(src.text(file).split('\n').slice(0, 30).join('\n'))
    );
  });
}
