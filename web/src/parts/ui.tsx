// The small parts every view is made of: marks, chances, things, hostile text, times, and the states a pane can be in.

import { useEffect, useState, type ReactNode } from 'react';
import type { Trouble as TroubleOf } from '../api/client.ts';
import { lookOf } from '../icons.ts';
import { ago, chance, exact, likelihood, markOf } from '../lib/format.ts';
import { shortName } from '../lib/names.ts';
import { plain, quoted } from '../lib/quote.ts';
import { strip, type Stage } from '../lib/steps.ts';
import { go } from '../router.ts';
import { write, type View } from '../lib/address.ts';

/** The score with its mark: fill, outline and weight say what the colour says. */
export function Score({ score, large = false }: { readonly score: number; readonly large?: boolean }) {
  const mark = markOf(score);
  return (
    <span className={`score ${mark}${large ? ' large' : ''}`}>
      {Math.round(score)}
      <span className="aside"> of 100, {mark}</span>
    </span>
  );
}

export function Icon({ path, kind }: { readonly path: string; readonly kind?: string }) {
  return (
    <svg className={`icon${kind === undefined ? '' : ` e-${kind}`}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

const marks = {
  pin: { says: 'Held together by a person', path: 'M6 2h4l-.5 4.5 2.5 2.5h-8l2.5-2.5zM8 9v5.5' },
  cut: {
    says: 'Kept apart by a person',
    path: 'M4.2 14a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4zM11.8 14a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4zM5 10.8l6-9M11 10.8l-6-9',
  },
} as const;

/** That a person said what belongs together. */
export const Mark = ({ kind }: { readonly kind: keyof typeof marks }) => (
  <span className="said-mark" title={marks[kind].says}>
    <Icon path={marks[kind].path} />
    <span className="aside">{marks[kind].says}</span>
  </span>
);

export const LabelIcon = ({ label }: { readonly label: string }) => <Icon {...lookOf(label)} />;

/** Text from outside. Text nodes only; nothing that cannot be seen stays unsaid. */
export function Quote({ text, most }: { readonly text: string; readonly most?: number }) {
  const { rest, note, bare } = quoted(text, most);
  return (
    <>
      <bdi className={bare ? 'bare' : undefined}>
        <Visible text={text} most={most} />
      </bdi>
      {note !== undefined && !bare && <span className="flag"> {note}</span>}
      {note !== undefined && bare && <span className="aside"> ({note})</span>}
      {rest > 0 && <span className="rest"> …{rest.toLocaleString('en-US')} more</span>}
    </>
  );
}

/** The text with what cannot be seen in it named, and nothing said about it. */
export const Visible = ({ text, most }: { readonly text: string; readonly most?: number | undefined }) =>
  quoted(text, most).parts.map((part, index) =>
    part.kind === 'text' ? (
      part.text
    ) : (
      <span key={index} className="token">
        {part.text}
      </span>
    ),
  );

/** A thing by its icon and short name; the whole key for whoever asks. */
export function Thing({ label, name, whole }: { readonly label: string; readonly name: string; readonly whole?: string }) {
  return (
    <span className="thing" title={whole === undefined ? undefined : plain(whole)}>
      <LabelIcon label={label} />
      <span className="aside">{lookOf(label).one} </span>
      <Quote text={name} most={48} />
    </span>
  );
}

export const OneThing = ({ label, thing }: { readonly label: string; readonly thing: string }) => (
  <Thing label={label} name={shortName(label, thing)} whole={thing} />
);

/** How far it got: seven fixed places. */
export function Steps({ seen }: { readonly seen: readonly Stage[] }) {
  const { knots, first, last, furthest } = strip(seen);
  const x = (index: number): number => 6 + index * 14.5;
  return (
    <span className="steps">
      <svg viewBox="0 0 99 12" aria-hidden="true">
        <line x1={x(0)} x2={x(6)} y1="6" y2="6" className="rail" />
        {first !== undefined && <line x1={x(first)} x2={x(last ?? first)} y1="6" y2="6" className="run" />}
        {knots.map(({ place, seen: isSeen }, index) => (
          <circle key={place} cx={x(index)} cy="6" r={isSeen ? 4 : 2.6} className={isSeen ? 'seen' : 'unseen'} />
        ))}
      </svg>
      <span className="under">
        <span className="aside">{knots.flatMap(({ place, seen: isSeen }) => (isSeen ? place : [])).join(', ')}; furthest: </span>
        {furthest}
      </span>
    </span>
  );
}

/** The chance over time, without axes: only whether it rose. */
export function Spark({ values }: { readonly values: readonly number[] }) {
  const shown = values.length === 1 ? [values[0] ?? 0, values[0] ?? 0] : values;
  const x = (index: number): number => 1 + (index / (shown.length - 1)) * 31;
  const y = (value: number): number => 15 - value * 13;
  const last = shown.at(-1) ?? 0;
  return (
    <svg className="spark" viewBox="0 0 36 18" aria-hidden="true">
      <polyline points={shown.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' ')} />
      <circle cx={x(shown.length - 1)} cy={y(last)} r="2" />
    </svg>
  );
}

/** Number, word and direction. */
export function Chance({ probability, before }: { readonly probability: number; readonly before: number }) {
  const change = Math.round(probability * 100) - Math.round(before * 100);
  const [sign, word] = change > 0 ? ['▲', 'risen'] : change < 0 ? ['▼', 'fallen'] : ['–', 'unchanged'];
  return (
    <span className="chance">
      <span className="number">{chance(probability)}</span>{' '}
      <span className="trend" aria-hidden="true">
        {sign}
      </span>
      <span className="aside"> {word}, </span>
      <span className="under">{likelihood(probability)}</span>
    </span>
  );
}

/** Turns over by itself, so that "3 min ago" stays true. */
export function useNow(every = 15_000): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}

export function When({ at }: { readonly at: string }) {
  const now = useNow();
  const time = Date.parse(at);
  return (
    <time dateTime={at} title={exact(time)}>
      {ago(time, now)}
    </time>
  );
}

/** A window too low for everything at once. */
export function useIsShort(): boolean {
  const [isShort, setShort] = useState(() => shortWindow.matches);
  useEffect(() => {
    const turned = () => setShort(shortWindow.matches);
    shortWindow.addEventListener('change', turned);
    return () => shortWindow.removeEventListener('change', turned);
  }, []);
  return isShort;
}

const shortWindow = matchMedia('(max-height: 51.24rem) and (min-width: 75rem)');

/** A link of our own: a real address, so that it can be opened beside this view. */
export function Go({
  to,
  children,
  className,
  label,
}: {
  readonly to: View;
  readonly children: ReactNode;
  readonly className?: string;
  readonly label?: string;
}) {
  return (
    <a
      href={write(to)}
      className={className}
      aria-label={label}
      onClick={(event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}

export const Key = ({ children }: { readonly children: string }) => <kbd>{children}</kbd>;

/** Lines where the text will be; only once waiting is noticed. */
export function Skeleton({ lines }: { readonly lines: number }) {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="skeleton" role="status" data-late={isLate || undefined}>
      <span className="aside">Loading</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="bar" />
      ))}
    </div>
  );
}

export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <strong>{title}</strong>
      {children !== undefined && <p>{children}</p>}
    </div>
  );
}

/** What failed, what still works, and what to tell whoever looks into it. */
export function Trouble({
  what,
  trouble,
  again,
}: {
  readonly what: string;
  readonly trouble: TroubleOf;
  readonly again: () => void;
}) {
  const details = [trouble.code, trouble.reference].filter((part) => part !== undefined).join(' ');
  return (
    <div className="trouble" role="alert">
      <strong>{what}</strong>
      <p>
        {trouble.says} <code>{details}</code>
      </p>
      <p className="buttons">
        <button type="button" onClick={again}>
          Try again
        </button>
        <button
          type="button"
          className="quiet"
          onClick={() => void navigator.clipboard.writeText(`${what} ${trouble.says} ${details}`)}
        >
          Copy details
        </button>
      </p>
    </div>
  );
}
