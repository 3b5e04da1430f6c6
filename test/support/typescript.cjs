// Lets plain node run the TypeScript of this project, compiled the way the tests compile it: node -r ./test/support/typescript.cjs file.ts
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');
const { jest } = require('../../package.json');

const [, options] = jest.transform['^.+\\.ts$'];

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename, sourceMaps: 'inline', swcrc: false });
  module._compile(code, filename);
};
