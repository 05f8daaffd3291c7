// How it connects: shapes and lines on a canvas, names and numbers above it as text, and the same as a table.

import { useEffect, useMemo, useRef, useState } from 'react';
import type { Core } from 'cytoscape';
import { iconFile, lookOf, type Theme } from '../icons.ts';
import { date } from '../lib/format.ts';
import {
  chipPlaces,
  columns,
  columnsAt,
  controls,
  mostChips,
  places,
  rowsIn,
  type Box,
  type Connections,
  type Point,
  type Thing,
  type Tie,
} from '../lib/connections.ts';
import { groupName, shortName } from '../lib/names.ts';
import { plain } from '../lib/quote.ts';
import { Chip, isLit, useLit } from '../parts/lit.tsx';
import { Quote } from '../parts/ui.tsx';

interface Props {
  readonly connections: Connections;
  readonly calm: boolean;
  readonly says: ReadonlyMap<string, string>;
  readonly now: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const head = 22;
const labelHeight = 38;

interface PictureProps extends Props {
  /** Told how many rows there is room for. */
  readonly fits: (rows: number) => void;
}

export function Picture({ connections, calm, says, now, fits }: PictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const drawn = useRef<Core>(null);
  const [box, setBox] = useState<Size>();
  const theme = useTheme();
  const lit = useLit();

  useEffect(() => {
    if (frame.current === null) return;
    const watch = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      setBox({ width: Math.round(width), height: Math.round(height) });
      if (height > 0) fits(rowsIn(height - head));
    });
    watch.observe(frame.current);
    return () => watch.disconnect();
  }, [fits]);

  const laid = useMemo(() => (box === undefined || box.width === 0 ? undefined : lay(connections, box)), [connections, box]);

  useEffect(() => {
    if (canvas.current === null || laid === undefined) return;
    let isOver = false;
    const container = canvas.current;
    void import('cytoscape').then(({ default: cytoscape }) => {
      if (isOver) return;
      drawn.current = cytoscape({
        container,
        elements: elements(connections, laid.at, theme),
        style: style(calm),
        layout: { name: 'preset', fit: false },
        autoungrabify: true,
        autounselectify: true,
        userZoomingEnabled: false,
        userPanningEnabled: false,
        boxSelectionEnabled: false,
        zoom: 1,
        pan: { x: 0, y: 0 },
      });
    });
    return () => {
      isOver = true;
      drawn.current?.destroy();
      drawn.current = null;
    };
  }, [connections, laid, theme, calm]);

  useEffect(() => {
    const light = lit.over.length > 0 || lit.chosen !== undefined;
    drawn.current?.batch(() => {
      drawn.current?.elements().forEach((element) => {
        const numbers = element.data('findings') as readonly string[];
        const isOn = isLit(lit, numbers);
        element.toggleClass('lit', light && isOn);
        element.toggleClass('dim', light && !isOn);
      });
    });
  }, [lit]);

  return (
    <div className="picture" ref={frame}>
      <div className="canvas" ref={canvas} aria-hidden="true" />
      {laid !== undefined && (
        <div className="over-canvas">
          {columns.map((name, column) => {
            const x = laid.heads[column];
            return x === undefined ? null : (
              <span key={name} className="column-head" style={{ left: x, top: 0 }}>
                {name}
              </span>
            );
          })}
          {connections.things.map((thing) => {
            const at = laid.at.get(thing.id);
            return at === undefined ? null : <Label key={thing.id} thing={thing} at={at} width={laid.labelWidth} now={now} />;
          })}
          {connections.ties.map((tie) => {
            const at = laid.chips.get(tie.id);
            return at === undefined ? null : <Chips key={tie.id} tie={tie} at={at} calm={calm} says={says} />;
          })}
        </div>
      )}
    </div>
  );
}

