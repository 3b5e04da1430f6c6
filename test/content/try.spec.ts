import { readFileSync, readdirSync, statSync } from 'fs';
import { compileLibrary } from '../../src/content/folders/library';
import { write } from '../../src/content/folders/folder';
const files: Record<string,string> = {};
const walk = (d: string, p: string) => { for (const f of readdirSync(d)) statSync(d+'/'+f).isDirectory() ? walk(d+'/'+f, p+f+'/') : (files[p+f] = readFileSync(d+'/'+f,'utf8')); };
it('x', () => {
  walk('seeds/library','');
  const {packages, problems} = compileLibrary(files);
  console.log(problems);
  for (const p of packages) if (p.document) { const w = write(p.document, p.translations); for (const [k, v] of Object.entries(w)) console.log('=== '+k+'\n'+v.slice(0,1800)); console.log(JSON.stringify(p.document.structure, null, 1)); }
});
