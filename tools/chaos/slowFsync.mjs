import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes every flush to disk of a process take longer, as on a volume in the network. */
const source = `
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

static void wait_a_little(void) {
  const char *text = getenv("SLOW_FSYNC_US");
  if (text) usleep(atoi(text));
}

int fsync(int fd) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
  wait_a_little();
  return real(fd);
}

int fdatasync(int fd) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
  wait_a_little();
  return real(fd);
}
`;

/**
 * @param {string} folder where the library may be built
 * @param {number} ms how much longer each flush takes
 * @returns {Record<string, string> | undefined} what the process needs in its environment; `undefined` when no C compiler is there
 */
export function slowFsync(folder, ms) {
  const [code, library] = ['c', 'so'].map(ending =>
    join(folder, `slow-fsync.${ending}`),
  );
  writeFileSync(code, source);
  const { status } = spawnSync('cc', [
    '-shared',
    '-fPIC',
    '-o',
    library,
    code,
    '-ldl',
  ]);
  if (status !== 0) return undefined;
  return { LD_PRELOAD: library, SLOW_FSYNC_US: `${ms * 1000}` };
}