function Chips({
  tie,
  at,
  calm,
  says,
}: {
  readonly tie: Tie;
  readonly at: Point;
  readonly calm: boolean;
  readonly says: ReadonlyMap<string, string>;
}) {
  return (
    <span className="chips on-line" style={{ left: at.x, top: at.y }}>
      {tie.findings.slice(0, mostChips).map((number) => (
        <Chip key={number} number={number} says={says.get(number)} calm={calm} />
      ))}
      {tie.findings.length > mostChips && <span className="rest">+{tie.findings.length - mostChips}</span>}
    </span>
  );
}

function Label({
  thing,
  at,
  width,
  now,
}: {
  readonly thing: Thing;
  readonly at: Point;
  readonly width: number;
  readonly now: number;
}) {
  const [only = ''] = thing.keys;
  const isPlace = thing.country !== undefined;
  return (
    <span className="label" style={{ left: at.x, top: at.y + nodeSize / 2 + 3, width }}>
      <b>
        <Quote text={nameOn(thing)} most={40} />
      </b>
      <span className="under">
        {isPlace ? (
          <Quote text={only} most={40} />
        ) : (
          `${thing.keys.length === 1 ? `${lookOf(thing.label).one}, ` : ''}${date(thing.firstAt, now)}`
        )}
      </span>
    </span>
  );
}

const nodeSize = 36;

interface Laid {
  readonly at: ReadonlyMap<string, Point>;
  readonly chips: ReadonlyMap<string, Point>;
  readonly heads: readonly (number | undefined)[];
  readonly labelWidth: number;
}

function lay(connections: Connections, box: Size): Laid {
  const room = { width: box.width, height: Math.max(120, box.height - head) };
  // A thing and the name under it are centred together.
  const at = new Map(
    [...places(connections.things, room)].map(([id, { x, y }]) => [id, { x, y: Math.round(y + head - labelHeight / 2 + 2) }]),
  );
  const heads = columnsAt(connections.things, box.width);
  const used = heads.filter((x) => x !== undefined).length;
  const labelWidth = Math.round(box.width / Math.max(1, used)) - 28;
  return { at, chips: chipPlaces(connections.ties, at, drawnBoxes(connections.things, at, labelWidth)), heads, labelWidth };
}

/** What the things and their names cover, with the names as wide as their letters are at the most. */
function drawnBoxes(things: readonly Thing[], at: ReadonlyMap<string, Point>, labelWidth: number): Box[] {
  return things.flatMap((thing) => {
    const point = at.get(thing.id);
    if (point === undefined) return [];
    const letters = nameOn(thing).length;
    return [
      { ...point, width: nodeSize, height: nodeSize },
      { x: point.x, y: point.y + nodeSize / 2 + 18, width: Math.min(labelWidth, Math.max(60, letters * 8)), height: 32 },
    ];
  });
}

const nameOn = ({ label, keys, country }: Thing): string =>
  country !== undefined ? shortName('Country', country) : groupName(label, keys);

function elements(connections: Connections, at: ReadonlyMap<string, Point>, theme: Theme) {
  const nodes = connections.things.map((thing) => {
    const { shape, kind } = lookOf(thing.label);
    return {
      data: {
        id: thing.id,
        shape,
        colour: token(`--e-${kind}`),
        icon: `/${iconFile(thing.label, theme)}`,
        findings: thing.findings,
      },
      position: { ...(at.get(thing.id) ?? { x: 0, y: 0 }) },
      classes: thing.keys.length > 1 ? 'many' : '',
    };
  });
  const edges = connections.ties.flatMap((tie) => {
    const from = at.get(tie.from);
    const to = at.get(tie.to);
    if (from === undefined || to === undefined) return [];
    return [
      {
        data: {
          id: `tie ${tie.id}`,
          source: tie.from,
          target: tie.to,
          width: [1.5, 2.5, 3.5, 4.5][tie.strength - 1],
          findings: tie.findings,
          ...bend(from, to),
        },
      },
    ];
  });
  return [...nodes, ...edges];
}

