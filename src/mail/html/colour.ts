// Colours as HTML and CSS write them, and how far two of them can be told apart.

/** Red, green, blue: 0 to 255; alpha: 0 to 1. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

export const WHITE: Colour = { red: 255, green: 255, blue: 255, alpha: 1 };
export const BLACK: Colour = { red: 0, green: 0, blue: 0, alpha: 1 };

/** Of `#fff`, `rgb(…)`, `hsl(…)`, a name, or `fff` as attributes write it. Undefined for what names none. */
export function colourOf(text: string): Colour | undefined {
  const word = text.trim().toLowerCase().slice(0, 100);
  if (word === 'transparent') return { ...BLACK, alpha: 0 };
  const named = NAMES.get(word);
  if (named !== undefined) return fromHex(named);
  const hex = /^#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(word)?.[1];
  return hex === undefined ? fromFunction(word) : fromHex(hex);
}

/** What is seen of a colour that lies over another. */
export function over(front: Colour, back: Colour): Colour {
  const mixed = (a: number, b: number): number => a * front.alpha + b * (1 - front.alpha);
  return { red: mixed(front.red, back.red), green: mixed(front.green, back.green), blue: mixed(front.blue, back.blue), alpha: 1 };
}

/** Of two opaque colours, 1 (the same) to 21 (black on white): the ratio of WCAG 2. */
export function contrast(a: Colour, b: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance({ red, green, blue }: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function fromHex(hex: string): Colour {
  const digits = hex.length < 6 ? Array.from(hex, (digit) => digit + digit).join('') : hex;
  const part = (at: number): number => parseInt(digits.slice(at, at + 2), 16);
  return { red: part(0), green: part(2), blue: part(4), alpha: digits.length > 6 ? part(6) / 255 : 1 };
}

function fromFunction(word: string): Colour | undefined {
  const [, kind = '', inside] = /^(rgb|hsl)a?\(([^()]{1,80})\)$/.exec(word) ?? [];
  if (inside === undefined) return undefined;
  const parts = inside.split(/[\s,/]+/).filter((part) => part !== '');
  const [first, second, third, last = '1'] = parts;
  if (first === undefined || second === undefined || third === undefined) return undefined;
  const alpha = share(last, 1);
  const colour =
    kind === 'rgb'
      ? rgb(share(first, 255), share(second, 255), share(third, 255))
      : hsl(parseFloat(first), share(second, 1), share(third, 1));
  const whole = { ...colour, alpha };
  return Object.values(whole).every(Number.isFinite) ? whole : undefined;
}

/** `50%` of the most there is, or the number itself. */
function share(text: string, most: number): number {
  const number = parseFloat(text);
  const value = text.endsWith('%') ? (number / 100) * most : number;
  return Math.min(Math.max(value, 0), most);
}

const rgb = (red: number, green: number, blue: number): Omit<Colour, 'alpha'> => ({ red, green, blue });

function hsl(hue: number, saturation: number, lightness: number): Omit<Colour, 'alpha'> {
  const part = (shift: number): number => {
    const k = (((shift + hue / 30) % 12) + 12) % 12;
    const spread = saturation * Math.min(lightness, 1 - lightness);
    return 255 * (lightness - spread * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return rgb(part(0), part(8), part(4));
}

const NAMES: ReadonlyMap<string, string> = new Map(
  (
    'aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff aquamarine 7fffd4 azure f0ffff beige f5f5dc bisque ffe4c4 black 000000 ' +
    'blanchedalmond ffebcd blue 0000ff blueviolet 8a2be2 brown a52a2a burlywood deb887 cadetblue 5f9ea0 chartreuse 7fff00 ' +
    'chocolate d2691e coral ff7f50 cornflowerblue 6495ed cornsilk fff8dc crimson dc143c cyan 00ffff darkblue 00008b darkcyan 008b8b ' +
    'darkgoldenrod b8860b darkgray a9a9a9 darkgrey a9a9a9 darkgreen 006400 darkkhaki bdb76b darkmagenta 8b008b darkolivegreen 556b2f ' +
    'darkorange ff8c00 darkorchid 9932cc darkred 8b0000 darksalmon e9967a darkseagreen 8fbc8f darkslateblue 483d8b darkslategray 2f4f4f ' +
    'darkslategrey 2f4f4f darkturquoise 00ced1 darkviolet 9400d3 deeppink ff1493 deepskyblue 00bfff dimgray 696969 dimgrey 696969 ' +
    'dodgerblue 1e90ff firebrick b22222 floralwhite fffaf0 forestgreen 228b22 fuchsia ff00ff gainsboro dcdcdc ghostwhite f8f8ff gold ffd700 ' +
    'goldenrod daa520 gray 808080 grey 808080 green 008000 greenyellow adff2f honeydew f0fff0 hotpink ff69b4 indianred cd5c5c indigo 4b0082 ' +
    'ivory fffff0 khaki f0e68c lavender e6e6fa lavenderblush fff0f5 lawngreen 7cfc00 lemonchiffon fffacd lightblue add8e6 lightcoral f08080 ' +
    'lightcyan e0ffff lightgoldenrodyellow fafad2 lightgray d3d3d3 lightgrey d3d3d3 lightgreen 90ee90 lightpink ffb6c1 lightsalmon ffa07a ' +
    'lightseagreen 20b2aa lightskyblue 87cefa lightslategray 778899 lightslategrey 778899 lightsteelblue b0c4de lightyellow ffffe0 lime 00ff00 ' +
    'limegreen 32cd32 linen faf0e6 magenta ff00ff maroon 800000 mediumaquamarine 66cdaa mediumblue 0000cd mediumorchid ba55d3 ' +
    'mediumpurple 9370db mediumseagreen 3cb371 mediumslateblue 7b68ee mediumspringgreen 00fa9a mediumturquoise 48d1cc mediumvioletred c71585 ' +
    'midnightblue 191970 mintcream f5fffa mistyrose ffe4e1 moccasin ffe4b5 navajowhite ffdead navy 000080 oldlace fdf5e6 olive 808000 ' +
    'olivedrab 6b8e23 orange ffa500 orangered ff4500 orchid da70d6 palegoldenrod eee8aa palegreen 98fb98 paleturquoise afeeee ' +
    'palevioletred db7093 papayawhip ffefd5 peachpuff ffdab9 peru cd853f pink ffc0cb plum dda0dd powderblue b0e0e6 purple 800080 ' +
    'rebeccapurple 663399 red ff0000 rosybrown bc8f8f royalblue 4169e1 saddlebrown 8b4513 salmon fa8072 sandybrown f4a460 seagreen 2e8b57 ' +
    'seashell fff5ee sienna a0522d silver c0c0c0 skyblue 87ceeb slateblue 6a5acd slategray 708090 slategrey 708090 snow fffafa ' +
    'springgreen 00ff7f steelblue 4682b4 tan d2b48c teal 008080 thistle d8bfd8 tomato ff6347 turquoise 40e0d0 violet ee82ee wheat f5deb3 ' +
    'white ffffff whitesmoke f5f5f5 window ffffff windowtext 000000 yellow ffff00 yellowgreen 9acd32'
  )
    .match(/\S+ \S+/g)
    ?.map((pair) => [pair.slice(0, pair.indexOf(' ')), pair.slice(pair.indexOf(' ') + 1)]),
);
