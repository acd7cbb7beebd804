import path from 'node:path';

/** A module and what it imports: repository-relative paths with forward slashes. */
export type Modules = ReadonlyMap<string, readonly string[]>;

/** How far each layer may reach (house style, "Who may import whom"). A layer may always reach itself. */
const reach: Record<string, readonly string[]> = {
  'shared/kernel': [],
  'shared/wire': ['shared/kernel'],
  'shared/features': ['shared/wire', 'shared/kernel'],
  'server/storage': ['server/platform', 'shared'],
  'server/platform': ['server/storage', 'shared'],
  'server/transport': ['server/platform', 'server/storage', 'shared'],
  'server/features': ['server/platform', 'server/storage', 'shared'],
  // The demonstration school fills every slice, as `app` knows every slice.
  'server/demo': ['server/features', 'server/platform', 'server/storage', 'shared'],
  'server/app': [
    'server/demo',
    'server/features',
    'server/transport',
    'server/platform',
    'server/storage',
    'shared',
  ],
  'server/testing': ['server', 'shared'],
  'client/platform': ['client/ui', 'shared'],
  'client/ui': ['shared'],
  'client/features': ['client/platform', 'client/ui', 'shared'],
  'client/app': ['client/features', 'client/platform', 'client/ui', 'shared'],
  'client/testing': ['client', 'shared'],
  tools: ['server', 'shared', 'tools'],
  bench: ['server', 'shared', 'client', 'bench'],
  e2e: ['server', 'shared', 'client', 'tools', 'e2e'],
};

/** Which slices a slice may enter, through their faces. What those lean on comes with them. */
const leansOn: Record<string, readonly string[]> = {
  identity: ['audit'],
  audit: [],
  programme: ['identity'],
  care: ['programme'],
  session: ['programme'],
  'seminar-room': ['session'],
  attendance: ['session', 'seminar-room'],
  document: ['programme'],
  assignment: ['programme', 'document'],
  portfolio: ['assignment', 'document'],
  practice: ['programme', 'document'],
};
/** Slices that hear or show all others; nobody imports them. */
const seesAll = new Set(['notification', 'admin', 'own-data', 'home']);

/** Every import that goes where it may not, and every circle, in words. */
export function brokenRules(modules: Modules): string[] {
  const broken: string[] = [];
  for (const [from, imports] of modules) {
    for (const to of imports) {
      const reason = whyNot(from, to);
      if (reason) broken.push(`${from} → ${to}: ${reason}`);
    }
  }
  return [...broken, ...circles(modules).map((circle) => `circle: ${circle.join(' → ')}`)];
}

function whyNot(from: string, to: string): string | null {
  if (isTest(from)) return null;
  if (isTest(to)) return 'a test is imported';
  const [own, other] = [layerOf(from), layerOf(to)];
  if (/\/index\.tsx?$/.test(to)) return 'no index files: import the file that defines the thing';
  if (own !== null && other !== null && own !== other && !reaches(own, other)) {
    return `${own} may not import ${other}`;
  }
  return slicesApart(from, to);
}

function reaches(own: string, other: string): boolean {
  return (reach[own] ?? []).some((layer) => other === layer || other.startsWith(`${layer}/`));
}

function layerOf(file: string): string | null {
  const [top = '', second = ''] = file.split('/');
  if (['tools', 'bench', 'e2e'].includes(top)) return top;
  if (!['shared', 'server', 'client'].includes(top)) return null;
  // server/main.ts, app.ts and the other files at the root introduce the layers to each other.
  const layer = second.includes('.') ? `${top}/app` : `${top}/${second}`;
  if (!(layer in reach)) throw new Error(`${file}: the import rules know no layer ${layer}`);
  return layer;
}

function slicesApart(from: string, to: string): string | null {
  const own = sliceOf(from);
  const other = sliceOf(to);
  if (other === null || own === other) return null;
  // `app` and the tools may name what they introduce; only slices keep their distance.
  if (own === null) return null;
  if (from.split('/')[0] === to.split('/')[0] && !isFace(to)) {
    return `slice ${other} is entered through ${to.startsWith('shared/') ? 'a model.ts or facts.ts' : 'its public.ts'}`;
  }
  if (!seesAll.has(own) && !supportOf(own).has(other))
    return `slice ${own} does not lean on ${other}`;
  return null;
}

function isFace(file: string): boolean {
  return file.startsWith('shared/')
    ? /\/(model|facts)\.ts$/.test(file)
    : /\/public\.tsx?$/.test(file);
}

/** `session` in shared/features/session/…; `null` outside the slices. */
function sliceOf(file: string): string | null {
  return file.match(/^(?:shared|server|client)\/features\/([^/]+)\//)?.[1] ?? null;
}

function supportOf(slice: string): Set<string> {
  const direct = leansOn[slice];
  if (!direct) throw new Error(`the import rules do not know the slice ${slice}`);
  return new Set([...direct, ...direct.flatMap((other) => [...supportOf(other)])]);
}

/** A test, or what one slice's tests share (`test-school.ts`). `server/testing` is a layer of its own. */
function isTest(file: string): boolean {
  return /\.(test|spec)\.tsx?$/.test(file) || /\/features\/.*\/test-[^/]+\.ts$/.test(file);
}

/** Each circle once, from the module where the walk met it. */
function circles(modules: Modules): string[][] {
  const done = new Set<string>();
  const found: string[][] = [];
  const walk = (file: string, trail: string[]) => {
    const at = trail.indexOf(file);
    if (at >= 0) found.push([...trail.slice(at), file]);
    if (at >= 0 || done.has(file)) return;
    for (const next of modules.get(file) ?? []) walk(next, [...trail, file]);
    done.add(file);
  };
  for (const file of modules.keys()) walk(file, []);
  return found;
}

/**
 * What a source imports from this repository, types included: static, dynamic with a plain string, and
 * re-exports. Packages are left out.
 */
export function importsOf(file: string, source: string): string[] {
  const pattern =
    /^\s*(?:import|export)\s[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;
  return [...source.matchAll(pattern)]
    .map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '')
    .filter((specifier) => /^(\.|#shared\/)/.test(specifier) && /\.tsx?$/.test(specifier))
    .map((specifier) =>
      specifier.startsWith('#')
        ? specifier.slice(1)
        : path.posix.join(path.posix.dirname(file), specifier),
    );
}
