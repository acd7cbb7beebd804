/** One thing that is counted or measured, in the words of Prometheus. Labels are words of ours, never anybody's. */
export type Figure = {
  readonly name: string;
  readonly kind: 'counter' | 'gauge';
  readonly help: string;
  readonly values: readonly {
    readonly labels?: Readonly<Record<string, string>>;
    readonly value: number;
  }[];
};

export const FIGURES_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** Figures as Prometheus reads them. */
export function renderFigures(figures: readonly Figure[]): string {
  return figures.map(render).join('');
}

function render({ name, kind, help, values }: Figure): string {
  const lines = values.map(({ labels = {}, value }) => {
    const pairs = Object.entries(labels).map(([label, word]) => `${label}="${word}"`);
    return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}\n`;
  });
  return `# HELP ${name} ${help}\n# TYPE ${name} ${kind}\n${lines.join('')}`;
}

/** A figure of one value. */
export function figure(name: string, kind: Figure['kind'], help: string, value: number): Figure {
  return { name, kind, help, values: [{ value }] };
}
