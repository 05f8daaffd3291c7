// What stands behind a number or a line of the picture, in a popover beside it: the finding, its links, and what can be
// said of them.

import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import type { Finding, Incident, Link } from '../api/types.ts';
import { pairsOf, type LinkHere, type Tie, type Why } from '../lib/connections.ts';
import { bits, duration, moment, plural } from '../lib/format.ts';
import type { WithNumber } from '../lib/numbers.ts';
import { places } from '../lib/steps.ts';
import { mechanismName, weightName } from '../lib/words.ts';
import { Chip, TellContext } from '../parts/lit.tsx';
import { Prose } from '../parts/prose.tsx';
import { Go, Quote } from '../parts/ui.tsx';
import { FindingMarks, LinkActs, useHands } from './hands.tsx';

type About = { readonly kind: 'finding'; readonly number: string } | { readonly kind: 'tie'; readonly tie: Tie };

const TieContext = createContext<(tie: Tie, at: HTMLElement) => void>(() => undefined);

/** Shows what stands behind a line of the picture, beside an element. */
export const useTellTie = () => useContext(TieContext);

interface Props {
  readonly incident: Incident;
  readonly findings: readonly WithNumber<Finding>[];
  readonly people: readonly string[];
  readonly calm: boolean;
  readonly now: number;
  readonly children: ReactNode;
}

export function FactsProvider({ children, ...props }: Props) {
  const [about, setAbout] = useState<About>();
  const anchor = useRef<HTMLElement>(null);
  const tell = useCallback((number: string, at: HTMLElement) => {
    anchor.current = at;
    setAbout({ kind: 'finding', number });
  }, []);
  const tellTie = useCallback((tie: Tie, at: HTMLElement) => {
    anchor.current = at;
    setAbout({ kind: 'tie', tie });
  }, []);
  // A number in the popover tells of another finding in the same place.
  const tellHere = useCallback((number: string) => setAbout({ kind: 'finding', number }), []);
  const finding = about?.kind === 'finding' ? props.findings.find(({ number }) => number === about.number) : undefined;
  return (
    <>
      <TieContext value={tellTie}>
        <TellContext value={tell}>{children}</TellContext>
      </TieContext>
      <Popover
        className="popover facts"
        triggerRef={anchor}
        isOpen={about !== undefined}
        onOpenChange={(isOpen) => !isOpen && setAbout(undefined)}
      >
        <Dialog aria-label={finding === undefined ? 'What ties these' : `Finding ${finding.number}`}>
          {({ close }) => {
            // The dialog that asks why comes back to where this popover came from.
            const leave = () => {
              close();
              return anchor.current;
            };
            return (
              <TellContext value={tellHere}>
                {finding !== undefined && <FindingFacts {...props} finding={finding} leave={leave} />}
                {about?.kind === 'tie' && <TieFacts {...props} tie={about.tie} leave={leave} />}
              </TellContext>
            );
          }}
        </Dialog>
      </Popover>
    </>
  );
}

interface PartProps extends Omit<Props, 'children'> {
  readonly leave: () => HTMLElement | null;
}

const mostLinks = 4;

function FindingFacts({
  finding,
  incident,
  findings,
  people,
  calm,
  now,
  leave,
}: PartProps & { readonly finding: WithNumber<Finding> }) {
  const { whyNot, say } = useHands();
  const { id, number, title, says, at, stage, surpriseBits, records } = finding;
  const links = useMemo(() => heaviest(incident.links.filter(({ from, to }) => from === id || to === id)), [incident.links, id]);
  return (
    <>
      <h3 className="facts-head">
        <Chip number={number} calm={calm} /> <Quote text={title} most={80} /> <FindingMarks id={id} />
      </h3>
      <p className="under">
        {moment(Date.parse(at), now)} · {places[stage]} · {bits(surpriseBits)}
      </p>
      <p>
        <Prose text={says} people={people} />
      </p>
      <p className="buttons">
        <Go to={{ name: 'record', incident: incident.id, finding: id }}>{plural(records.length, 'record')} ›</Go>
        <Go to={{ name: 'hunt', from: { label: 'Finding', key: id } }}>Ways from here ›</Go>
      </p>
      <LinkList links={links} byId={new Map(findings.map((one) => [one.id, one]))} calm={calm} leave={leave} />
      <p className="buttons">
        <button type="button" disabled={whyNot !== undefined} onClick={() => say({ what: 'split', findings: [id] }, leave())}>
          Cut from this incident…
        </button>
      </p>
      {whyNot !== undefined && <p className="under">{whyNot}</p>}
    </>
  );
}

const mostWhys = 2;

