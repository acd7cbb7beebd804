import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';

/** Whether we may and can install packages with apt. */
export function canInstall(): boolean {
  return (
    process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')
  );
}

/** Installs a package, and says so. @returns whether it worked */
export function install(name: string): boolean {
  console.log(`Installing ${name} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) =>
    execFileSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 2, 2] });
  try {
    apt('update');
    apt('install', '-y', '--no-install-recommends', '-o', 'Dpkg::Options::=--force-confold', name);
    return true;
  } catch {
    console.log(`${name} could not be installed.`);
    return false;
  }
}

/** Keeps Debian's package from making and starting a database server of its own on this machine. */
export function refuseMainCluster(): void {
  const file = '/etc/postgresql-common/createcluster.conf';
  if (existsSync(file)) return;
  mkdirSync('/etc/postgresql-common', { recursive: true });
  writeFileSync(file, 'create_main_cluster = false\n');
}
