// Starts the portal. Plain old syntax in this file: it also runs on a Node.js that is too old, to say so.
const major = Number(process.versions.node.split('.')[0]);
if (major < 18) {
  console.error(
    `✗ Node.js 18 or newer is needed, this is ${process.version}: install one, then run the same command again`,
  );
  process.exit(1);
}
import('./lib/startCommand.mjs').then(({ startCommand }) => startCommand());