/** The control points, told as cytoscape wants them: along and beside the straight line. */
function bend(from: Point, to: Point) {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy);
  const told = controls(from, to).map(({ x, y }) => ({
    weight: ((x - from.x) * dx + (y - from.y) * dy) / length ** 2,
    distance: (-(x - from.x) * dy + (y - from.y) * dx) / length,
  }));
  return { weights: told.map(({ weight }) => weight), distances: told.map(({ distance }) => distance) };
}

const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function style(calm: boolean): cytoscape.StylesheetJson {
  const thread = token(calm ? '--low' : '--thread');
  return [
    {
      selector: 'node',
      style: {
        width: nodeSize,
        height: nodeSize,
        shape: 'data(shape)' as unknown as cytoscape.Css.NodeShape,
        'background-color': token('--surface'),
        'background-image': 'data(icon)',
        'background-width': '18px',
        'background-height': '18px',
        'background-image-crossorigin': 'anonymous',
        'corner-radius': '7px',
        'border-width': 2,
        'border-color': 'data(colour)',
        'transition-property': 'opacity',
        'transition-duration': 120,
        events: 'no',
      },
    },
    { selector: 'node.many', style: { 'border-style': 'double', 'border-width': 4 } },
    {
      selector: 'edge',
      style: {
        width: 'data(width)',
        'line-color': thread,
        'target-arrow-color': thread,
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.9,
        'curve-style': 'unbundled-bezier',
        'control-point-distances': 'data(distances)' as unknown as number[],
        'control-point-weights': 'data(weights)' as unknown as number[],
        'edge-distances': 'node-position',
        'line-cap': 'round',
        opacity: 0.9,
        events: 'no',
      },
    },
    { selector: '.dim', style: { opacity: 0.22 } },
    { selector: 'edge.lit', style: { opacity: 1 } },
  ];
}

/** The theme as it is drawn now: the person's, else the system's. */
function useTheme(): Theme {
  const read = (): Theme => {
    const chosen = document.documentElement.dataset.theme;
    if (chosen === 'light' || chosen === 'dark') return chosen;
    return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  };
  const [theme, setTheme] = useState(read);
  useEffect(() => {
    const turned = () => setTheme(read());
    const system = matchMedia('(prefers-color-scheme: dark)');
    const chosen = new MutationObserver(turned);
    system.addEventListener('change', turned);
    chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      system.removeEventListener('change', turned);
      chosen.disconnect();
    };
  }, []);
  return theme;
}

const strengths = ['', 'slight', 'weaker', 'strong', 'very strong'];

/** The same for whoever reads rather than looks. */
export function PictureTable({ connections, calm, says, now }: Props) {
  const of = (id: string): Thing | undefined => connections.things.find((thing) => thing.id === id);
  return (
    <div className="twin" role="region" aria-label="How it connects, as a table" tabIndex={0}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">Findings</th>
            <th scope="col">When</th>
            <th scope="col">Strength</th>
          </tr>
        </thead>
        <tbody>
          {connections.ties.map((tie) => (
            <tr key={tie.id}>
              <td>
                <Named thing={of(tie.from)} />
              </td>
              <td>
                <Named thing={of(tie.to)} />
              </td>
              <td>
                {tie.findings.map((number) => (
                  <Chip key={number} number={number} says={says.get(number)} calm={calm} />
                ))}
              </td>
              <td className="nowrap">{date(tie.at, now)}</td>
              <td>{strengths[tie.strength]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A thing by its short name, and below what it is: for one its kind, for several the first of them. */
function Named({ thing }: { readonly thing: Thing | undefined }) {
  if (thing === undefined) return null;
  const { label, keys, country } = thing;
  const [only = ''] = keys;
  const below =
    country !== undefined
      ? only
      : keys.length === 1
        ? lookOf(label).one
        : `${keys
            .slice(0, 3)
            .map((key) => plain(shortName(label, key), 30))
            .join(', ')}${keys.length > 3 ? ' …' : ''}`;
  return (
    <>
      <b title={keys.length === 1 ? plain(only) : undefined}>
        <Quote text={nameOn(thing)} most={60} />
      </b>
      <span className="under">
        <Quote text={below} />
      </span>
    </>
  );
}
