import { standardError } from '../../interpreter/WorkflowError';
import { findProgram } from './findProgram';
import type { Sandbox } from './Sandbox';

/**
 * Python runs isolated (`-I`, `-S`: no environment, no site packages) within limits of memory, files and file sizes. A hook of
 * its audit events, which cannot be removed again, refuses files outside of the standard library, processes, signals, sockets
 * and native code.
 */
export const pythonSandbox: Sandbox = {
  scriptName: 'script.py',
  guardName: 'guard.py',
  guard: `
import os, sys

def guard():
    memory = int(sys.argv[1])
    script = sys.argv[2]
    del sys.argv[:2]
    try:
        import resource
        for limit, value in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_FSIZE, 0),
                             (resource.RLIMIT_NOFILE, 64), (resource.RLIMIT_CORE, 0)):
            resource.setrlimit(limit, (value, value))
    except ImportError:
        pass  # not a Unix: there are no such limits
    with open(script, encoding='utf-8') as file:
        source = file.read()
    library = tuple({os.path.realpath(path) + os.sep
                     for path in (os.path.dirname(os.__file__), *sys.path) if path})
    realpath, isinstance_, fsdecode = os.path.realpath, isinstance, os.fsdecode
    closed = ('socket.', 'subprocess.', 'ctypes.', 'pty.', 'gc.', 'signal.', 'mmap.', 'fcntl.',
              'sqlite3.', 'resource.', 'syslog.', 'shutil.', 'tempfile.', 'winreg.', 'webbrowser.',
              'os.system', 'os.exec', 'os.fork', 'os.posix_spawn', 'os.spawn', 'os.kill',
              'os.remove', 'os.rename', 'os.rmdir', 'os.mkdir', 'os.chmod', 'os.chown', 'os.link',
              'os.symlink', 'os.truncate', 'os.utime', 'os.startfile', 'os.walk', 'os.fwalk')
    unimportable = {'ctypes', '_ctypes', '_posixsubprocess', 'gc', '_testcapi', '_xxsubinterpreters', '_interpreters'}
    writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

    def refuse(what):
        raise PermissionError('Scripts have no access to ' + what)

    def is_library(path):
        if isinstance_(path, int):
            return True  # stdin, stdout or stderr: no others are open
        return (realpath(fsdecode(path)) + '/').startswith(library)

    def hook(event, args):
        if event == 'open':
            path, mode, flags = args
            if not is_library(path) or (flags or 0) & writing and not isinstance_(path, int):
                refuse(str(path))
        elif event in ('os.listdir', 'os.scandir', 'os.chdir'):
            if args[0] is None or not is_library(args[0]):
                refuse(str(args[0]))
        elif event == 'import':
            if args[0].partition('.')[0] in unimportable:
                refuse(args[0])
        elif event.startswith(closed):
            refuse(event)

    sys.addaudithook(hook)
    return compile(source, script, 'exec')

code = guard()
del guard, os, sys
globals()['__file__'] = code.co_filename
exec(code)
`,
  async command({ guardFile, scriptFile, memoryBytes, python }) {
    const program = await findProgram(python);
    if (program) {
      const memory = String(memoryBytes);
      const isolated = ['-I', '-S', '-B', '-X', 'utf8'];
      return [program, ...isolated, guardFile, memory, scriptFile];
    }
    throw standardError(
      'configuration',
      `There is no ${python} where the backend runs; set orchestrator.run.script.python`,
    );
  },
};
