// How it connects: shapes and lines on a canvas, names and numbers above it as text, and the same as a table.

import { useEffect, useMemo, useRef, useState } from 'react';
import type { Core } from 'cytoscape';
import { iconFile, lookOf, type Theme } from '../icons.ts';
import type { Entity, Finding } from '../api/types.ts';
import { date, plural } from '../lib/format.ts';
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
import { shortName } from '../lib/names.ts';
import type { WithNumber } from '../lib/numbers.ts';
import { defanged, plain } from '../lib/quote.ts';
import { places as stageNames } from '../lib/steps.ts';
import { partName, weightName } from '../lib/words.ts';
import { Chip, isLit, useLit } from '../parts/lit.tsx';
import { LabelIcon, Mark, Quote } from '../parts/ui.tsx';
import { between } from '../lib/constraints.ts';
import { useTellTie, WhyTold } from './facts.tsx';
import { useHands } from './hands.tsx';

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
  const tell = useTellTie();
  const { constraints } = useHands();
  const said = tie.links.map(({ from, to }) => between(constraints, from, to)).find((one) => one !== undefined);
  return (
    <span className="chips on-line" style={{ left: at.x, top: at.y }}>
      {tie.findings.slice(0, mostChips).map((number) => (
        <Chip key={number} number={number} says={says.get(number)} calm={calm} />
      ))}
      {tie.findings.length > mostChips && <span className="rest">+{tie.findings.length - mostChips}</span>}
      {tie.links.length > 0 && (
        <button
          type="button"
          className="chip edge-menu"
          aria-label={`What ties ${tie.findings.join(' and ')}, and what can be said of it`}
          onClick={(event) => tell(tie, event.currentTarget)}
        >
          {said === undefined ? '…' : <Mark kind={said.kind} />}
        </button>
      )}
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
  return (
    <span className={thing.column === 4 ? 'label faint' : 'label'} style={{ left: at.x, top: at.y + nodeSize / 2 + 3, width }}>
      <b>
        <Quote text={nameOn(thing)} most={40} />
      </b>
      <span className="under">
        {thing.country !== undefined ? (
          <Quote text={only} most={40} />
        ) : (
          `${thing.amount === 1 ? `${lookOf(thing.label).one}, ` : ''}${date(thing.firstAt, now)}`
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
    const [only = ''] = thing.keys;
    const letters = Math.max(nameOn(thing).length * 8, thing.country === undefined ? 0 : only.length * 7);
    return [
      { ...point, width: nodeSize, height: nodeSize },
      { x: point.x, y: point.y + nodeSize / 2 + 18, width: Math.min(labelWidth, Math.max(60, letters)), height: 32 },
    ];
  });
}

const nameOn = ({ label, keys, name, amount, country }: Thing): string => {
  const [only = ''] = keys;
  if (country !== undefined) return shortName('Country', country);
  const { one, many } = lookOf(label);
  return amount > 1 ? plural(amount, one, many) : name === only ? shortName(label, only) : name;
};

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
      classes: [thing.amount > 1 ? 'many' : '', thing.column === 4 ? 'faint' : ''].join(' '),
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
    { selector: 'node.faint', style: { opacity: 0.7 } },
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

interface TableProps extends Props {
  readonly findings: readonly WithNumber<Finding>[];
  readonly people: readonly string[];
  readonly entities: readonly Entity[];
}

/** The same for whoever reads rather than looks; and below it everything the incident is about, shown in the picture or not. */
export function PictureTable({ connections, calm, now, findings, people, entities }: TableProps) {
  const of = (id: string): Thing | undefined => connections.things.find((thing) => thing.id === id);
  const byId = useMemo(() => new Map(findings.map((one) => [one.id, one])), [findings]);
  return (
    <div className="twin" role="region" aria-label="How it connects, as a table" tabIndex={0}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">Because</th>
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
                {tie.whys.map((why, index) => (
                  <span key={index} className="why">
                    <WhyTold why={why} byId={byId} people={people} calm={calm} />
                  </span>
                ))}
                <span className="under">
                  {date(tie.at, now)}, {weightName(Math.max(...tie.whys.map(({ weight }) => weight)))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Entities entities={entities} now={now} />
    </div>
  );
}

const partOrder = ['cameFrom', 'who', 'touched', 'atRisk', 'bystander'];

function Entities({ entities, now }: { readonly entities: readonly Entity[]; readonly now: number }) {
  const ordered = [...entities].sort(
    (a, b) => partOrder.indexOf(a.part) - partOrder.indexOf(b.part) || Date.parse(a.firstAt) - Date.parse(b.firstAt),
  );
  return (
    <table className="plain involved">
      <caption className="table-title">All that was involved</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Its part</th>
          <th scope="col">Its steps</th>
          <th scope="col">First</th>
          <th scope="col">Last</th>
        </tr>
      </thead>
      <tbody>
        {ordered.map(({ label, key, role, part, stages, firstAt, lastAt }) => (
          <tr key={`${label} ${key} ${role}`}>
            <td>
              <LabelIcon label={label} />
              <span className="aside"> {lookOf(label).one}</span> <Quote text={defanged(key)} />
            </td>
            <td className="nowrap">{partName(part)}</td>
            <td>{stages.map((stage) => stageNames[stage]).join(', ')}</td>
            <td className="nowrap">{date(Date.parse(firstAt), now)}</td>
            <td className="nowrap">{date(Date.parse(lastAt), now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A thing by its short name, and below what it is: for one its kind, for several the first of them. */
function Named({ thing }: { readonly thing: Thing | undefined }) {
  if (thing === undefined) return null;
  const { label, keys, amount, country } = thing;
  const [only = ''] = keys;
  const below =
    country !== undefined
      ? only
      : amount === 1
        ? lookOf(label).one
        : `${keys
            .slice(0, 3)
            .map((key) => plain(shortName(label, key), 30))
            .join(', ')}${amount > 3 ? ' …' : ''}`;
  return (
    <>
      <b title={amount === 1 ? plain(only) : undefined}>
        <Quote text={nameOn(thing)} most={60} />
      </b>
      <span className="under">
        <Quote text={below} />
      </span>
    </>
  );
}
