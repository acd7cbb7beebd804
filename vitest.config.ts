import { defineConfig } from 'vitest/config';

const fromHere = { root: import.meta.dirname };

export default defineConfig({
  ...fromHere,
  test: {
    // Stated here and in each project: vite-plugin-solid would else ask for jsdom.
    environment: 'node',
    // One database server for the whole run, whatever projects take part.
    globalSetup: ['server/testing/global-setup.ts'],
    // Most of them wait for the database part of the time: as many at once as there are cores, and not one less.
    maxWorkers: '100%',
    projects: [
      {
        ...fromHere,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['shared', 'server', 'tools', 'client', 'bench', 'e2e'].map(
            (folder) => `${folder}/**/*.test.ts`,
          ),
          exclude: ['**/*.fault.test.ts', '**/node_modules/**'],
          // A watchdog for a hang; no test decides by how fast the machine is.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...fromHere,
        test: {
          name: 'faults',
          environment: 'node',
          include: ['server', 'tools'].map((folder) => `${folder}/**/*.fault.test.ts`),
          // Real processes, killed and started again, many times over: five times what it takes alone.
          testTimeout: 600_000,
          hookTimeout: 120_000,
          // Where other people's work can stall a machine, a second try is said and counts.
          retry: process.env.CI === undefined ? 0 : 1,
          // Servers that start and are killed wait for the disk most of the time: two at once, and no more.
          maxWorkers: 2,
        },
      },
    ],
  },
});
