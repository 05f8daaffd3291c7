// Which finding is lit: one number, lit everywhere at once, by pointing at it or by choosing it, which also tells of it.

import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';

interface Lit {
  /** Numbers under the pointer or the focus. */
  readonly over: readonly string[];
  readonly setOver: (numbers: readonly string[]) => void;
  /** The number in the address. */
  readonly chosen: string | undefined;
  readonly choose: (number: string | undefined) => void;
}

const LitContext = createContext<Lit>({ over: [], setOver: () => undefined, chosen: undefined, choose: () => undefined });

/** Shows what stands behind a number, beside the element it was asked from. Where nobody does, a number only lights. */
export const TellContext = createContext<((number: string, at: HTMLElement) => void) | undefined>(undefined);

interface Props {
  readonly chosen: string | undefined;
  readonly choose: (number: string | undefined) => void;
  readonly children: ReactNode;
}

export function LitProvider({ chosen, choose, children }: Props) {
  const [over, setOver] = useState<readonly string[]>([]);
  const value = useMemo(() => ({ over, setOver, chosen, choose }), [over, chosen, choose]);
  return <LitContext value={value}>{children}</LitContext>;
}

export const useLit = (): Lit => useContext(LitContext);

export const isLit = ({ over, chosen }: Lit, numbers: readonly string[]): boolean =>
  numbers.some((number) => (over.length > 0 ? over.includes(number) : number === chosen));

/** For whatever has numbers: lights them while the pointer is on it. */
export function useLights(numbers: readonly string[]) {
  const lit = useLit();
  return {
    'data-lit': isLit(lit, numbers) || undefined,
    onPointerEnter: () => lit.setOver(numbers),
    onPointerLeave: () => lit.setOver([]),
  };
}

/** The number of a finding: a button that lights it. */
export function Chip({
  number,
  says,
  calm = false,
}: {
  readonly number: string;
  readonly says?: string | undefined;
  readonly calm?: boolean;
}) {
  const lit = useLit();
  const tell = useContext(TellContext);
  return (
    <button
      type="button"
      className={calm ? 'chip calm' : 'chip'}
      aria-label={says === undefined ? `Finding ${number}` : `Finding ${number}: ${says}`}
      aria-pressed={lit.chosen === number}
      data-lit={isLit(lit, [number]) || undefined}
      onPointerEnter={() => lit.setOver([number])}
      onPointerLeave={() => lit.setOver([])}
      onFocus={() => lit.setOver([number])}
      onBlur={() => lit.setOver([])}
      onClick={(event) => {
        const isChosen = lit.chosen === number;
        lit.choose(isChosen ? undefined : number);
        if (!isChosen) tell?.(number, event.currentTarget);
      }}
    >
      {number}
    </button>
  );
}