function TieFacts({ tie, findings, people, calm, now, leave }: PartProps & { readonly tie: Tie }) {
  const { whyNot } = useHands();
  const byId = new Map(findings.map((one) => [one.id, one]));
  const whys = [...tie.whys].sort((a, b) => b.weight - a.weight);
  return (
    <>
      <h3 className="facts-head">What ties these, since {moment(tie.at, now)}</h3>
      {whys.slice(0, mostWhys).map((why, index) => (
        <p key={index}>
          <WhyTold why={why} byId={byId} people={people} calm={calm} />
        </p>
      ))}
      {whys.length > mostWhys && <p className="under">{plural(whys.length - mostWhys, 'more', 'more')} in the table</p>}
      <LinkList links={tie.links} byId={byId} calm={calm} leave={leave} />
      {whyNot !== undefined && <p className="under">{whyNot}</p>}
    </>
  );
}

interface WhyProps {
  readonly why: Why;
  readonly byId: ReadonlyMap<string, WithNumber<Finding>>;
  readonly people: readonly string[];
  readonly calm: boolean;
}

/** Mechanism, weight and reason. */
export function WhyTold({ why, byId, people, calm }: WhyProps) {
  const them = why.findings.flatMap((id) => byId.get(id) ?? []);
  return (
    <>
      {them.slice(0, mostLinks).map(({ id, number, says }) => (
        <Chip key={id} number={number} says={says} calm={calm} />
      ))}
      {them.length > mostLinks && <span className="rest">+{them.length - mostLinks}</span>}{' '}
      {why.mechanism !== null && (
        <>
          <b>{mechanismName(why.mechanism)}</b>, {weightName(why.weight)}:{' '}
        </>
      )}
      <Prose text={why.because} people={people} />
    </>
  );
}

interface LinkListProps {
  readonly links: readonly LinkHere[];
  readonly byId: ReadonlyMap<string, WithNumber<Finding>>;
  readonly calm: boolean;
  readonly leave: () => HTMLElement | null;
}

/** The pairs of findings that some links tie most strongly, each with what can be said of it. */
function LinkList({ links, byId, calm, leave }: LinkListProps) {
  if (links.length === 0) return null;
  const pairs = pairsOf(links);
  const number = (id: string): string => byId.get(id)?.number ?? '?';
  return (
    <ul className="fact-links" aria-label="Links">
      {pairs.slice(0, mostLinks).map(({ from, to, weight, mechanisms }) => (
        <li key={`${from} ${to}`}>
          {[from, to]
            .flatMap((id) => byId.get(id) ?? [])
            .map(({ id, number: its, says }) => (
              <Chip key={id} number={its} says={says} calm={calm} />
            ))}
          <span className="grow">
            {mechanisms.map(mechanismName).join(', ')}: {weightName(weight)}
          </span>
          <LinkActs from={from} to={to} said={`${number(from)} and ${number(to)}`} leave={leave} />
        </li>
      ))}
      {pairs.length > mostLinks && <li className="under">{plural(pairs.length - mostLinks, 'more', 'more')} under Findings</li>}
    </ul>
  );
}

const heaviest = (links: readonly Link[]): Link[] => [...links].sort((a, b) => b.weight - a.weight);

const firstLinks = 30;

/** Every link of the incident, the strongest first. */
export function Links({
  incident,
  findings,
  people,
  calm,
}: {
  readonly incident: Incident;
  readonly findings: readonly WithNumber<Finding>[];
  readonly people: readonly string[];
  readonly calm: boolean;
}) {
  const [isWhole, setWhole] = useState(false);
  const byId = useMemo(() => new Map(findings.map((one) => [one.id, one])), [findings]);
  const links = useMemo(() => heaviest(incident.links), [incident.links]);
  if (links.length === 0) return null;
  const shown = isWhole ? links : links.slice(0, firstLinks);
  const chip = (id: string) => {
    const one = byId.get(id);
    return one === undefined ? null : <Chip number={one.number} says={one.says} calm={calm} />;
  };
  return (
    <>
      <h2 className="table-title">What ties them</h2>
      <table className="plain links">
        <thead>
          <tr>
            <th scope="col">Between</th>
            <th scope="col">By</th>
            <th scope="col">Strength</th>
            <th scope="col">Apart</th>
            <th scope="col">Because</th>
            <th scope="col">
              <span className="aside">What can be said of it</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ from, to, mechanism, weight, gapMs, because }) => (
            <tr key={`${from} ${to} ${mechanism}`}>
              <td className="nowrap">
                {chip(from)} {chip(to)}
              </td>
              <td className="nowrap">{mechanismName(mechanism)}</td>
              <td className="nowrap" title={weight.toFixed(2)}>
                {weightName(weight)}
              </td>
              <td className="nowrap">{mechanism === 'pinned' ? '–' : duration(gapMs)}</td>
              <td>
                <Prose text={because} people={people} />
              </td>
              <td className="nowrap">
                <LinkActs from={from} to={to} said={`${byId.get(from)?.number ?? '?'} and ${byId.get(to)?.number ?? '?'}`} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {links.length > firstLinks && !isWhole && (
        <p className="legend">
          <button type="button" onClick={() => setWhole(true)}>
            Show all {links.length} links
          </button>
        </p>
      )}
    </>
  );
}
