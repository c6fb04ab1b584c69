import { catalogAddress, rawAddress } from './catalogAddress';

it.each([
  ['https://h/catalog', 'https://h/catalog'],
  ['https://h/catalog/', 'https://h/catalog'],
  ['plugin://library/catalog', 'plugin://library/catalog'],
  ['${ .root }', '${ .root }'],
  [
    'https://github.com/acme/catalog',
    'https://raw.githubusercontent.com/acme/catalog/HEAD',
  ],
  [
    'https://github.com/acme/catalog.git',
    'https://raw.githubusercontent.com/acme/catalog/HEAD',
  ],
  [
    'https://github.com/acme/catalog/tree/main/sub',
    'https://raw.githubusercontent.com/acme/catalog/main/sub',
  ],
  [
    'https://gitlab.com/acme/group/catalog',
    'https://gitlab.com/acme/group/catalog/-/raw/HEAD',
  ],
  [
    'https://gitlab.example.org/acme/catalog/-/tree/main',
    'https://gitlab.example.org/acme/catalog/-/raw/main',
  ],
])('a catalog at %s has its functions below %s', (root, folder) => {
  expect(catalogAddress(root, 'log', '1.0.0')).toBe(
    `${folder}/functions/log/1.0.0/function.yaml`,
  );
});

it.each([
  [
    'https://github.com/acme/catalog/blob/main/f.yaml',
    'https://raw.githubusercontent.com/acme/catalog/main/f.yaml',
  ],
  [
    'https://gitlab.com/acme/catalog/-/blob/main/f.yaml',
    'https://gitlab.com/acme/catalog/-/raw/main/f.yaml',
  ],
  [
    'https://github.com/acme/catalog/releases/download/1/f.yaml',
    'https://github.com/acme/catalog/releases/download/1/f.yaml',
  ],
])('the file shown at %s is at %s', (page, file) => {
  expect(rawAddress(page)).toBe(file);
});
