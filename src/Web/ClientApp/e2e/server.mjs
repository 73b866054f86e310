import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

export const freePort = () =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });

/** The embedded database; with PAGES_ON=MySql the MariaDB of the tests. */
const database = (folder, base) =>
  process.env.PAGES_ON === 'MySql'
    ? { Database__Provider: 'MySql', ConnectionStrings__TalkConnect: `${process.env.TALKCONNECT_TEST_MARIADB};Database=pages_${new URL(base).port}` }
    : { Database__Provider: 'Sqlite', ConnectionStrings__TalkConnect: `Data Source=${join(folder, 'talkconnect.db')}` };

/** The real server on a database of its own, which can be stopped and started again. */
export async function startServer(settings = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'talkconnect-pages-'));
  const base = settings.ASPNETCORE_URLS ?? `http://127.0.0.1:${await freePort()}`;
  let child;

  const server = {
    base,
    async start() {
      child = spawn('dotnet', [join(root, 'artifacts/bin/Web/release/TalkConnect.Web.dll')], {
        stdio: 'ignore',
        env: {
          ...process.env,
          ASPNETCORE_ENVIRONMENT: 'Development',
          ASPNETCORE_URLS: base,
          ASPNETCORE_CONTENTROOT: join(root, 'src/Web'),
          BankData__DevelopmentKeyFile: join(folder, 'bank-data.key'),
          ...database(folder, base),
          Settlement__Cron: '0 0 0 1 1 ? 2099',
          RateLimits__Enabled: 'false',
          ...settings,
        },
      });
      for (let tries = 0; tries < 300; tries++) {
        if (child.exitCode !== null) throw new Error('The server has ended before it was ready.');
        if (await fetch(`${base}/health/ready`).then((answer) => answer.ok, () => false)) return;
        await new Promise((done) => setTimeout(done, 100));
      }
      throw new Error('The server is not ready.');
    },
    async stop() {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await ended;
    },
    async end() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}
