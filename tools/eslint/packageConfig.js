const { readdirSync } = require('node:fs');
const { join, relative, resolve } = require('node:path');
const createBackstageConfig = require('@backstage/cli/config/eslint-factory');
const rooms = require('./rooms');

const root = resolve(__dirname, '../..');
const testFiles = [
  '**/*.test.*',
  'src/**/__testUtils__/**',
  'src/__testUtils__/**',
  'src/setupTests.*',
];
const assertions = ['expect*', 'request.**.expect', 'fc.assert'];
const extensions = ['.ts', '.tsx', '.js', '.mjs'];

/**
 * ESLint configuration of one package: Backstage's, no import cycles, and the arrows of ./rooms.js.
 *
 * @param {string} dir the package's folder
 */
module.exports = function createPackageConfig(dir) {
  const arrows = rooms[relative(root, dir)];
  return createBackstageConfig(dir, {
    settings: {
      'import/extensions': extensions,
      'import/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import/resolver': { node: { extensions, preserveSymlinks: false } },
    },
    rules: {
      'import/no-cycle': ['error', { ignoreExternal: true, disableScc: true }],
      ...(arrows && restrict(sourceZones(dir, arrows))),
    },
    tsRules: {
      // The whole comes first, its parts below: functions are hoisted, the rest is there when one runs.
      '@typescript-eslint/no-use-before-define': [
        'error',
        { functions: false, classes: false, typedefs: false, variables: false },
      ],
    },
    testRules: {
      'jest/expect-expect': ['error', { assertFunctionNames: assertions }],
      'jest/no-disabled-tests': 'off', // a suite without its fixtures says so by a skipped test
    },
    overrides: arrows
      ? [{ files: testFiles, rules: restrict([packageZone(dir, arrows)]) }]
      : [],
  });
};

function restrict(zones) {
  return { 'import/no-restricted-paths': ['error', { zones }] };
}

function sourceZones(dir, arrows) {
  return [
    packageZone(dir, arrows),
    ...outsideZones(dir, arrows),
    ...roomZones(dir, arrows),
  ];
}

function packageZone(dir, { packages }) {
  const allowed = [relative(root, dir), ...packages];
  return {
    target: dir,
    from: `${root}/plugins`,
    except: allowed.map(path => relative('plugins', path)),
    message: `${relative(root, dir)} may import of this repository only: ${
      packages.join(', ') || 'nothing'
    } (tools/eslint/rooms.js)`,
  };
}

function outsideZones(dir, { without = [] }) {
  return without.map(name => ({
    target: dir,
    from: `${root}/node_modules/${name}`,
    message: `${relative(
      root,
      dir,
    )} does without ${name} (tools/eslint/rooms.js)`,
  }));
}

function roomZones(dir, { rooms: arrowsByRoom }) {
  const src = `${dir}/src`;
  return Object.entries(arrowsByRoom).map(([room, allowed]) => ({
    target: `${src}/${room}`,
    from: src,
    except: [room, ...allowed, ...filesAround(src, room)],
    message: `${room}/ may import only: ${
      allowed.join(', ') || 'no other room'
    } (tools/eslint/rooms.js)`,
  }));
}

/** What all rooms share that are in the same one; not the barrel, which is for other packages. */
function filesAround(src, room) {
  const outer = room
    .split('/')
    .map((_, depth, steps) => steps.slice(0, depth).join('/'));
  return outer.flatMap(folder =>
    readdirSync(`${src}/${folder}`, { withFileTypes: true })
      .filter(entry => entry.isFile() && !entry.name.startsWith('index.'))
      .map(entry => join(folder, entry.name)),
  );
}
